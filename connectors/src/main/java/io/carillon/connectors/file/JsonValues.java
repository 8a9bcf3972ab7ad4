package io.carillon.connectors.file;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON to values, within limits. Of keys that repeat the last counts. */
final class JsonValues {
    private static final int DEPTH_MAX = 64;
    private static final int NUMBER_LENGTH_MAX = 100;
    /** Arithmetic with more takes memory in proportion. */
    private static final int EXPONENT_MAX = 400;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .maxStringLength(CsvParser.ROW_LENGTH_MAX)
                    .build())
            .build();

    private JsonValues() {}

    /** What came of reading an object. */
    sealed interface Parsed {
        record Good(Value.Fields fields) implements Parsed {}

        record Bad(String reason) implements Parsed {}
    }

    /** Thrown where a value is JSON, but none that can be used. */
    static final class UnusableValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnusableValue(String message) {
            super(message, null, false, false);
        }
    }

    /** One object and nothing else. */
    static Parsed read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) return new Parsed.Bad("is not a JSON object; expected {…}");
            Value value = new BoundedObject(parser, 0).read();
            if (parser.nextToken() != null) return new Parsed.Bad("has more after its JSON object");
            return new Parsed.Good((Value.Fields) value);
        } catch (JacksonException e) {
            return new Parsed.Bad(reason(e));
        } catch (UnusableValue e) {
            return new Parsed.Bad(String.valueOf(e.getMessage()));
        }
    }

    static String reason(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " at column %d".formatted(at.getColumnNr());
        String message = e.getOriginalMessage().replaceFirst(" ?\\((for|start marker)[^\\n]*", "");
        return "is not JSON%s: %s".formatted(where, Entry.shown(message));
    }

    /** The value that a token is: no list, no object. */
    static Value scalar(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> Value.of(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(number(parser.getString()));
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            default -> Value.Nothing.NOTHING;
        };
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.precision() - number.scale()) > EXPONENT_MAX) {
            throw new UnusableValue("has the number %s; an exponent may be at most %d".formatted(text, EXPONENT_MAX));
        }
        return number;
    }

    /** Half a surrogate pair has no stored form. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            var whole = new StringBuilder(text.length());
            text.codePoints()
                    .forEach(point ->
                            whole.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFFFD : point));
            return whole.toString();
        }
        return text;
    }
}
