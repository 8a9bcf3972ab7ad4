package io.carillon.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at what happens elsewhere, again and again, until it is as wanted. */
final class Eventually {
    /** So long that only what never happens takes it, also on a machine that does much else. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Eventually() {}

    /** What was seen when it was as wanted; an {@link AssertionError} with what was seen last when it never was. */
    static <T> T eventually(Supplier<T> look, Predicate<T> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) return seen;
            if (System.nanoTime() - until > 0) throw new AssertionError("never as wanted; last seen: " + seen);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
