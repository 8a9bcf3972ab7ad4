package io.carillon.server.imports;

import io.carillon.connectors.file.Wishes;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shall be done with a file. Kept as long as the import is known: after a restart it is done by it.
 *
 * @param source the silo that the records come from
 * @param file its name, for people
 * @param mapping in YAML; none is made from the columns
 * @param wishes words of what is known of the file: {@code format encoding delimiter quote header}
 * @param basis on which the people may be written to, see {@link Basis}
 * @param dryRun whether to count and to show only
 * @param again whether a file that was taken in before is taken in once more
 * @param at when it was ordered; the time of records that have none
 */
public record ImportOrder(
        String source,
        String file,
        Optional<String> mapping,
        Map<String, String> wishes,
        Optional<Basis> basis,
        boolean dryRun,
        boolean again,
        Instant at) {
    private static final int NAME_LENGTH_MAX = 100;
    private static final int MAPPING_LENGTH_MAX = 1 << 20;

    /** Names by which somebody says what they know of a file. */
    public static final java.util.List<String> WISHES =
            java.util.List.of("format", "encoding", "delimiter", "quote", "header");

    public ImportOrder {
        if (!source.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "source \"%s\" is not a name; expected letters, digits, . _ - (at most 100), e.g. crm"
                            .formatted(shown(source)));
        }
        if (file.length() > NAME_LENGTH_MAX) file = file.substring(file.length() - NAME_LENGTH_MAX);
        if (mapping.filter(text -> text.length() > MAPPING_LENGTH_MAX).isPresent()) {
            throw new IllegalArgumentException("a mapping has at most %d characters".formatted(MAPPING_LENGTH_MAX));
        }
        wishes = new LinkedHashMap<>(wishes);
    }

    /**
     * What is known of the file.
     *
     * @throws IllegalArgumentException naming the word that is not known
     */
    public Wishes fileWishes() {
        return Wishes.of(
                wishes.getOrDefault("format", ""),
                wishes.getOrDefault("encoding", ""),
                wishes.getOrDefault("delimiter", ""),
                wishes.getOrDefault("quote", ""),
                wishes.getOrDefault("header", ""));
    }

    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("source", Value.of(source));
        fields.put("file", Value.of(file));
        mapping.ifPresent(text -> fields.put("mapping", Value.of(text)));
        wishes.forEach((name, word) -> fields.put(name, Value.of(word)));
        basis.ifPresent(it -> fields.put("consentBasis", Value.of(it.text())));
        fields.put("dryRun", Value.of(dryRun));
        fields.put("again", Value.of(again));
        fields.put("at", Value.of(at.toString()));
        return new Value.Fields(fields);
    }

    /**
     * What somebody ordered, or what was kept.
     *
     * @param now when it is ordered, if it does not say so
     * @throws IllegalArgumentException naming what is wrong, and what was expected
     */
    public static ImportOrder of(Value.Fields fields, Instant now) {
        var wishes = new LinkedHashMap<String, String>();
        for (String name : WISHES) text(fields, name).ifPresent(word -> wishes.put(name, word));
        var order = new ImportOrder(
                text(fields, "source").orElse(""),
                text(fields, "file").orElse("file"),
                text(fields, "mapping"),
                wishes,
                text(fields, "consentBasis").map(Basis::of),
                flag(fields, "dryRun"),
                flag(fields, "again"),
                text(fields, "at").map(ImportOrder::instant).orElse(now));
        order.fileWishes();
        return order;
    }

    private static Optional<String> text(Value.Fields fields, String name) {
        Value value = fields.get(name).orElse(Value.Nothing.NOTHING);
        if (value == Value.Nothing.NOTHING) return Optional.empty();
        if (value instanceof Value.Text(var text)) return Optional.of(text);
        throw new IllegalArgumentException(name + " must be a text");
    }

    private static boolean flag(Value.Fields fields, String name) {
        Value value = fields.get(name).orElse(Value.of(false));
        if (value instanceof Value.Flag(var flag)) return flag;
        throw new IllegalArgumentException(name + " must be true or false");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException("at \"%s\" is not a time".formatted(shown(text)));
        }
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
