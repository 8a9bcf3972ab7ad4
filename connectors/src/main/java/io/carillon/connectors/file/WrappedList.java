package io.carillon.connectors.file;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Tells a document around a list of records, as APIs answer it, from one record that has a list: an order and its lines. */
final class WrappedList {
    /** What names a record is not said of the document around records. */
    private static final Pattern NAMES_A_RECORD =
            Pattern.compile("(?i)u?id|e-?mail|mail|type|event|(user|customer|order)[ _-]?(id|no|number)");

    private WrappedList() {}

    /** @param beginning of an object; what it is cut off from is not asked for */
    static boolean isIn(String beginning) {
        boolean isFound = false;
        try (JsonParser parser = JsonValues.FACTORY.createParser(ObjectReadContext.empty(), beginning)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return false;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (value != null
                        && value.isScalarValue()
                        && NAMES_A_RECORD.matcher(name).matches()) return false;
                if (value == JsonToken.START_ARRAY) {
                    JsonToken first = parser.nextToken();
                    isFound |= first == JsonToken.START_OBJECT;
                    skip(parser, first);
                } else {
                    parser.skipChildren();
                }
            }
            return isFound;
        } catch (JacksonException e) {
            return isFound;
        }
    }

    /** To the end of the list whose first token was read. */
    private static void skip(JsonParser parser, JsonToken first) {
        for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
        }
    }
}
