package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a schema once, so that values are checked fast. A keyword that is not known is wrong: as a schema's author is
 * here, a spelling mistake is likelier than a vocabulary of their own (begin those with {@code x-}).
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema 2020-12</a>
 */
public final class SchemaReader {
    private static final int SCHEMAS_MAX = 10_000;
    private static final Set<String> SAYS_SOMETHING_TO_PEOPLE = new TreeSet<>(List.of(
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentEncoding",
            "contentMediaType",
            "contentSchema",
            "$comment",
            "$schema",
            "$id"));

    private final Value root;
    private final List<Complaint> complaints;
    private final Map<String, Schema> byPointer = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** Pointers that somebody refers to, and that were not read yet. */
    private final Set<String> unread = new TreeSet<>();

    /**
     * Something wrong with a schema.
     *
     * @param pointer to it within the schema
     */
    public record Complaint(String pointer, String message) {}

    /** What a schema came to. */
    public sealed interface Outcome {
        record Read(Schema schema) implements Outcome {}

        record Wrong(List<Complaint> complaints) implements Outcome {}
    }

    private record Reference(String target, String from) {}

    private SchemaReader(Value root, List<Complaint> complaints) {
        this.root = root;
        this.complaints = complaints;
    }

    /** Reads a whole schema, and says all that is wrong with it. */
    public static Outcome read(Value value) {
        var complaints = new ArrayList<Complaint>();
        var reader = new SchemaReader(value, complaints);
        Schema schema = reader.at("", value);
        reader.follow();
        return complaints.isEmpty() ? new Outcome.Read(schema) : new Outcome.Wrong(complaints);
    }

    /** The targets of references may themselves refer on. */
    private void follow() {
        for (int i = 0; i < references.size() && complaints.isEmpty(); i++) {
            Reference reference = references.get(i);
            Optional<Value> target = Pointers.find(root, reference.target());
            if (target.isEmpty()) {
                wrong(reference.from(), "\"#%s\" leads nowhere in this schema".formatted(reference.target()));
            } else {
                at(reference.target(), target.get());
            }
        }
    }

    /** The schema at a pointer; the same one each time. */
    Schema at(String pointer, Value value) {
        Schema known = byPointer.get(pointer);
        if (known != null) {
            if (!unread.remove(pointer)) return known;
        } else {
            known = new Schema();
            byPointer.put(pointer, known);
        }
        if (byPointer.size() > SCHEMAS_MAX) {
            wrong(pointer, "a schema has at most %d parts".formatted(SCHEMAS_MAX));
            return known;
        }
        switch (value) {
            case Value.Flag(var allowed) -> {
                if (!allowed) known.add((_, in) -> in.wrong("must not be there"));
            }
            case Value.Fields fields -> keywords(pointer, fields, known);
            default -> wrong(pointer, "is not a schema; expected keywords such as type: string, or true or false");
        }
        return known;
    }

    /** A schema that another place has, read later. */
    Optional<Schema> refer(String reference, String from) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            wrong(from, "\"%s\" is not in this schema; expected #/$defs/NAME".formatted(reference));
            return Optional.empty();
        }
        String target = reference.substring(1);
        references.add(new Reference(target, from));
        Schema known = byPointer.get(target);
        if (known == null) {
            known = new Schema();
            byPointer.put(target, known);
            unread.add(target);
        }
        return Optional.of(known);
    }

    private void keywords(String pointer, Value.Fields schema, Schema into) {
        var keywords = new Keywords(this, pointer, schema, into);
        for (String name : schema.fields().keySet()) {
            if (SAYS_SOMETHING_TO_PEOPLE.contains(name) || name.startsWith("x-")) continue;
            keywords.read(name);
        }
    }

    void wrong(String pointer, String message) {
        complaints.add(new Complaint(pointer, message));
    }
}
