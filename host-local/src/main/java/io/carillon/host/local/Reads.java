package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What anybody may read of the store: committed rows. */
final class Reads {
    private final Store store;

    Reads(Store store) {
        this.store = store;
    }

    Optional<Bytes> row(String table, String key) {
        return store.get(Family.TABLES, Keys.row(table, key)).map(Bytes::wrap);
    }

    List<Row> rows(String table, String after, int max) {
        var rows = new ArrayList<Row>();
        if (max <= 0) return rows;
        byte[] prefix = Keys.table(table);
        byte[] start = Keys.row(table, after);
        store.from(Family.TABLES, start, (key, value) -> {
            if (!Keys.startsWith(key, prefix)) return false;
            if (!after.isEmpty() && Arrays.equals(key, start)) return true;
            rows.add(new Row(
                    new String(key, prefix.length, key.length - prefix.length, StandardCharsets.UTF_8),
                    Bytes.wrap(value)));
            return rows.size() < max;
        });
        return rows;
    }

    List<HistoryRow> history(Address entity, long before, int max) {
        var rows = new ArrayList<HistoryRow>();
        if (max <= 0 || before <= 0) return rows;
        byte[] first = Keys.history(entity, 0);
        byte[] prefix = Arrays.copyOf(first, first.length - Long.BYTES);
        store.backFrom(Family.HISTORY, Keys.history(entity, before - 1), (key, value) -> {
            if (!Keys.startsWith(key, prefix)) return false;
            rows.add(new HistoryRow(ByteBuffer.wrap(key).getLong(prefix.length), Bytes.wrap(value)));
            return rows.size() < max;
        });
        return rows;
    }

    List<ParkedMessage> parked(int max) {
        var parked = new ArrayList<ParkedMessage>();
        if (max <= 0) return parked;
        store.from(Family.PARKED, new byte[0], (key, value) -> {
            var id = new ParkId(new String(key, StandardCharsets.UTF_8));
            parked.add(ParkedRecord.CODEC.decode(Bytes.wrap(value)).shown(id));
            return parked.size() < max;
        });
        return parked;
    }

    long countParked() {
        long[] count = {0};
        store.from(Family.PARKED, new byte[0], (_, _) -> ++count[0] > 0);
        return count[0];
    }
}
