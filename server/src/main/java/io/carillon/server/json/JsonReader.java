package io.carillon.server.json;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON straight into values, within limits. The hot path of the tracking edge: one pass, no tree in between. Of keys that
 * repeat the last counts; half a surrogate pair in a text becomes U+FFFD, since it has no stored form.
 */
public final class JsonReader {
    static final int DEPTH_MAX = 64;
    static final int NUMBER_LENGTH_MAX = 100;
    /** Adding 1 to 1e999999999 takes a gigabyte; what JavaScript can say stays within 1e308. */
    static final int EXPONENT_MAX = 400;

    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .build())
            .build();

    private final JsonParser parser;
    private final String measured;
    private final List<Integer> sizes = new ArrayList<>();
    private final SortedMap<Integer, String> outOfRange = new TreeMap<>();

    /** What came of reading a body. */
    public sealed interface Parsed {
        /** A JSON object. */
        record Tree(Value.Fields root, Measured measured) implements Parsed {}

        /**
         * Not a JSON object within the limits.
         *
         * @param message what is wrong, in words of the sender's own text
         * @param where without any of it
         */
        record Bad(String message, String where) implements Parsed {}
    }

    /**
     * What is known of the measured list's items; nothing when there is no such list.
     *
     * @param sizes bytes of each, in order
     * @param outOfRange those that hold a number out of range, by index, each with what is wrong; null stands in their
     *     place, and the others are as they were sent
     */
    public record Measured(List<Integer> sizes, SortedMap<Integer, String> outOfRange) {}

    private static final class OutOfRange extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfRange(String message) {
            super(message, null, false, false);
        }
    }

    private JsonReader(JsonParser parser, String measured) {
        this.parser = parser;
        this.measured = measured;
    }

    public static Parsed read(Bytes body) {
        return read(body, "");
    }

    /**
     * Reads a body and measures the items of one of its lists.
     *
     * @param measured the list's name; it is a field of the body itself
     */
    public static Parsed read(Bytes body, String measured) {
        byte[] bytes = body.unsafeArray();
        if (!isUtf8(bytes)) return new Parsed.Bad("the body is not UTF-8", "not UTF-8");
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return new JsonReader(parser, measured).root();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            // The library says after it where the value began, in words that only its authors understand.
            String message = e.getOriginalMessage().replaceFirst(" ?\\((for|start marker)[^\\n]*", "");
            if (message.length() > 200) message = message.substring(0, 200) + "…";
            return new Parsed.Bad("%s: %s".formatted(where, message), where);
        } catch (OutOfRange e) {
            return new Parsed.Bad(String.valueOf(e.getMessage()), "a number");
        }
    }

    private Parsed root() {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            return new Parsed.Bad(
                    first == null ? "the body is empty; expected a JSON object" : "expected a JSON object",
                    "no object");
        }
        var fields = new LinkedHashMap<String, Value>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            boolean measure = token == JsonToken.START_ARRAY && name.equals(measured);
            fields.put(name, measure ? measuredItems() : value(token));
        }
        if (parser.nextToken() != null) {
            return new Parsed.Bad("there is more after the JSON object", "more than one value");
        }
        return new Parsed.Tree(new Value.Fields(fields), new Measured(sizes, outOfRange));
    }

    private Value measuredItems() {
        sizes.clear();
        outOfRange.clear();
        var items = new ArrayList<Value>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            long from = parser.currentTokenLocation().getByteOffset();
            items.add(measuredItem(token, items.size()));
            sizes.add((int) (parser.currentLocation().getByteOffset() - from));
        }
        return new Value.Items(items);
    }

    /** A number out of range costs the item it is in, and no other. */
    private Value measuredItem(JsonToken token, int index) {
        int depth = parser.streamReadContext().getNestingDepth();
        try {
            return value(token);
        } catch (OutOfRange e) {
            outOfRange.put(index, String.valueOf(e.getMessage()));
            // An item that is a structure is one level deeper than its list: read on until it has ended.
            int list = token.isStructStart() ? depth - 1 : depth;
            while (parser.streamReadContext().getNestingDepth() > list) parser.nextToken();
            return Value.Nothing.NOTHING;
        }
    }

    /** Depth is bounded by the parser, so recursion is too. */
    private Value value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Value.Text(clean(parser.getString()));
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> Value.Nothing.NOTHING;
            default -> throw new IllegalStateException("unexpected " + token);
        };
    }

    private static final Value TRUE = Value.of(true);
    private static final Value FALSE = Value.of(false);

    private Value fields() {
        Map<String, Value> fields = LinkedHashMap.newLinkedHashMap(8);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            fields.put(name, value(parser.nextToken()));
        }
        return new Value.Fields(fields);
    }

    private Value items() {
        var items = new ArrayList<Value>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Value.Items(items);
    }

    private Value whole() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? Value.of(new BigDecimal(parser.getBigIntegerValue()))
                : Value.of(parser.getLongValue());
    }

    private Value decimal() {
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException e) { // an exponent that is no int
            throw outOfRange();
        }
        if (Math.abs((long) number.scale()) > EXPONENT_MAX) throw outOfRange();
        return Value.of(number);
    }

    private OutOfRange outOfRange() {
        return new OutOfRange("the number %s is out of range; expected an exponent of at most %d"
                .formatted(parser.getString(), EXPONENT_MAX));
    }

    private static boolean isUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) return decodes(bytes);
        }
        return true;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) return cleaned(text);
        }
        return text;
    }

    private static String cleaned(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            out.appendCodePoint(half ? REPLACEMENT : point);
        });
        return out.toString();
    }
}
