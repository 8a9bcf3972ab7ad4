package io.carillon.host.local;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.hostile.Damage;
import io.carillon.testkit.hostile.Ordeal;
import io.carillon.testkit.property.Chance;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the store, damaged: it is unreadable, or what is read can be written and read again. */
class DamagedRecordsTest {
    private static final int SEEDS = 4_000;
    private static final int BYTES_EACH_MAX = 200;
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456789Z");
    private static final Address ADDRESS = new Address("user:ada");
    private static final Bytes CONTENT = Bytes.utf8("content");

    @Test
    void aDamagedRecordIsUnreadableOrAnother() {
        forAll(SEEDS, chance -> chance.seed(), (seed, _) -> {
            judge(EntityRecord.CODEC, new EntityRecord("person", 7, Optional.of(AT), Optional.of(CONTENT)), seed);
            judge(MessageRecord.CODEC, new MessageRecord(ADDRESS, Lane.URGENT, CONTENT), seed);
            judge(ParkedRecord.CODEC, new ParkedRecord(ADDRESS, Lane.BULK, "Handle", "a cause", AT, CONTENT), seed);
        });
    }

    private static <T> void judge(Codec<T> codec, T value, long seed) {
        Bytes damaged = Bytes.wrap(Damage.of(codec.encode(value).toArray(), new Chance(seed)));

        Optional<T> read =
                Ordeal.of(damaged.size(), BYTES_EACH_MAX).read(UnreadableException.class, () -> codec.decode(damaged));

        read.ifPresent(it -> assertThat(codec.decode(codec.encode(it))).isEqualTo(it));
    }
}
