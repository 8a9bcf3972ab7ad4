package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import java.time.Instant;
import java.util.Optional;

/** Where a run stands at its step. */
public sealed interface RunPosition {
    /** At a wait, until its end. */
    record Waiting(Instant until) implements RunPosition {}

    /**
     * At a send, until the outcome of its message is known. The run stays, so that an exit still finds it.
     *
     * @param dispatch id of the message
     */
    record Sending(String dispatch) implements RunPosition {}

    /**
     * At a wait for something, or at a condition that cannot be judged yet.
     *
     * @param until when it goes on whatever has happened
     * @param lookAt when it is looked at again if nothing happens, no later than {@code until}
     */
    record Awaiting(Instant until, Instant lookAt) implements RunPosition {}

    /**
     * At the call of a webhook, until its outcome is known.
     *
     * @param call id of the call
     * @param until when it goes on whatever came of it
     */
    record Calling(String call, Instant until) implements RunPosition {}

    /** When something is to be done though nothing happens. */
    default Optional<Instant> wakeAt() {
        return switch (this) {
            case Waiting(var until) -> Optional.of(until);
            case Awaiting(var _, var lookAt) -> Optional.of(lookAt);
            case Calling(var _, var until) -> Optional.of(until);
            case Sending _ -> Optional.empty();
        };
    }

    default void write(ByteWriter out) {
        switch (this) {
            case Waiting(var until) -> {
                out.u8(1);
                out.instant(until);
            }
            case Sending(var dispatch) -> {
                out.u8(2);
                out.text(dispatch);
            }
            case Awaiting(var until, var lookAt) -> {
                out.u8(3);
                out.instant(until);
                out.instant(lookAt);
            }
            case Calling(var call, var until) -> {
                out.u8(4);
                out.text(call);
                out.instant(until);
            }
        }
    }

    static RunPosition read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case 1 -> new Waiting(in.instant());
            case 2 -> new Sending(in.text());
            case 3 -> new Awaiting(in.instant(), in.instant());
            case 4 -> new Calling(in.text(), in.instant());
            default -> throw new UnreadableException("unknown run position " + form);
        };
    }
}
