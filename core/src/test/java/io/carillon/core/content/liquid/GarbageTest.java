package io.carillon.core.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever stands in a template, it parses or throws one exception, and renders to one outcome within the limits. */
class GarbageTest {
    private static final Limits LIMITS = new Limits(5_000, 30, 5, 5_000, 20_000);
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{%-",
            "-%}",
            "{{-",
            "-}}",
            " ",
            "\n",
            "'",
            "\"",
            "|",
            ":",
            ",",
            ".",
            "..",
            "[",
            "]",
            "(",
            ")",
            "=",
            "==",
            "<>",
            "contains",
            "and",
            "or",
            "a",
            "b.c",
            "a[0]",
            "a[-1]",
            "0",
            "-1",
            "2.50",
            "99999999999999999999",
            "'x'",
            "nil",
            "empty",
            "blank",
            "true",
            "if ",
            "endif",
            "else",
            "elsif ",
            "unless ",
            "endunless",
            "for ",
            "i in a",
            "i in (1..b)",
            "endfor",
            "case ",
            "when ",
            "endcase",
            "assign x = ",
            "capture x",
            "endcapture",
            "raw",
            "endraw",
            "comment",
            "endcomment",
            "liquid ",
            "echo ",
            "cycle ",
            "increment x",
            "tablerow i in a cols:2",
            "endtablerow",
            "include 'p'",
            "render 'p'",
            "break",
            "continue",
            "# ",
            "abort_message('x')",
            "limit:2",
            "offset:continue",
            "reversed",
            "| date: '%Y'",
            "| split: ''",
            "| sort",
            "| uniq",
            "| map: 'c'",
            "| where: 'c', 1",
            "| slice: 1, 2",
            "| truncate: 3",
            "| divided_by: 0",
            "| times: 9999999999",
            "| round: 300",
            "| json",
            "| sum: 'c'",
            "| strip_html",
            "\u00e9",
            "\ud83d\ude00",
            "\u0000",
            "&lt;",
            "<b>");

    @Test
    void randomPiecesEnd() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var source = new StringBuilder();
            int size = random.nextInt(40);
            for (int i = 0; i < size; i++) source.append(PIECES.get(random.nextInt(PIECES.size())));
            check(source.toString(), seed);
        }
    }

    @Test
    void randomOutputsAndTagsEnd() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var source = new StringBuilder();
            for (int part = random.nextInt(6); part >= 0; part--) {
                source.append(random.nextBoolean() ? "{{ a" : "{% assign a = b.c");
                boolean output = source.lastIndexOf("{{") > source.lastIndexOf("{%");
                for (int i = random.nextInt(4); i > 0; i--) {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    source.append(piece.startsWith("|") ? piece : "").append(' ');
                }
                source.append(output ? "}}" : "%}");
            }
            check(source.toString(), seed);
        }
    }

    @Test
    void goodTemplatesWithOnePieceChangedEnd() {
        List<String> good = new ArrayList<>();
        for (JsonNode test : Fixtures.json(Fixtures.resource("golden-liquid/golden_liquid_open.json"))
                .get("tests")
                .values()) {
            good.add(test.get("template").stringValue());
        }
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var source = new StringBuilder(good.get(random.nextInt(good.size())));
            int at = random.nextInt(source.length());
            if (random.nextBoolean()) source.delete(at, Math.min(source.length(), at + 1 + random.nextInt(3)));
            if (random.nextBoolean())
                source.insert(Math.min(at, source.length()), PIECES.get(random.nextInt(PIECES.size())));
            check(source.toString(), seed);
        }
    }

    private static void check(String source, int seed) {
        Value.Fields data = Fixtures.fields("{'a': [3, 'x', null, {'c': 1}, [2.50, false]], 'b': {'c': '12 <b>'}}");
        try {
            Rendering rendering = Template.parse("t", source, name -> Optional.of("{{ a }}{% break %}"), LIMITS)
                    .render(data, (seed % 2 == 0 ? Fixtures.SETTINGS : Fixtures.HTML).with(LIMITS));
            if (rendering instanceof Rendering.Rendered rendered) {
                assertThat(rendered.text().length()).isLessThanOrEqualTo(LIMITS.outputCharsMax());
            }
        } catch (TemplateException problem) {
            assertThat(problem.line()).isPositive();
        } catch (RuntimeException | StackOverflowError other) {
            throw new AssertionError("seed " + seed + ": " + source, other);
        }
    }
}
