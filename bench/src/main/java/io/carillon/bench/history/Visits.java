package io.carillon.bench.history;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.shop.Shoppers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * History rows of a shop's visitors in the order in which they arrive: of every hundred events twenty are of one visitor in
 * two hundred, fifty of the next fifth, thirty of all others.
 */
final class Visits {
    static final int PEOPLE = 24_000;
    private static final Instant BEGAN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(7_300);

    private final Chance chance = new Chance(14);
    private final Shoppers few = new Shoppers("k", PEOPLE / 200, 1);
    private final Shoppers some = new Shoppers("s", PEOPLE / 5, 2);
    private final Shoppers most = new Shoppers("v", PEOPLE * 4 / 5, 3);
    private final Map<String, Long> numbers = new HashMap<>();

    private Visits() {}

    static List<StoredRow> rows(int count, int shards) {
        var visits = new Visits();
        var rows = new ArrayList<StoredRow>(count);
        Instant now = BEGAN;
        for (int i = 0; i < count; i++) {
            now = now.plus(PAUSE.multipliedBy(visits.chance.between(0, 200)).dividedBy(100));
            rows.add(visits.next(now, shards));
        }
        return rows;
    }

    private StoredRow next(Instant now, int shards) {
        int dice = chance.between(1, 100);
        Event event = event((dice <= 20 ? few : dice <= 70 ? some : most).next(now), now.plusMillis(180));
        String address = event.strongest().address().text();
        long number = numbers.merge(address, 1L, Long::sum) - 1;
        Bytes row = HistoryCodec.ROWS.encode(new HistoryEntry.Happened(event.receivedAt(), event, event.strongest()));
        int shard = Math.floorMod(address.hashCode(), shards);
        return new StoredRow(address, shard, Bytes.wrap(StoredRow.key(address, number)), row);
    }

    /** The shoppers' calls have no more in them than this reads. */
    private static Event event(String call, Instant receivedAt) {
        if (!(JsonReader.read(Bytes.utf8(call)) instanceof JsonReader.Parsed.Tree(var root, var _))) {
            throw new IllegalStateException("not a call: " + call);
        }
        EventType type = EventType.valueOf(root.text("type").orElseThrow().toUpperCase(Locale.ROOT));
        var identifiers = new ArrayList<Identifier>();
        root.text("userId").ifPresent(id -> identifiers.add(new Identifier(IdentifierKind.USER, id)));
        root.text("anonymousId").ifPresent(id -> identifiers.add(new Identifier(IdentifierKind.ANONYMOUS, id)));
        Value.Fields properties = root.fields("properties");
        if (type == EventType.PAGE)
            properties = properties.with("name", Value.of(root.text("name").orElse("")));
        return new Event(
                new MessageId(root.text("messageId").orElseThrow()),
                type,
                root.text("event").orElse(type == EventType.PAGE ? "Page Viewed" : type.word()),
                Instant.parse(root.text("timestamp").orElseThrow()),
                receivedAt,
                "site",
                identifiers,
                properties,
                root.fields("traits"),
                root.fields("context"));
    }
}
