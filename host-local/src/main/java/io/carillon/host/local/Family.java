package io.carillon.host.local;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** RocksDB's column families. Their numbers are stored with the data: new ones count on. */
enum Family {
    /** Address: {@link EntityRecord}. */
    STATES(1),
    /** Address, number: a history row. */
    HISTORY(2),
    /** Table, key: a row. */
    TABLES(3),
    /** Receiving shard, sending shard, number: {@link MessageRecord}, until it is handled. */
    INBOX(4),
    /** Shard, instant, address: nothing. */
    WAKE(5),
    /** Shard, day, hash of address and key: nothing. */
    MEMORY(6),
    /** Name: {@link ParkedRecord}. */
    PARKED(7),
    /** Few rows about the store itself, see {@link Meta}. */
    META(8);

    private final int number;

    Family(int number) {
        this.number = number;
    }

    static Optional<Family> named(String text) {
        return Stream.of(values()).filter(family -> family.text().equals(text)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By which write batches name it: RocksDB counts families in the order they were made; its default one is 0. */
    int number() {
        return number;
    }
}
