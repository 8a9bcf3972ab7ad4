package io.carillon.core.entity.retention;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.definition.Retention;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far it is to take out what is too old, and what went so far.
 *
 * @param startedAt of the round under way, or of the last one
 * @param finishedAt of the last one; none while one is under way
 * @param stage of the round under way
 * @param cursor where it goes on
 * @param removed rows, since the beginning, by stage
 * @param before of each kind of history rows: what is older may be gone
 */
public record RetentionState(
        Instant startedAt,
        Optional<Instant> finishedAt,
        RetentionList stage,
        String cursor,
        SortedMap<RetentionList, Long> removed,
        SortedMap<Retention.Kind, Instant> before) {
    public static final RetentionState NONE = new RetentionState(
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            RetentionList.HISTORY,
            "",
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    public RetentionState {
        removed = Collections.unmodifiableSortedMap(removed);
        before = Collections.unmodifiableSortedMap(before);
    }

    public boolean isFinished() {
        return finishedAt.isPresent();
    }

    /** What is older may be gone, from now on: a limit that is longer today brings nothing back. */
    public RetentionState begin(Retention retention, Instant now) {
        var limits = new TreeMap<>(before);
        for (Retention.Kind kind : Retention.HISTORY_KINDS) {
            retention
                    .before(kind, now)
                    .ifPresent(limit -> limits.merge(kind, limit, (one, other) -> one.isAfter(other) ? one : other));
        }
        return new RetentionState(now, Optional.empty(), RetentionList.HISTORY, "", removed, limits);
    }

    public RetentionState at(RetentionList newStage, String newCursor, long more) {
        var all = new TreeMap<>(removed);
        all.merge(newStage, more, Long::sum);
        return new RetentionState(startedAt, finishedAt, newStage, newCursor, all, before);
    }

    public RetentionState ended(Instant now) {
        return new RetentionState(startedAt, Optional.of(now), stage, cursor, removed, before);
    }

    /** Stored form. */
    public enum Stored implements Codec<RetentionState> {
        RETENTIONS;

        private static final int VERSION = 1;

        @Override
        public void write(RetentionState state, ByteWriter out) {
            out.u8(VERSION);
            out.instant(state.startedAt);
            out.optional(state.finishedAt, (at, to) -> to.instant(at));
            out.constant(state.stage);
            out.text(state.cursor);
            out.map(state.removed, (stage, to) -> to.constant(stage), (rows, to) -> to.number(rows));
            out.map(state.before, (kind, to) -> to.constant(kind), (at, to) -> to.instant(at));
        }

        @Override
        public RetentionState read(ByteReader in) {
            in.version("retention", VERSION);
            return new RetentionState(
                    in.instant(),
                    in.optional(ByteReader::instant),
                    in.constant(RetentionList.class),
                    in.text(),
                    in.sortedMap(from -> from.constant(RetentionList.class), ByteReader::number),
                    in.sortedMap(from -> from.constant(Retention.Kind.class), ByteReader::instant));
        }
    }
}
