package io.carillon.server.imports;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * How far an import is: every row up to here is done, and none of it will be done again.
 *
 * @param rejectBytes how much of the rejects belongs to those rows
 * @param bytes read of the file
 * @param bytesAll that it has; 0 before the first run
 * @param at when rows that are not noted can have been handed in, at the earliest
 * @param note why it failed, or what else there is to say; empty when there is nothing
 */
public record ImportProgress(
        Status status, Counts counts, long rejectBytes, long bytes, long bytesAll, Instant at, String note) {

    /** Where it stands. */
    public enum Status {
        /** The file is not there yet. */
        WAITING,
        /** It waits for another import to end, or goes on after a restart. */
        QUEUED,
        RUNNING,
        DONE,
        STOPPED,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOver() {
            return this == DONE || this == STOPPED || this == FAILED;
        }
    }

    static ImportProgress begin(Status status, Instant at) {
        return new ImportProgress(status, Counts.NONE, 0, 0, 0, at, "");
    }

    ImportProgress with(Status other, Instant now, String why) {
        return new ImportProgress(other, counts, rejectBytes, bytes, bytesAll, now, why);
    }

    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("status", Value.of(status.word()));
        counts.write(fields);
        fields.put("rejectBytes", Value.of(rejectBytes));
        fields.put("bytes", Value.of(bytes));
        fields.put("bytesAll", Value.of(bytesAll));
        fields.put("updatedAt", Value.of(at.toString()));
        if (!note.isEmpty()) fields.put("note", Value.of(note));
        return new Value.Fields(fields);
    }

    public static ImportProgress of(Value.Fields fields) {
        return new ImportProgress(
                Status.valueOf(fields.text("status").orElse("failed").toUpperCase(Locale.ROOT)),
                Counts.of(fields),
                Counts.number(fields, "rejectBytes"),
                Counts.number(fields, "bytes"),
                Counts.number(fields, "bytesAll"),
                Instant.parse(fields.text("updatedAt").orElse("1970-01-01T00:00:00Z")),
                fields.text("note").orElse(""));
    }
}
