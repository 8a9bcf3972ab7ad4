package io.carillon.connectors.file;

import io.carillon.core.value.Value;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The objects of a list: the document itself, or the first list of objects that stands in it. What is not JSON ends the
 * reading, as nobody can tell where the next object begins.
 */
final class JsonRecords implements Records {
    private final JsonParser parser;
    private boolean begun;
    private boolean ended;
    private long row;

    JsonRecords(Reader in) {
        parser = JsonValues.FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    @Override
    public Optional<Entry> next() {
        if (ended) return Optional.empty();
        try {
            return advance();
        } catch (JacksonException e) {
            ended = true;
            row++;
            return Optional.of(
                    new Entry.Unreadable(row, 0, "", "", JsonValues.reason(e) + "; what follows cannot be read"));
        }
    }

    private Optional<Entry> advance() {
        if (!begun) {
            begun = true;
            if (!findList()) {
                ended = true;
                row++;
                return Optional.of(new Entry.Unreadable(row, 0, "", "", "has no list of objects"));
            }
        }
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            ended = true;
            return Optional.empty();
        }
        row++;
        if (token != JsonToken.START_OBJECT) {
            String shown = token.isScalarValue() ? Entry.shown(parser.getString()) : "[…]";
            parser.skipChildren();
            return Optional.of(new Entry.Unreadable(row, 0, "", shown, "is not a JSON object; expected {…}"));
        }
        return Optional.of(object());
    }

    private Entry object() {
        long begin = parser.currentTokenLocation().getCharOffset();
        var bounded = new BoundedObject(parser, begin);
        try {
            Value value = bounded.read();
            return new Entry.Read(row, 0, (Value.Fields) value);
        } catch (JsonValues.UnusableValue e) {
            bounded.skipRest();
            return new Entry.Unreadable(row, 0, "", "", String.valueOf(e.getMessage()));
        }
    }

    /** Moves to the beginning of the list. */
    private boolean findList() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) return true;
            if (token.isScalarValue() && parser.streamReadContext().inRoot()) return false;
        }
        return false;
    }
}
