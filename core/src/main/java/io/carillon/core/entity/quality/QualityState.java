package io.carillon.core.entity.quality;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.definition.Retention;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was wrong with one source's data, by reason; at most {@value #REASONS_MAX} reasons. */
public record QualityState(SortedMap<String, Finding> findings) {
    public static final QualityState NONE = new QualityState(new TreeMap<>());
    static final int REASONS_MAX = 200;

    /**
     * One reason.
     *
     * @param example the latest
     */
    public record Finding(long count, String example, Instant lastAt) {}

    public QualityState {
        findings = Collections.unmodifiableSortedMap(findings);
    }

    public QualityState with(String reason, String example, int count, Instant now) {
        var after = new TreeMap<>(findings);
        String under = findings.containsKey(reason) || findings.size() < REASONS_MAX ? reason : "other";
        Finding before = findings.get(under);
        after.put(under, new Finding(before == null ? count : before.count + count, example, now));
        return new QualityState(after);
    }

    /** Without what was last seen longer ago than it is kept. */
    public QualityState without(Retention retention, Instant now) {
        var after = new TreeMap<>(findings);
        after.values().removeIf(finding -> retention.isOver(Retention.Kind.QUALITY, finding.lastAt(), now));
        return after.size() == findings.size() ? this : new QualityState(after);
    }

    /** Stored form. */
    public enum Stored implements Codec<QualityState> {
        QUALITIES;

        private static final int VERSION = 1;

        @Override
        public void write(QualityState state, ByteWriter out) {
            out.u8(VERSION);
            out.map(state.findings, (reason, to) -> to.text(reason), (finding, to) -> {
                to.number(finding.count);
                to.text(finding.example);
                to.instant(finding.lastAt);
            });
        }

        @Override
        public QualityState read(ByteReader in) {
            in.version("quality", VERSION);
            return new QualityState(new TreeMap<>(
                    in.map(ByteReader::text, from -> new Finding(from.number(), from.text(), from.instant()))));
        }
    }
}
