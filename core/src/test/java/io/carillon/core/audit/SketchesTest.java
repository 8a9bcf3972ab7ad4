package io.carillon.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Small summaries of many values, and that two of them add up to that of all. */
class SketchesTest {
    @Test
    void fewValuesAreCountedExactly() {
        var sample = new DistinctSample();
        for (int i = 0; i < 100; i++) sample.add(hash(i % 60), 1);

        assertThat(sample.distinct()).isEqualTo(60);
        assertThat(sample.sampled()).isEqualTo(100);
        assertThat(sample.repeats()).isEqualTo(40);
    }

    @Test
    void manyValuesAreCountedToWithinAThirdAndTheirRepeatsToo() {
        for (int many : new int[] {1_000, 50_000, 400_000}) {
            var sample = new DistinctSample();
            for (int i = 0; i < many; i++) sample.add(hash(i), 1);
            for (int i = 0; i < many / 4; i++) sample.add(hash(i), 1);

            assertThat((double) sample.distinct() / many).isCloseTo(1, within(0.3));
            assertThat((double) sample.repeats() / sample.sampled()).isCloseTo(0.2, within(0.1));
        }
    }

    @Test
    void twoSamplesAddUpToThatOfAll() {
        var one = new DistinctSample();
        var other = new DistinctSample();
        var all = new DistinctSample();
        for (int i = 0; i < 3_000; i++) {
            (i % 3 == 0 ? one : other).add(hash(i % 2_000), 1);
            all.add(hash(i % 2_000), 1);
        }
        one.addAll(other);

        assertThat(bytes(one::write)).isEqualTo(bytes(all::write));
        assertThat(bytes(DistinctSample.read(new ByteReader(bytes(one::write)))::write))
                .isEqualTo(bytes(one::write));
    }

    @Test
    void whatIsFrequentIsAmongTheTop() {
        var top = new TopValues();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            Value value = Value.of(i % 4 == 0 ? "often" : "v" + random.nextInt(500));
            top.add(Hashes.of(value), value);
        }

        assertThat(top.top().getFirst().shown()).isEqualTo("often");
        assertThat(top.top().getFirst().count()).isBetween(2_000L, 2_500L);
    }

    @Test
    void theMiddleIsRightToWithinAnEighth() {
        var random = new SplittableRandom(2);
        for (double size : new double[] {0.01, 1, 250, 1e9}) {
            var magnitudes = new Magnitudes();
            for (int i = 0; i < 5_001; i++) magnitudes.add(size * (0.5 + random.nextDouble()));

            assertThat(magnitudes.median() / size).isCloseTo(1, within(0.125));
        }
        var around = new Magnitudes();
        for (int i = -50; i <= 50; i++) around.add(i);
        assertThat(around.median()).isZero();
        assertThat(around.outside(-1.5, 1.5)).isEqualTo(98);
    }

    @Test
    void namesAreShownAndAddressesAndLongNumbersAreNot() {
        assertThat(Masked.shown(Value.of("Berlin"))).isEqualTo("Berlin");
        assertThat(Masked.shown(Value.of("jane@mail.example"))).isEqualTo("xxxx@xxxx.xxxxxxx");
        assertThat(Masked.shown(Value.of("+49 30 901820"))).isEqualTo("+99 99 999999");
        assertThat(Masked.shown(Value.of("x".repeat(100)))).hasSize(33);
    }

    @Test
    void whatWasReadInTheWrongEncodingIsKnownAndForeignLettersAreNot() {
        for (String damaged : new String[] {"JÃ¶rg", "ZÃ¼rich", "donâ€™t", "MalmÃ¶", "caf\uFFFD", "Â£5"}) {
            assertThat(Damage.isIn(damaged)).as(damaged).isTrue();
        }
        for (String sound :
                new String[] {"Jörg", "São Paulo", "SÃO PAULO", "Ângela", "Łódź", "東京", "naïve – “so”", "MÃE"}) {
            assertThat(Damage.isIn(sound)).as(sound).isFalse();
        }
    }

    private static long hash(int number) {
        return Hashes.of(Value.of("value " + number));
    }

    private static Bytes bytes(Consumer<ByteWriter> write) {
        var out = new ByteWriter();
        write.accept(out);
        return out.toBytes();
    }
}
