package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.Effect;

/** A row of the list of pairs, by what became of them, the most probable first. */
public record DuplicateRow(String id, Suggestion suggestion) {
    public static final String TABLE = "duplicates";

    static Effect put(String id, Suggestion suggestion, DuplicateStatus status) {
        return new Effect.Put(TABLE, key(id, suggestion, status), Stored.ROWS.encode(new DuplicateRow(id, suggestion)));
    }

    static Effect remove(String id, Suggestion suggestion, DuplicateStatus status) {
        return new Effect.Remove(TABLE, key(id, suggestion, status));
    }

    /** Keys of one status begin so. */
    public static String prefix(DuplicateStatus status) {
        return status.word() + "/";
    }

    private static String key(String id, Suggestion suggestion, DuplicateStatus status) {
        return "%s%07d/%s".formatted(prefix(status), Suggestion.MILLION - suggestion.millionths(), id);
    }

    /** Stored form. */
    public enum Stored implements Codec<DuplicateRow> {
        ROWS;

        private static final int VERSION = 1;

        @Override
        public void write(DuplicateRow row, ByteWriter out) {
            out.u8(VERSION);
            out.text(row.id);
            row.suggestion.write(out);
        }

        @Override
        public DuplicateRow read(ByteReader in) {
            in.version("duplicate row", VERSION);
            return new DuplicateRow(in.text(), Suggestion.read(in));
        }
    }
}
