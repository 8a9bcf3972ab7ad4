package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the tests of this package share. */
final class Fixtures {
    static final RenderSettings SETTINGS = RenderSettings.text(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    static final RenderSettings HTML = RenderSettings.html(SETTINGS.now(), SETTINGS.zone());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Fixtures() {}

    static String resource(String path) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/" + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static Value.Fields fields(String json) {
        return (Value.Fields) value(json(json.replace('\'', '"')));
    }

    static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                yield new Value.Fields(fields);
            }
            case ARRAY ->
                new Value.Items(node.valueStream().map(Fixtures::value).toList());
            case STRING -> Value.of(node.stringValue());
            case NUMBER -> Value.of(node.decimalValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case NULL -> Value.Nothing.NOTHING;
            default -> throw new IllegalArgumentException("unexpected " + node.getNodeType());
        };
    }

    static String render(String template, String data) {
        return text(Template.parse(template).render(fields(data), SETTINGS));
    }

    static String html(String template, String data) {
        return text(Template.parse(template).render(fields(data), HTML));
    }

    static String text(Rendering rendering) {
        return switch (rendering) {
            case Rendering.Rendered rendered -> rendered.text();
            case Rendering.Aborted(var reason) -> throw new AssertionError("aborted: " + reason);
            case Rendering.Failed(var problem) -> throw new AssertionError("failed", problem);
        };
    }

    static List<String> missing(String template, String data) {
        return ((Rendering.Rendered) Template.parse(template).render(fields(data), SETTINGS)).missing();
    }

    static TemplateException failure(String template, String data, Limits limits) {
        try {
            Rendering rendering =
                    Template.parse("t", template, Partials.NONE, limits).render(fields(data), SETTINGS.with(limits));
            if (rendering instanceof Rendering.Failed(var problem)) return problem;
            throw new AssertionError("rendered: " + text(rendering));
        } catch (TemplateException problem) {
            return problem;
        }
    }
}
