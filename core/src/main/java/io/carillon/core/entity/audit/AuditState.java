package io.carillon.core.entity.audit;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of one source.
 *
 * @param today the day that is under way, or the last on which something came
 * @param days that stand in the table
 * @param open what is wrong, by its key
 * @param scores of each day, as it was last judged
 */
public record AuditState(
        Optional<SourceDay> today,
        SortedSet<LocalDate> days,
        SortedMap<String, OpenFinding> open,
        SortedMap<LocalDate, Integer> scores) {
    public static final AuditState NONE =
            new AuditState(Optional.empty(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

    /** Enough to compare four weeks with, and with what was before a defect that lasts. */
    static final int DAYS_MAX = 40;

    static final int SCORES_MAX = 120;

    public AuditState {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    AuditState with(Optional<SourceDay> newToday, SortedSet<LocalDate> newDays) {
        return new AuditState(newToday, newDays, open, scores);
    }

    AuditState judged(SortedMap<String, OpenFinding> newOpen, LocalDate day, int score) {
        var newScores = new TreeMap<>(scores);
        newScores.put(day, score);
        while (newScores.size() > SCORES_MAX) newScores.pollFirstEntry();
        return new AuditState(today, days, newOpen, newScores);
    }

    AuditState with(SortedMap<String, OpenFinding> newOpen) {
        return new AuditState(today, days, newOpen, scores);
    }

    /** Since which day something is wrong with each event. */
    public SortedMap<String, LocalDate> brokenSince() {
        var since = new TreeMap<String, LocalDate>();
        for (OpenFinding finding : open.values()) {
            LocalDate day = SourceDay.dayOf(finding.since());
            since.merge(finding.event(), day, (one, other) -> one.isBefore(other) ? one : other);
        }
        return since;
    }

    /** Stored form. */
    public enum Stored implements Codec<AuditState> {
        STATES;

        private static final int VERSION = 1;

        @Override
        public void write(AuditState state, ByteWriter out) {
            out.u8(VERSION);
            out.optional(state.today, SourceDay.Stored.DAYS::write);
            out.list(state.days, (day, to) -> to.number(day.toEpochDay()));
            out.list(state.open.values(), OpenFinding::write);
            out.map(state.scores, (day, to) -> to.number(day.toEpochDay()), (score, to) -> to.count(score));
        }

        @Override
        public AuditState read(ByteReader in) {
            in.version("audit", VERSION);
            Optional<SourceDay> today = in.optional(SourceDay.Stored.DAYS::read);
            var days = new TreeSet<>(in.list(from -> LocalDate.ofEpochDay(from.number())));
            var open = new TreeMap<String, OpenFinding>();
            for (OpenFinding finding : in.list(OpenFinding::read)) open.put(finding.key(), finding);
            return new AuditState(
                    today, days, open, in.sortedMap(from -> LocalDate.ofEpochDay(from.number()), ByteReader::count));
        }
    }
}
