package io.carillon.cleanse.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailCleanserTest {
    private final EmailCleanser cleanser = new EmailCleanser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ada@Example.COM|ada@example.com",
                "  ada@example.com  |ada@example.com",
                "Ada Lovelace <ada@example.com>|ada@example.com",
                "\"Lovelace, Ada\" <ada@example.com>|ada@example.com",
                "<ada@example.com>|ada@example.com",
                "mailto:ada@example.com?subject=Hi|ada@example.com",
                "E-Mail: ada@example.com|ada@example.com",
                "ada@example.com.|ada@example.com",
                "ada@example.com,|ada@example.com",
                "\"ada@example.com\"|ada@example.com",
                "(ada@example.com)|ada@example.com",
                "ada@example.com; bob@example.com|ada@example.com",
                "\u200Bada@example.com\uFEFF|ada@example.com",
                "ａｄａ＠example．com|ada@example.com",
                "ada+shop@example.com|ada+shop@example.com",
                "a.d.a@gmail.com|a.d.a@gmail.com",
                "\"Ada Lovelace\"@example.com|\"Ada Lovelace\"@example.com",
                "\"ada\"@example.com|ada@example.com",
                "ada(the first)@example.com|ada@example.com",
                "ada @ example . com|ada@example.com",
                "ada@bücher.example|ada@xn--bcher-kva.example",
                "ada@straße.example|ada@xn--strae-oqa.example",
                "用户@例子.广告|用户@xn--fsqu00a.xn--4rr70v",
                "josé@example.com|josé@example.com",
                "o'brien@example.com|o'brien@example.com"
            })
    void anAddressIsBroughtIntoTheFormInWhichWeWriteToIt(String input, String address) {
        assertThat(text(input, "address")).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@shop.test",
                "ada@shop.invalid",
                "ada@localhost",
                "ada@nas.local",
                "ada@abc.onion",
                "ada@[127.0.0.1]",
                "a..b@example.com",
                ".ada@example.com",
                "ada@-example.com",
                "ada@exam_ple.com",
                "ada@example..com",
                "ada@1.2.3.4",
                "a b@example.com",
                "ada@example.com bob",
                "ada@bob@example.com",
                "\"ada@example.com",
                "ada@exa mple.com"
            })
    void whatCannotBeWrittenToIsRefusedWithAReason(String input) {
        Cleansed cleansed = cleanser.cleanse(input, Hints.NONE);

        assertThat(cleansed.isValid()).as(cleansed.toString()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "A.d.a+x@GoogleMail.com, ada@gmail.com",
        "ada+x@outlook.com, ada@outlook.com",
        "ada+x@hotmail.co.uk, ada@hotmail.co.uk",
        "a.da@outlook.com, a.da@outlook.com",
        "ada+x@me.com, ada@icloud.com",
        "ada-x@yahoo.de, ada@yahoo.de",
        "a_d-a.+x@pm.me, ada@proton.me",
        "x@ada.fastmail.com, ada@fastmail.com",
        "a.da@yandex.com, a-da@yandex.ru",
        "a.da+x@example.com, a.da+x@example.com"
    })
    void mailboxesOfKnownProvidersAreOneInCanonical(String input, String canonical) {
        assertThat(text(input, "canonical")).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@gmial.com, ada@gmail.com",
        "ada@gmail.con, ada@gmail.com",
        "ada@gmail.co, ada@gmail.com",
        "ada@gmail.de, ada@gmail.com",
        "ada@hotmai.com, ada@hotmail.com",
        "ada@hotmial.con, ada@hotmail.com",
        "ada@yaho.com, ada@yahoo.com",
        "ada@outlok.com, ada@outlook.com",
        "ada@iclould.com, ada@icloud.com",
        "ada@shop.con, ada@shop.com",
        "ada@shop.ner, ada@shop.net",
        "ada@wanado.fr, ada@wanadoo.fr",
        "ada@gmailcom, ada@gmail.com",
        "'ada@gmail,com', ada@gmail.com"
    })
    void aLikelySlipIsSuggestedAndNotCorrected(String input, String suggestion) {
        assertThat(text(input, "suggestion")).contains(suggestion);
        assertThat(text(input, "address")).isNotEqualTo(Optional.of(suggestion));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com", "ymail.com", "mail.com", "email.com", "gmx.com", "gmx.at", "yahoo.nl", "yahoo.ca",
                        "hotmail.ch",
                "live.de", "life.com", "web.de", "weg.de", "example.com", "shop.co", "shop.cm", "shop.de", "shop.io",
                "shop.online", "aon.com", "free.de", "t-online.at", "zoho.eu", "me.com"
            })
    void nothingIsSuggestedForADomainThatIsAsGoodAsAny(String domain) {
        assertThat(text("ada@" + domain, "suggestion")).isEmpty();
    }

    @Test
    void disposableAndRoleAddressesAreTold() {
        assertThat(flag("ada@mailinator.com", "disposable")).isTrue();
        assertThat(flag("ada@x.mailinator.com", "disposable")).isTrue();
        assertThat(flag("ada@example.com", "disposable")).isFalse();
        assertThat(flag("Info+de@example.com", "role")).isTrue();
        assertThat(flag("ada@example.com", "role")).isFalse();
    }

    @Test
    void bothVerdictsAreTold() {
        assertThat(flag("ada@[127.0.0.1]", "rfc5322")).isTrue();
        assertThat(flag(" josé@example.com", "rfc5322")).isFalse();
        assertThat(cleanser.cleanse("ada@[127.0.0.1]", Hints.NONE).isValid()).isFalse();
        assertThat(cleanser.cleanse("josé@example.com", Hints.NONE).isValid()).isTrue();
    }

    @Test
    void reservedDomainsIdentifyAllTheSame() {
        assertThat(EmailAddresses.normalise("Ada@Shop.test")).contains("ada@shop.test");
    }

    private Optional<String> text(String input, String field) {
        return cleanser.cleanse(input, Hints.NONE).value() instanceof Value.Fields fields
                ? fields.text(field)
                : Optional.empty();
    }

    private boolean flag(String input, String field) {
        return cleanser.cleanse(input, Hints.NONE).value() instanceof Value.Fields fields
                && fields.get(field).equals(Optional.of(Value.of(true)));
    }
}
