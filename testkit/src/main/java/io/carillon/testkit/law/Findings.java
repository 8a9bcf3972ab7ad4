package io.carillon.testkit.law;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was wrong in one history, by law: the first thing found. */
public final class Findings<L extends Enum<L>> {
    private static final int SHOWN_MAX = 10;
    private final SortedMap<L, String> broken = new TreeMap<>();

    /** Nothing may be in it. */
    void none(L law, Collection<?> violations) {
        if (violations.isEmpty()) return;
        broken.putIfAbsent(law, violations.stream().limit(SHOWN_MAX).toList().toString());
    }

    void noneTwice(L law, Collection<?> all) {
        none(
                law,
                all.stream().filter(one -> Collections.frequency(all, one) > 1).toList());
    }

    /** Must not throw an {@link AssertionError}. */
    void holds(L law, Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError failure) {
            broken.putIfAbsent(law, String.valueOf(failure.getMessage()));
        }
    }

    Optional<String> of(L law) {
        return Optional.ofNullable(broken.get(law));
    }
}
