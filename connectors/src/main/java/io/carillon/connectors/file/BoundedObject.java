package io.carillon.connectors.file;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an object of a document whose length nobody knows, and lets go of it when it is too long. */
final class BoundedObject {
    private final JsonParser parser;
    private final long begin;
    private int depth;

    /**
     * Stands at the object's beginning.
     *
     * @param begin in characters
     */
    BoundedObject(JsonParser parser, long begin) {
        this.parser = parser;
        this.begin = begin;
    }

    /** @throws JsonValues.UnusableValue where it cannot be used; then the rest is still to be skipped */
    Value read() {
        return value(JsonToken.START_OBJECT);
    }

    void skipRest() {
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) return;
            if (token.isStructStart()) depth++;
            if (token.isStructEnd()) depth--;
        }
    }

    private Value value(JsonToken token) {
        if (parser.currentTokenLocation().getCharOffset() - begin > CsvParser.ROW_LENGTH_MAX) {
            if (token.isStructStart()) depth++;
            throw new JsonValues.UnusableValue(
                    "is an object of more than %d characters".formatted(CsvParser.ROW_LENGTH_MAX));
        }
        if (token == JsonToken.START_OBJECT) {
            depth++;
            var fields = new LinkedHashMap<String, Value>();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.put(JsonValues.whole(name), value(parser.nextToken()));
            }
            depth--;
            return new Value.Fields(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            depth++;
            var items = new ArrayList<Value>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(value(next));
            }
            depth--;
            return Value.of(items);
        }
        return JsonValues.scalar(parser, token);
    }
}
