package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonCodec;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.event.EventCodec;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredFormsTest {
    private static final int SEEDS = 2_000;
    private static final int DAMAGED_EACH = 2_000;

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var chance = new RandomCustomers(seed);
            var root = new Root(Specimens.root().links(), chance.customer());

            check(EventCodec.EVENTS, chance.event());
            check(Person.Stored.PERSONS, Specimens.person().with(Specimens.CUSTOMER, new Role.Is(root)));
            check(
                    PersonCodec.MESSAGES,
                    new PersonMessage.ToCustomer(
                            Specimens.CUSTOMER, new CustomerMessage.Absorb(root, Specimens.CAUSE)));
            check(HistoryCodec.ROWS, new HistoryEntry.Happened(chance.instant(), chance.event(), Specimens.VISITOR));
            check(MessageRow.Stored.ROWS, new MessageRow(Specimens.CUSTOMER, chance.dispatch(), "why"));
        }
    }

    @Test
    void noDamageDoesAnythingButMakeAFormUnreadable() {
        var random = new Random(1);
        for (StoredForm<?> form : StoredForms.all()) damage(form, random);
    }

    @Test
    void garbageIsUnreadable() {
        var random = new Random(2);
        for (StoredForm<?> form : StoredForms.all()) {
            for (int i = 0; i < DAMAGED_EACH; i++) {
                byte[] garbage = new byte[random.nextInt(200)];
                random.nextBytes(garbage);
                // Behind a right version the garbage gets further in.
                if (garbage.length > 1 && random.nextBoolean()) garbage[0] = 1;
                if (garbage.length > 1 && random.nextBoolean()) garbage[1] = (byte) random.nextInt(16);
                readsOrRefuses(form.codec(), Bytes.wrap(garbage));
            }
        }
    }

    @Test
    void nestingWithoutEndIsUnreadable() {
        var nested = new ByteWriter();
        for (int i = 0; i < 500_000; i++) {
            nested.u8(1); // version
            nested.u8(5); // re-drive
        }

        readsOrRefuses(PersonCodec.MESSAGES, nested.toBytes());
    }

    private static <T> void check(Codec<T> codec, T value) {
        Bytes stored = codec.encode(value);
        T read = codec.decode(stored);

        assertThat(read).isEqualTo(value);
        assertThat(codec.encode(read)).isEqualTo(stored);
    }

    private static <T> void damage(StoredForm<T> form, Random random) {
        for (T value : form.values().values()) {
            byte[] whole = form.codec().encode(value).toArray();
            for (int i = 0; i < DAMAGED_EACH; i++) {
                int length = random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : whole.length;
                byte[] damaged = java.util.Arrays.copyOf(whole, length);
                for (int flips = random.nextInt(4); flips > 0 && length > 0; flips--) {
                    damaged[random.nextInt(length)] = (byte) random.nextInt(256);
                }
                readsOrRefuses(form.codec(), Bytes.wrap(damaged));
            }
        }
    }

    private static void readsOrRefuses(Codec<?> codec, Bytes bytes) {
        try {
            codec.decode(bytes);
        } catch (UnreadableException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
