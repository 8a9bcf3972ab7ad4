package io.carillon.core.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of identifier, strongest first. The order is fixed, not a setting: it is why merges have no cycles. */
public enum IdentifierKind {
    USER,
    EMAIL,
    PHONE,
    EXTERNAL,
    DEVICE,
    ANONYMOUS;

    private static final List<IdentifierKind> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The kind's name in addresses: {@code user}, {@code email}… */
    public String word() {
        return word;
    }

    /** Whether it belongs to the user it was last named with; the others stay with the first who claims them. */
    public boolean isMovable() {
        return this == DEVICE || this == ANONYMOUS;
    }

    public static Optional<IdentifierKind> ofWord(String word) {
        for (IdentifierKind kind : ALL) {
            if (kind.word().equals(word)) return Optional.of(kind);
        }
        return Optional.empty();
    }
}
