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
    private boolean isInside;
    private Optional<JsonToken> pending = Optional.empty();
    private long row;

    JsonRecords(Reader in) {
        parser = JsonValues.FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    @Override
    public Optional<Entry> next() {
        if (ended) return Optional.empty();
        try {
            isInside = false;
            return advance();
        } catch (JacksonException e) {
            ended = true;
            if (!isInside) row++;
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
        JsonToken token = pending.orElseGet(parser::nextToken);
        pending = Optional.empty();
        if (token == null || token == JsonToken.END_ARRAY) {
            ended = true;
            return Optional.empty();
        }
        row++;
        isInside = true;
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

    /** Moves to the beginning of the list, or to its first object. A list that is empty will do when there is no other. */
    private boolean findList() {
        boolean isAnyEmpty = false;
        JsonToken before = JsonToken.NOT_AVAILABLE;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && before == JsonToken.NOT_AVAILABLE) return true;
            if (token == JsonToken.START_OBJECT && before == JsonToken.START_ARRAY) {
                pending = Optional.of(token);
                return true;
            }
            if (token.isScalarValue() && parser.streamReadContext().inRoot()) return false;
            isAnyEmpty |= token == JsonToken.END_ARRAY && before == JsonToken.START_ARRAY;
            before = token;
        }
        return isAnyEmpty;
    }
}
