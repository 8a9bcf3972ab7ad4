package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ParkId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on disk stays readable: a change here is a change of the stored form. */
class GoldenBytesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000000007Z");
    private static final Address ADA = new Address("email:ada\0@x.org");

    @Test
    void entity() {
        var entity = new EntityRecord("person", 300, Optional.of(NOON), Optional.of(Bytes.utf8("state")));

        assertThat(EntityRecord.CODEC.encode(entity)).isEqualTo(golden("entity.hex"));
        assertThat(EntityRecord.CODEC.decode(golden("entity.hex"))).isEqualTo(entity);
    }

    @Test
    void entityThatIsAsUnborn() {
        var entity = new EntityRecord("person", 1, Optional.empty(), Optional.empty());

        assertThat(EntityRecord.CODEC.encode(entity)).isEqualTo(golden("entity-unborn.hex"));
        assertThat(EntityRecord.CODEC.decode(golden("entity-unborn.hex"))).isEqualTo(entity);
    }

    @Test
    void message() {
        var message = new MessageRecord(ADA, Lane.URGENT, Bytes.utf8("message"));

        assertThat(MessageRecord.CODEC.encode(message)).isEqualTo(golden("message.hex"));
        assertThat(MessageRecord.CODEC.decode(golden("message.hex"))).isEqualTo(message);
    }

    @Test
    void parkedMessage() {
        var parked = new ParkedRecord(ADA, Lane.BULK, "Received", "boom", NOON, Bytes.utf8("message"));

        assertThat(ParkedRecord.CODEC.encode(parked)).isEqualTo(golden("parked.hex"));
        assertThat(ParkedRecord.CODEC.decode(golden("parked.hex"))).isEqualTo(parked);
    }

    @Test
    void keys() {
        assertThat(hex(Keys.entity(ADA))).isEqualTo(text("key-state.hex"));
        assertThat(hex(Keys.history(ADA, 258))).isEqualTo(text("key-history.hex"));
        assertThat(hex(Keys.row("out\0box", "clé"))).isEqualTo(text("key-table.hex"));
        assertThat(hex(Keys.inbox(1, 2, 3))).isEqualTo(text("key-inbox.hex"));
        assertThat(hex(Keys.wake(1, NOON, ADA))).isEqualTo(text("key-wake.hex"));
        assertThat(hex(Keys.memory(1, 20_514, new Hash.Maker().of(ADA.text(), "message-1"))))
                .isEqualTo(text("key-memory.hex"));
        assertThat(hex(Parking.key(new ParkId("0000000a-0001-00000003")))).isEqualTo(text("key-parked.hex"));
    }

    @Test
    void shardNow() {
        assertThat(hex(Meta.instant(NOON))).isEqualTo(text("now.hex"));
        assertThat(hex(Meta.nowKey(3))).isEqualTo(text("key-now.hex"));
    }

    private static Bytes golden(String name) {
        return Bytes.wrap(HexFormat.of().parseHex(text(name)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(String name) {
        try (var in = GoldenBytesTest.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) throw new AssertionError("no golden file " + name);
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
