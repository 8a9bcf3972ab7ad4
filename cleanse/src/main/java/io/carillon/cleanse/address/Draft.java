package io.carillon.cleanse.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An address while it is being read: each part, and what was changed to bring it into its form. */
final class Draft {
    /** What a word can be a part of. Whatever is none of the others stands above them: a name, a building. */
    enum Part {
        ABOVE,
        NUMBER,
        STREET,
        UNIT,
        DISTRICT,
        CITY,
        REGION,
        POSTAL_CODE
    }

    private final String country;
    private final Map<Part, String> parts = new LinkedHashMap<>();
    private final List<String> above = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> changes = new LinkedHashSet<>();

    Draft(String country) {
        this.country = country;
    }

    String country() {
        return country;
    }

    /** Sets a part, or adds to it after a space; an empty text sets nothing. */
    Draft put(Part part, String text) {
        return put(part, text, " ");
    }

    /** Sets a part, or adds to it after a joint. */
    Draft put(Part part, String text, String joint) {
        if (!text.isBlank()) parts.merge(part, text, (before, more) -> before + joint + more);
        return this;
    }

    /** Sets a part to the form of what was written, and notes the rule when that is not the same. */
    Draft put(Part part, String written, String form, String rule) {
        if (!written.equals(form) && !form.isBlank()) changes.add(rule);
        return put(part, form);
    }

    Draft above(List<String> texts) {
        above.addAll(texts);
        return this;
    }

    Draft changed(String rule) {
        changes.add(rule);
        return this;
    }

    Optional<String> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    String text(Part part) {
        return parts.getOrDefault(part, "");
    }

    boolean has(Part part) {
        return parts.containsKey(part);
    }

    List<String> above() {
        return above;
    }

    /** Adds a line of what is not empty, with single spaces between. */
    Draft line(String... pieces) {
        var line = new StringBuilder();
        for (String piece : pieces) {
            if (piece.isBlank()) continue;
            if (!line.isEmpty() && !piece.startsWith(",")) line.append(' ');
            line.append(piece);
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return this;
    }

    Draft lines(List<String> more) {
        more.forEach(this::line);
        return this;
    }

    List<String> changes() {
        return List.copyOf(changes);
    }

    PostalAddress address() {
        return new PostalAddress(
                part(Part.STREET),
                part(Part.NUMBER),
                part(Part.UNIT),
                part(Part.DISTRICT),
                part(Part.CITY),
                part(Part.REGION),
                part(Part.POSTAL_CODE),
                Optional.of(country),
                lines);
    }
}
