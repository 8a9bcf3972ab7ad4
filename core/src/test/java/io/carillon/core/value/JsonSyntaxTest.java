package io.carillon.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [ ] ",
                "null",
                "\"\"",
                "-0.5e+10",
                "0",
                "[1,2,{\"a\":[true,false]}]",
                "{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4ü\", \"b\": -1}"
            })
    void takesJson(String text) {
        assertThat(JsonSyntax.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ``              | line 1, column 1: expected a value, found the end
            {"a": }         | line 1, column 7: expected a value, found "}"
            {"a": 1,}       | line 1, column 9: expected a key in double quotes, found "}"
            {a: 1}          | line 1, column 2: expected a key in double quotes, found "a"
            {"a" 1}         | line 1, column 6: expected ":", found "1"
            [1 2]           | line 1, column 4: expected "," or "]", found "2"
            [1              | line 1, column 3: expected "," or "]", found the end
            01              | line 1, column 2: expected the end, found "1"
            1.              | line 1, column 3: expected a digit, found the end
            +1              | line 1, column 1: expected a value, found "+"
            tru             | line 1, column 1: expected a value, found "t"
            "a              | line 1, column 3: expected the end of a text, found the end
            "\\x"           | line 1, column 3: expected an escape, found "x"
            "\\u00g0"       | line 1, column 6: expected a hex digit, found "g"
            {} {}           | line 1, column 4: expected the end, found "{"
            """)
    void saysWhereATextIsNot(String text, String fault) {
        assertThat(JsonSyntax.fault(text)).contains(fault);
    }

    @Test
    void aLineBreakInATextIsAFaultInItsLine() {
        assertThat(JsonSyntax.fault("{\"a\":\n \"x\ny\"}"))
                .contains("line 2, column 4: expected no control character in a text, found \"\n\"");
    }

    @Test
    void depthHasAnEnd() {
        assertThat(JsonSyntax.fault("[".repeat(64) + "]".repeat(64))).isEmpty();
        assertThat(JsonSyntax.fault("[".repeat(100_000)).orElseThrow()).contains("more than 64 levels deep");
    }
}
