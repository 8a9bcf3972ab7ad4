package io.carillon.core.audit.judge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding matters, the least first. Stored by name. */
public enum Severity {
    LOW(4),
    MEDIUM(15),
    HIGH(35);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** Points of a hundred that it costs where it concerns everything. */
    int weight() {
        return weight;
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> ofWord(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
