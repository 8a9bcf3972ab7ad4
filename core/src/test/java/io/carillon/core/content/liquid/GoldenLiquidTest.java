package io.carillon.core.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The Golden Liquid suite: what the reference implementation answers. */
class GoldenLiquidTest {
    /** The year in which the expected pages were made: they print it. */
    private static final RenderSettings IN_2025 =
            RenderSettings.text(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);

    private static final String FOLDER = "golden-liquid/";

    /** One line a case: its name, a tab, and why. A case that passes now, or fails now, changes the list. */
    private static List<String> expectedFailures() {
        return Fixtures.resource(FOLDER + "expected-failures.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    @Test
    void everyCaseButTheListedOnesAnswersAsTheReferenceDoes() {
        List<String> failures = new ArrayList<>();
        List<String> details = new ArrayList<>();
        int cases = 0;
        for (JsonNode test : Fixtures.json(Fixtures.resource(FOLDER + "golden_liquid_open.json"))
                .get("tests")
                .values()) {
            cases++;
            failure(test).ifPresent(detail -> {
                failures.add(test.get("name").stringValue());
                details.add(test.get("name").stringValue() + ": " + detail);
            });
        }

        assertThat(cases).isEqualTo(692);
        assertThat(failures).as(String.join("\n", details)).containsExactlyElementsOf(expectedFailures());
        assertThat(failures.size()).isLessThanOrEqualTo(cases / 20);
    }

    private static Optional<String> failure(JsonNode test) {
        boolean invalid = test.has("invalid");
        Value data = test.has("data") ? Fixtures.value(test.get("data")) : Value.Fields.NONE;
        Rendering rendering;
        try {
            rendering = Template.parse("golden", test.get("template").stringValue(), partials(test), Limits.DEFAULT)
                    .render((Value.Fields) data, Fixtures.SETTINGS);
        } catch (TemplateException problem) {
            return invalid ? Optional.empty() : Optional.of("not parsed: " + problem.getMessage());
        }
        return switch (rendering) {
            case Rendering.Failed(var problem) ->
                invalid ? Optional.empty() : Optional.of("not rendered: " + problem.getMessage());
            case Rendering.Aborted(var reason) -> Optional.of("aborted: " + reason);
            case Rendering.Rendered rendered -> wrong(rendered.text(), invalid, test);
        };
    }

    private static Optional<String> wrong(String text, boolean invalid, JsonNode test) {
        if (invalid) return Optional.of("rendered, but is invalid: [" + text + "]");
        boolean right = results(test).contains(text);
        return right ? Optional.empty() : Optional.of("rendered [" + text + "], expected " + results(test));
    }

    private static List<String> results(JsonNode test) {
        return test.has("result")
                ? List.of(test.get("result").stringValue())
                : test.get("results").valueStream().map(JsonNode::stringValue).toList();
    }

    private static Partials partials(JsonNode test) {
        Map<String, String> sources = new LinkedHashMap<>();
        if (test.has("templates")) {
            test.get("templates")
                    .properties()
                    .forEach(entry ->
                            sources.put(entry.getKey(), entry.getValue().stringValue()));
        }
        return name -> Optional.ofNullable(sources.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001", "002", "004"})
    void wholePagesRenderAsTheReferenceRendersThem(String page) {
        String folder = FOLDER + "page_fixtures/" + page + "/";
        Partials partials = name -> Optional.of(Fixtures.resource(folder + "templates/" + name));
        var template =
                Template.parse("index", Fixtures.resource(folder + "templates/index.liquid"), partials, Limits.DEFAULT);

        String text = Fixtures.text(template.render(
                (Value.Fields) Fixtures.value(Fixtures.json(Fixtures.resource(folder + "data.json"))), IN_2025));

        // Two of the expected files end in a newline that their templates do not have.
        assertThat(text.stripTrailing())
                .isEqualTo(Fixtures.resource(folder + "expected_result.txt").stripTrailing());
    }
}
