package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.value.ValueCodec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every stored form, damaged at every byte: it is unreadable, or what is read can be written and read again. */
class DamagedFormsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOCATED_MAX = 4L << 20;
    private static final List<byte[]> LENGTHS = List.of(
            length(127),
            length(100_000),
            length(Integer.MAX_VALUE),
            length(Integer.MAX_VALUE + 1L),
            length(Long.MAX_VALUE),
            new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});

    @Test
    void cutShortAnywhereItIsUnreadable() {
        forEvery((codec, whole) -> {
            for (int size = 0; size < whole.length; size++) {
                Bytes cut = Bytes.wrap(Arrays.copyOf(whole, size));
                assertThat(read(codec, cut)).as("%s cut to %d", codec, size).isEmpty();
            }
        });
    }

    @Test
    void aFlippedBitAnywhereIsUnreadableOrAnotherValue() {
        forEvery((codec, whole) -> {
            for (int at = 0; at < whole.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] flipped = whole.clone();
                    flipped[at] ^= (byte) (1 << bit);
                    judge(codec, Bytes.wrap(flipped));
                }
            }
        });
    }

    @Test
    void aHugeLengthAnywhereAllocatesNothing() {
        forEvery((codec, whole) -> {
            for (int at = 0; at < whole.length; at++) {
                for (byte[] length : LENGTHS) judge(codec, spliced(whole, at, length));
            }
        });
    }

    @Test
    void lengthsInsideLengthsDoNotMultiplyWhatIsAllocated() {
        var nested = new ByteWriter();
        for (int depth = 0; depth < 500; depth++) {
            nested.u8(6); // a list
            nested.count(100_000);
        }
        for (int i = 0; i < 110_000; i++) nested.u8(0);

        judge(ValueCodec.VALUES, nested.toBytes());
    }

    @Test
    void aNumberOfAGigabyteIsUnreadable() {
        var number = new ByteWriter();
        number.u8(5); // a decimal
        number.number(-999_999_999);
        number.bytes(Bytes.wrap(new byte[] {1}));

        assertThat(read(ValueCodec.VALUES, number.toBytes())).isEmpty();
    }

    /** What is done to one stored value. */
    @FunctionalInterface
    private interface Trial {
        void on(Codec<?> codec, byte[] whole);
    }

    private static void forEvery(Trial trial) {
        for (StoredForm<?> form : StoredForms.all()) forEvery(form, trial);
    }

    private static <T> void forEvery(StoredForm<T> form, Trial trial) {
        for (T value : form.values().values())
            trial.on(form.codec(), form.codec().encode(value).toArray());
    }

    private static <T> void judge(Codec<T> codec, Bytes bytes) {
        read(codec, bytes).ifPresent(value -> {
            Bytes again = codec.encode(value);
            assertThat(codec.decode(again)).as("%s", bytes).isEqualTo(value);
        });
    }

    /** Nothing but {@link UnreadableException} comes out of it. */
    private static <T> Optional<T> read(Codec<T> codec, Bytes bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Optional<T> value;
        try {
            value = Optional.of(codec.decode(bytes));
        } catch (UnreadableException refused) {
            value = Optional.empty();
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("allocated for %d bytes", bytes.size())
                .isLessThan(ALLOCATED_MAX + 100L * bytes.size());
        return value;
    }

    private static Bytes spliced(byte[] whole, int at, byte[] length) {
        byte[] spliced = Arrays.copyOf(whole, whole.length + length.length - 1);
        System.arraycopy(length, 0, spliced, at, length.length);
        System.arraycopy(whole, at + 1, spliced, at + length.length, whole.length - at - 1);
        return Bytes.wrap(spliced);
    }

    private static byte[] length(long value) {
        var out = new ByteWriter();
        out.count(value);
        return out.toBytes().toArray();
    }
}
