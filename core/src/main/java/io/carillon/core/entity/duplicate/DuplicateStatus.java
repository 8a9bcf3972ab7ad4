package io.carillon.core.entity.duplicate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a pair. Stored by name. */
public enum DuplicateStatus {
    /** Somebody is to decide. */
    OPEN,
    /** They are one person, and merge. */
    ACCEPTED,
    /** They are two people: it is not suggested again. */
    REJECTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DuplicateStatus> ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
