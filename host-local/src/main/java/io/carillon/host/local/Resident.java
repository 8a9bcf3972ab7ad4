package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity in memory: its decoded state, what waits for it, and what the group under way has changed of it. Belongs to
 * its shard's thread.
 */
final class Resident<S, M extends Message, K> {
    final Address address;
    final EntityKind<S, M, K> kind;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(2);
    private int urgent;

    @Nullable
    Lane queuedIn;

    private @Nullable S state;
    private boolean unborn = true;
    private Optional<Instant> wakeAt = Optional.empty();

    private Optional<Instant> wakeRow = Optional.empty();
    private long historySize;

    private boolean changed;
    private Optional<Bytes> encoded = Optional.empty();
    private List<Bytes> freshRows = List.of();
    boolean touched;

    Resident(Address address, EntityKind<S, M, K> kind) {
        this.address = address;
        this.kind = kind;
    }

    void add(Waiting item) {
        waiting.add(item);
        if (item.lane() == Lane.URGENT) urgent++;
    }

    Waiting first() {
        return waiting.element();
    }

    Waiting remove() {
        Waiting item = waiting.remove();
        if (item.lane() == Lane.URGENT) urgent--;
        return item;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    Lane lane() {
        return urgent > 0 ? Lane.URGENT : Lane.BULK;
    }

    /** @throws UnreadableException if the stored entity is damaged or of another kind */
    void load(States states) {
        if (state != null) return;
        Optional<EntityRecord> stored = states.get(Keys.entity(address));
        if (stored.isEmpty()) {
            state = kind.unborn(address);
        } else {
            EntityRecord record = stored.get();
            if (!record.kind().equals(kind.name())) {
                throw new UnreadableException("a stored entity at %s:… is a %s, expected a %s"
                        .formatted(address.kind(), record.kind(), kind.name()));
            }
            unborn = record.state().isEmpty();
            wakeRow = record.wakeRow();
            historySize = record.historySize();
            state = record.state().map(kind.states()::decode).orElseGet(() -> kind.unborn(address));
        }
        wakeAt = kind.wakeAt(state);
    }

    boolean isLoaded() {
        return state != null;
    }

    S state() {
        if (state == null) throw new IllegalStateException("not loaded");
        return state;
    }

    Optional<Instant> wakeAt() {
        return wakeAt;
    }

    Optional<Instant> wakeRow() {
        return wakeRow;
    }

    /** Wants no wake-up before then. */
    void restUntil(Instant at) {
        wakeAt = wakeAt.map(wanted -> wanted.isBefore(at) ? at : wanted);
    }

    void wakeRow(Optional<Instant> at) {
        wakeRow = at;
        changed = true;
    }

    /** History rows there are, those of the group under way included. */
    long historySize() {
        return historySize;
    }

    long historyStored() {
        return historySize - freshRows.size();
    }

    List<Bytes> freshRows() {
        return freshRows;
    }

    /** Gives the row its number. */
    long append(Bytes row) {
        if (freshRows.isEmpty()) freshRows = new ArrayList<>(2);
        freshRows.add(row);
        changed = true;
        return historySize++;
    }

    void become(Outcome<S> outcome) {
        wakeAt = outcome.wakeAt();
        if (outcome.encoded().isEmpty()) return;
        state = outcome.state();
        encoded = outcome.encoded();
        unborn = false;
        changed = true;
    }

    /** What is to be stored of it, if the group changed anything. */
    Optional<EntityRecord> change() {
        if (!changed) return Optional.empty();
        Optional<Bytes> stored = unborn
                ? Optional.empty()
                : Optional.of(encoded.orElseGet(() -> kind.states().encode(state())));
        return Optional.of(new EntityRecord(kind.name(), historySize, wakeRow, stored));
    }

    void committed() {
        changed = false;
        touched = false;
        encoded = Optional.empty();
        freshRows = List.of();
    }
}
