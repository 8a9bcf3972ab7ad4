package io.carillon.cleanse.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCleanserTest {
    private final UrlCleanser cleanser = new UrlCleanser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://example.com/|https://example.com/",
                "HTTP://Example.COM|http://example.com/",
                "example.com|https://example.com/",
                "www.example.com/a b?q=ä#x|https://www.example.com/a%20b?q=%C3%A4#x",
                "//example.com/x|https://example.com/x",
                "http:/example.com|http://example.com/",
                "http//example.com|http://example.com/",
                "https:\\\\example.com\\a|https://example.com/a",
                "https://example.com:443/a|https://example.com/a",
                "http://example.com:8080/a|http://example.com:8080/a",
                "example.com:8080/a|https://example.com:8080/a",
                "https://example.com?q=1|https://example.com/?q=1",
                "https://bücher.example/ä|https://xn--bcher-kva.example/%C3%A4",
                "https://example.com/100%|https://example.com/100%25",
                "https://example.com/a%2fb|https://example.com/a%2fb",
                "http://192.168.0.1/x|http://192.168.0.1/x",
                "http://[2001:DB8::1]/|http://[2001:db8::1]/",
                "<https://example.com/>|https://example.com/",
                "https://example.com./|https://example.com/"
            })
    void theAddressOfAPageIsBroughtIntoOneForm(String input, String url) {
        assertThat(cleanser.cleanse(input, Hints.NONE).value()).isEqualTo(Value.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "javascript:alert(1)", "data:text/html,x", "ftp://example.com", "mailto:ada@example.com",
                "ada@example.com", "https://ada:secret@example.com/", "example", "https://localhost/", "https://x.test",
                "https://exa mple.com/", "https://example.com:99999/", "https://", "file:///etc/passwd", "n/a"
            })
    void whatNoBrowserFetchesIsRefused(String input) {
        assertThat(cleanser.cleanse(input, Hints.NONE).isValid()).isFalse();
    }
}
