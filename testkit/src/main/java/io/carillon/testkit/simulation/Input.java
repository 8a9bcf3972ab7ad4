package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something from outside that an {@link Explorer} lets happen at any moment.
 *
 * @param name for the trace of a failure
 * @param possible whether it can happen now; when never, it does not happen
 */
public record Input<K>(String name, Predicate<SimulatedHost<K>> possible, Consumer<SimulatedHost<K>> happens) {

    public static <K> Input<K> of(String name, Consumer<SimulatedHost<K>> happens) {
        return new Input<>(name, _ -> true, happens);
    }

    public static <K> Input<K> message(String name, Address to, Function<ReplyTo, Message> message) {
        return of(name, host -> {
            if (!host.submit(to, Lane.URGENT, message, _ -> {})) throw new IllegalStateException("no room");
        });
    }

    public static <K> Input<K> clock(Instant now) {
        return of("clock " + now, host -> host.clock(now));
    }

    /** The process dies and starts again, and loses nothing that it accepted. */
    public static <K> Input<K> crash() {
        return of("crash", host -> host.crash(false));
    }
}
