package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Effects;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import io.carillon.host.local.Waiting.Again;
import io.carillon.host.local.Waiting.Due;
import io.carillon.host.local.Waiting.Garbled;
import io.carillon.host.local.Waiting.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles one message for one entity, and parks what fails: everybody else goes on. */
final class Stepper<K> {
    /** After a wake-up that failed: an entity that still wants one at once must not be tried without end. */
    static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Stepper.class);

    private final HostState<K> host;
    private final States states;
    private final Group<K> group;
    private final Wakeups wakeups;
    private final Parking parking;

    /** How much of the entity's code may run. */
    enum Care {
        HANDLE,
        /** Its message ended the process too often: only {@code park}. */
        PARK,
        /** So did {@code park}: nothing. */
        PARK_UNTOUCHED
    }

    Stepper(HostState<K> host, States states, Group<K> group, Wakeups wakeups, Parking parking) {
        this.host = host;
        this.states = states;
        this.group = group;
        this.wakeups = wakeups;
        this.parking = parking;
    }

    <S, M extends Message> void handle(Resident<S, M, K> resident, Waiting waiting, Instant now, Care care) {
        group.take(resident, waiting);
        if (waiting instanceof Again again && !parking.holds(again.park())) return;
        var unread = attempt(() -> load(resident, waiting, care));
        if (unread.isPresent() && waiting instanceof Due due) {
            leave(resident, due, unread.get());
            return;
        }
        var failure = unread.or(() -> care == Care.HANDLE
                ? attempt(() -> step(resident, waiting, now))
                : Optional.of(new IllegalStateException("the process ended again and again while handling it")));
        if (failure.isPresent()) {
            park(resident, waiting, now, failure.get());
        } else if (waiting instanceof Again again) {
            parking.remove(group.batch(), again.park());
        }
    }

    private void load(Resident<?, ?, K> resident, Waiting waiting, Care care) {
        if (care == Care.PARK_UNTOUCHED) throw new IllegalStateException("the process ended while it was being parked");
        resident.load(states);
        if (!(waiting instanceof Due due)) return;
        wakeups.handled(group.batch(), due);
        if (isInForce(due, resident)) resident.wakeRow(Optional.empty());
    }

    private <S, M extends Message> void step(Resident<S, M, K> resident, Waiting waiting, Instant now) {
        // A stale row, or an entity that changed its mind: the commit sets the row that is wanted now.
        if (waiting instanceof Due
                && resident.wakeAt().filter(at -> !at.isAfter(now)).isEmpty()) return;
        var context = new StepContext<>(resident, now, host.knowledge, group);
        add(resident, resident.kind.handle(resident.state(), message(resident, waiting), context), waiting, now);
    }

    private <S, M extends Message> void park(
            Resident<S, M, K> resident, Waiting waiting, Instant now, Throwable cause) {
        ParkId id = waiting instanceof Again again ? again.park() : parking.next();
        String type = type(resident, waiting);
        LOG.warn("{} parked as {}: {}", type, id.text(), Parking.cause(cause));
        if (resident.isLoaded()) {
            attempt(() -> {
                        var context = new StepContext<>(resident, now, host.knowledge, group);
                        M message = message(resident, waiting);
                        add(resident, resident.kind.park(resident.state(), message, context, id), waiting, now);
                    })
                    .ifPresent(e -> LOG.error("{} could not park {}: {}", type, id.text(), Parking.cause(e)));
        }
        if (waiting instanceof Due) resident.restUntil(now.plus(REST_AFTER_FAILURE));
        if (waiting instanceof Again) return; // its row stands
        Bytes stored = stored(resident, waiting);
        parking.put(
                group.batch(),
                id,
                new ParkedRecord(resident.address, waiting.lane(), type, Parking.cause(cause), now, stored));
    }

    /** The row stays for the next start, perhaps of a Carillon that can read the entity. */
    private void leave(Resident<?, ?, K> resident, Due due, Throwable cause) {
        LOG.error("a wake-up of a {} is left until the next start: {}", resident.kind.name(), Parking.cause(cause));
        wakeups.leave(due);
    }

    private <S, M extends Message> void add(
            Resident<S, M, K> resident, Effects<S> effects, Waiting waiting, Instant now) {
        group.add(resident, Outcome.of(resident, effects, host.kinds, group), waiting.lane(), now);
    }

    private static boolean isInForce(Due due, Resident<?, ?, ?> resident) {
        return resident.wakeRow().equals(Optional.of(due.at()));
    }

    /** A message of another kind's family meets a ClassCastException in the handler: the sender's mistake. */
    @SuppressWarnings("unchecked")
    private static <M extends Message> M message(Resident<?, M, ?> resident, Waiting waiting) {
        return switch (waiting) {
            case Told told -> (M) told.message();
            case Due _ -> resident.kind.wakeUp();
            case Garbled garbled -> throw garbled.cause();
        };
    }

    private static String type(Resident<?, ?, ?> resident, Waiting waiting) {
        return switch (waiting) {
            case Told told -> told.message().getClass().getSimpleName();
            case Due _ -> resident.kind.name() + " wake-up";
            case Garbled _ -> "unreadable message";
        };
    }

    private Bytes stored(Resident<?, ?, K> resident, Waiting waiting) {
        if (waiting instanceof Garbled garbled) return garbled.message();
        var bytes = new Object() {
            Bytes value = Bytes.EMPTY;
        };
        attempt(() -> bytes.value = host.kinds.encode(resident.address, message(resident, waiting)))
                .ifPresent(e -> LOG.error("a parked message cannot be stored: {}", Parking.cause(e)));
        return bytes.value;
    }

    /** Runs code of an entity. What it throws is its own failure, but for what no process survives. */
    private static Optional<Throwable> attempt(Runnable code) {
        try {
            code.run();
            return Optional.empty();
        } catch (StackOverflowError e) {
            return Optional.of(e);
        } catch (VirtualMachineError | StoreFailure e) {
            throw e;
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
