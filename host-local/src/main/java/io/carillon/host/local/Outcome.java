package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Limits;
import io.carillon.core.host.Message;
import io.carillon.core.host.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step that succeeded: checked and in its stored form, so that nothing can fail any more but the disk.
 *
 * @param encoded the state's bytes; empty when it did not change
 */
record Outcome<S>(
        S state,
        Optional<Bytes> encoded,
        Optional<Instant> wakeAt,
        List<Outgoing> sends,
        List<RowChange> rows,
        List<Bytes> history,
        List<Hash> memory,
        List<Effect.Answer> answers,
        List<Notice> notices) {

    record Outgoing(Address to, Message message, Bytes stored) {}

    /** @param value empty when the row goes */
    record RowChange(Bytes key, Optional<Bytes> value) {}

    /**
     * Checks and encodes.
     *
     * @throws RuntimeException if the step went over a limit, or an effect cannot be done
     */
    @SuppressWarnings("ReferenceEquality") // the same object says that nothing changed, see Effects
    static <S, M extends Message, K> Outcome<S> of(
            Resident<S, M, K> resident, Effects<S> effects, Kinds<K> kinds, Group<K> group) {
        List<Effect> list = effects.effects();
        if (list.size() > Limits.EFFECTS_MAX) {
            throw new IllegalArgumentException(
                    "a step may have %d effects, had %d".formatted(Limits.EFFECTS_MAX, list.size()));
        }
        boolean changed = effects.state() != resident.state();
        var outcome = new Outcome<S>(
                effects.state(),
                changed ? Optional.of(encoded(resident.kind, effects.state(), group)) : Optional.empty(),
                changed ? resident.kind.wakeAt(effects.state()) : resident.wakeAt(),
                new ArrayList<>(0),
                new ArrayList<>(0),
                new ArrayList<>(0),
                new ArrayList<>(0),
                new ArrayList<>(0),
                new ArrayList<>(0));
        for (Effect effect : list) outcome.add(effect, resident.address, kinds, group);
        return outcome;
    }

    private void add(Effect effect, Address self, Kinds<?> kinds, Group<?> group) {
        switch (effect) {
            case Effect.Send(var to, var message) -> {
                Keys.entity(to);
                sends.add(new Outgoing(to, message, kinds.encode(to, message, group.scratch())));
            }
            case Effect.Append(var row) -> history.add(row);
            case Effect.Put(var table, var key, var value) ->
                rows.add(new RowChange(Bytes.wrap(Keys.row(table, key)), Optional.of(value)));
            case Effect.Remove(var table, var key) ->
                rows.add(new RowChange(Bytes.wrap(Keys.row(table, key)), Optional.empty()));
            case Effect.Remember(var key) -> memory.add(group.hashes().of(self.text(), key));
            case Effect.Answer answer -> answers.add(answer);
            case Effect.Notify(var notice) -> notices.add(notice);
        }
    }

    private static <S> Bytes encoded(EntityKind<S, ?, ?> kind, S state, Group<?> group) {
        Bytes bytes = kind.states().encode(state, group.scratch());
        if (bytes.size() > Limits.STATE_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a state may have %d bytes, had %d".formatted(Limits.STATE_BYTES_MAX, bytes.size()));
        }
        return bytes;
    }
}
