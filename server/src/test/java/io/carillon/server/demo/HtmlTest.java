package io.carillon.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void whatPeopleWroteCannotBecomeMarkup() {
        Html html = Html.of("<a title=\"{}\">{}</a>", "\" onclick='x", "<script>alert(1)</script> & {}");

        assertThat(html.text())
                .isEqualTo("<a title=\"&quot; onclick=&#39;x\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; {}</a>");
    }

    @Test
    void piecesStandAsTheyAreAndNumbersAreReadable() {
        Html list = Html.join(Stream.of(1_234L, 5L).map(number -> Html.of("<li>{}</li>", number)));

        assertThat(Html.of("<ul>{}</ul>", list).text()).isEqualTo("<ul><li>1,234</li><li>5</li></ul>");
    }

    @Test
    void placesAndPartsAreAsMany() {
        assertThatThrownBy(() -> Html.of("{}", "one", "two")).hasMessageContaining("more parts than places");
        assertThatThrownBy(() -> Html.of("{} {}", "one")).hasMessageContaining("more places than parts");
    }
}
