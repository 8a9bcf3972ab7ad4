package io.carillon.connectors.mapping;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Cleansers;
import io.carillon.cleanse.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mapping can ask for with {@code as}. */
public record Conversions(Map<Kind, Cleanser> byKind) {
    public Conversions {
        byKind = byKind.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byKind));
    }

    /** Every kind there is. */
    public static Conversions all() {
        var all = new EnumMap<Kind, Cleanser>(Kind.class);
        for (Kind kind : Kind.values()) all.put(kind, Cleansers.of(kind));
        return new Conversions(all);
    }

    public Optional<Cleanser> of(Kind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    public boolean has(Kind kind) {
        return byKind.containsKey(kind);
    }

    /** As mappings write them. */
    public List<String> words() {
        return byKind.keySet().stream().map(Kind::word).toList();
    }

    /** Of a cleansed value that has parts, the one that stands for it where one value is wanted; none stands for all. */
    static Optional<String> partOf(Kind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of("address");
            case PHONE -> Optional.of("e164");
            case DATE -> Optional.of("iso");
            case NAME -> Optional.of("full");
            case MONEY -> Optional.of("amount");
            default -> Optional.empty();
        };
    }
}
