package io.carillon.channels.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks a worker lives by.
 *
 * @param clock the host's: when a message is due
 * @param nanos monotonic: whether a grant is fresh, whether a provider may be asked
 * @param factor seconds of the clock that pass in one of the machine's
 */
public record Pace(InstantSource clock, LongSupplier nanos, double factor) {
    public static Pace system() {
        return new Pace(InstantSource.system(), System::nanoTime, 1);
    }

    /** The machine's time until so much has passed on the clock. */
    Duration onMachine(Duration duration) {
        return Duration.ofNanos((long) Math.min(Long.MAX_VALUE / 2.0, duration.toMillis() * 1e6 / factor));
    }
}
