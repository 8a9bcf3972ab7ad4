package io.carillon.cleanse.name;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A person's name in parts.
 *
 * @param parts what was found, none of them empty
 */
public record PersonName(Map<Part, String> parts) {
    static final PersonName NONE = new PersonName(Map.of());

    public PersonName {
        var copy = new EnumMap<Part, String>(Part.class);
        parts.forEach((part, text) -> {
            if (!text.isBlank()) copy.put(part, text);
        });
        parts = Collections.unmodifiableMap(copy);
    }

    public Optional<String> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    String text(Part part) {
        return parts.getOrDefault(part, "");
    }

    PersonName with(Part part, String text) {
        var copy = new EnumMap<Part, String>(Part.class);
        copy.putAll(parts);
        copy.put(part, text);
        return new PersonName(copy);
    }

    /** Without any first, middle or last name. */
    boolean isNameless() {
        return !parts.containsKey(Part.FIRST) && !parts.containsKey(Part.MIDDLE) && !parts.containsKey(Part.LAST);
    }

    /** The parts, each changed by a function of which part it is and its text. */
    PersonName mapped(Mapping mapping) {
        var copy = new EnumMap<Part, String>(Part.class);
        parts.forEach((part, text) -> copy.put(part, mapping.apply(part, text)));
        return new PersonName(copy);
    }

    /** Both names' parts; what both have is joined by a function. */
    PersonName and(PersonName other, BinaryOperator<String> join) {
        var copy = new EnumMap<Part, String>(Part.class);
        copy.putAll(parts);
        other.parts.forEach((part, text) -> copy.merge(part, text, join));
        return new PersonName(copy);
    }

    interface Mapping {
        String apply(Part part, String text);
    }
}
