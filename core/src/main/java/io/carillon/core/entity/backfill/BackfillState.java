package io.carillon.core.entity.backfill;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.condition.Canonical;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far it is to tell every customer what the definitions of today mean for them.
 *
 * @param version of those definitions; empty before the first
 * @param definitions hash by segment
 * @param segments those that are new or were changed, in order
 * @param cursor the customer id up to which all were told
 * @param done so many customers were told
 * @param total so many there were when it began
 */
public record BackfillState(
        String version,
        SortedMap<String, String> definitions,
        List<String> segments,
        String cursor,
        long done,
        long total,
        Instant startedAt,
        Optional<Instant> finishedAt) {
    public static final BackfillState NONE = new BackfillState(
            "", Collections.emptySortedMap(), List.of(), "", 0, 0, Instant.EPOCH, Optional.of(Instant.EPOCH));

    public BackfillState {
        definitions = Collections.unmodifiableSortedMap(definitions);
        segments = List.copyOf(segments);
    }

    /** Changes when anything does that customers' behaviour or segments follow from. */
    public static String versionOf(Knowledge knowledge) {
        return Canonical.hash(
                knowledge.segmentsVersion() + "\n" + knowledge.behaviours().version());
    }

    /** What {@link #definitions} would be. */
    public static SortedMap<String, String> definitionsOf(Knowledge knowledge) {
        var definitions = new TreeMap<String, String>();
        for (SegmentDefinition segment : knowledge.segments()) {
            String text = knowledge.zone().getId() + "\n" + Json.write(Canonical.of(segment.when()));
            definitions.put(segment.id().text(), Canonical.hash(text));
        }
        return definitions;
    }

    public boolean isFinished() {
        return finishedAt.isPresent();
    }

    public BackfillState begin(String newVersion, SortedMap<String, String> now, long customers, Instant at) {
        List<String> concerned = now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(definitions.get(entry.getKey()))
                        || (!isFinished() && segments.contains(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return new BackfillState(newVersion, now, concerned, "", 0, customers, at, Optional.empty());
    }

    public BackfillState at(String newCursor, long nowDone, Optional<Instant> finished) {
        return new BackfillState(
                version, definitions, segments, newCursor, nowDone, Math.max(total, nowDone), startedAt, finished);
    }

    /** Stored form. */
    public enum Stored implements Codec<BackfillState> {
        BACKFILLS;

        private static final int VERSION = 1;

        @Override
        public void write(BackfillState state, ByteWriter out) {
            out.u8(VERSION);
            out.text(state.version);
            writeDefinitions(state.definitions, out);
            out.list(state.segments, (segment, to) -> to.text(segment));
            out.text(state.cursor);
            out.number(state.done);
            out.number(state.total);
            out.instant(state.startedAt);
            out.optional(state.finishedAt, (at, to) -> to.instant(at));
        }

        @Override
        public BackfillState read(ByteReader in) {
            in.version("back-fill", VERSION);
            return new BackfillState(
                    in.text(),
                    readDefinitions(in),
                    in.list(ByteReader::text),
                    in.text(),
                    in.number(),
                    in.number(),
                    in.instant(),
                    in.optional(ByteReader::instant));
        }

        static void writeDefinitions(SortedMap<String, String> definitions, ByteWriter out) {
            out.map(definitions, (segment, to) -> to.text(segment), (hash, to) -> to.text(hash));
        }

        static SortedMap<String, String> readDefinitions(ByteReader in) {
            return in.sortedMap(ByteReader::text, ByteReader::text);
        }
    }
}
