package io.carillon.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JunkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "0",
                "0000",
                "00000000-0000-0000-0000-000000000000",
                "--",
                "-1",
                "null",
                "NULL",
                "(null)",
                "undefined",
                "None",
                "nil",
                "NaN",
                "N/A",
                "unknown",
                "Anonymous",
                "guest",
                "true",
                "[object Object]",
                "xxx",
                "XxX",
                "....",
                "99999999",
                "test@test",
                "test@test.com",
                "Test@Test.de",
                "a\u0000b",
                "\uFFFD"
            })
    void valuesThatNameNobodyAreJunk(String value) {
        assertThat(Junk.DEFAULT.covers(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "7",
                "11",
                "7777",
                "1111111",
                "aa",
                "xx1",
                "jane",
                "nullable",
                "test",
                "0-1",
                "tester@test.com"
            })
    void valuesThatMayNameSomebodyAreNot(String value) {
        assertThat(Junk.DEFAULT.covers(value)).isFalse();
    }

    @Test
    void roleAddressesLinkNobody() {
        assertThat(Junk.DEFAULT.covers(email("info@x.org"))).isTrue();
        assertThat(Junk.DEFAULT.covers(email("no-reply@x.org"))).isTrue();
        assertThat(Junk.DEFAULT.covers(email("info.jane@x.org"))).isFalse();
        assertThat(Junk.DEFAULT.covers(new Identifier(IdentifierKind.USER, "info@x.org")))
                .isFalse();
        assertThat(Junk.DEFAULT.covers(email("jane@example.com"))).isFalse();
        assertThat(Junk.DEFAULT.covers(email("null@x.org"))).isTrue();
    }

    @Test
    void ofAnExternalIdTheValueIsJudgedWithoutItsType() {
        assertThat(Junk.DEFAULT.covers(new Identifier(IdentifierKind.EXTERNAL, "crm:null")))
                .isTrue();
        assertThat(Junk.DEFAULT.covers(new Identifier(IdentifierKind.EXTERNAL, "null:17")))
                .isFalse();
    }

    @Test
    void valuesAndPatternsOfOnesOwnAreJunkAsAWhole() {
        var junk = new Junk(
                Junk.lowerCase(List.of("Demo ")),
                List.of(Pattern.compile("qa-[0-9]+")),
                Junk.lowerCase(List.of("kasse")));

        assertThat(junk.covers("DEMO")).isTrue();
        assertThat(junk.covers("demo1")).isFalse();
        assertThat(junk.covers("qa-17")).isTrue();
        assertThat(junk.covers("my-qa-17")).isFalse();
        assertThat(junk.covers(email("kasse@x.org"))).isTrue();
        assertThat(junk.covers(email("info@x.org"))).isFalse();
    }

    private static Identifier email(String address) {
        return new Identifier(IdentifierKind.EMAIL, address);
    }
}
