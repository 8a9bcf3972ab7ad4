package io.carillon.host.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of one shard: never behind what it showed before, also across restarts, and wary of a clock that leaps ahead.
 *
 * <p>A leap of more than {@link #LEAP_MAX}, times the clock's factor, against the monotonic clock is not believed: timers would all fire and never
 * be unfired. Until the clock comes back, or somebody accepts it, time goes on at its old pace and {@link #leapt()} says so.
 */
final class ShardClock {
    static final Duration LEAP_MAX = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ShardClock.class);

    private final HostTime time;
    private final Duration leapMax;
    private final AtomicInteger acceptances;
    private Instant last;
    private Instant believed;
    private long believedNanos;
    private int accepted;
    private volatile boolean leapt;

    /** @param last shown before the restart */
    ShardClock(HostTime time, Instant last, AtomicInteger acceptances) {
        this.time = time;
        // The two clocks are read one after the other: a pause in between looks like a leap, the longer the faster we
        // are.
        this.leapMax = Duration.ofSeconds((long) (LEAP_MAX.toSeconds() * Math.max(1, time.factor())));
        this.acceptances = acceptances;
        this.accepted = acceptances.get();
        this.believed = time.clock().instant();
        this.believedNanos = time.nanos().getAsLong();
        this.last = last;
        if (believed.isBefore(last.minus(LEAP_MAX))) {
            LOG.warn("the clock shows {}, before {}, which was shown already: time stands until then", believed, last);
        }
    }

    Instant now() {
        Instant told = believable(time.clock().instant(), time.nanos().getAsLong());
        if (told.isAfter(last)) last = told;
        return last;
    }

    /** Whether the clock leapt ahead: no wake-up may fire. Any thread may ask. */
    boolean leapt() {
        return leapt;
    }

    private Instant believable(Instant told, long nanos) {
        Instant expected = believed.plus(time.onClock(nanos - believedNanos));
        boolean ahead = told.isAfter(expected.plus(leapMax));
        if (ahead && accepted == acceptances.get()) {
            if (!leapt)
                LOG.error(
                        "the clock leapt from {} to {}: timers stop until it is set back or accepted", expected, told);
            leapt = true;
            return expected;
        }
        if (leapt) LOG.warn("timers go on at {}", told);
        leapt = false;
        accepted = acceptances.get();
        // A clock set far back keeps the old expectation: coming forward again is then no leap.
        if (ahead || !told.isBefore(expected.minus(leapMax))) {
            believed = told;
            believedNanos = nanos;
        }
        return told;
    }
}
