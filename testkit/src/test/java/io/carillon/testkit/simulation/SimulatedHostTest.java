package io.carillon.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import io.carillon.testkit.toy.ToyMessage;
import io.carillon.testkit.toy.ToyState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedHostTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theSameSeedDoesTheSame() {
        Seeds.forAll(
                100,
                chance -> chance.seed(),
                (seed, _) -> assertThat(busy(Settings.stormy(seed)).situation())
                        .isEqualTo(busy(Settings.stormy(seed)).situation()));
    }

    @Test
    void differentSeedsFindDifferentOrders() {
        Set<List<String>> orders = new HashSet<>();

        Seeds.forAll(100, chance -> chance.seed(), (seed, _) -> orders.add(notes(busy(Settings.calm(seed)), "red:b")));

        assertThat(orders).hasSizeGreaterThan(5);
    }

    @Test
    void stormsRepeatOnlyWhatComesFromOutside() {
        Seeds.forAll(200, chance -> chance.seed(), (seed, _) -> {
            var host = host(Settings.stormy(seed).withRepeats(0.5));
            tell(host, "red:a", new Act.Once("key", List.of(relay("once"))));
            host.rest();

            if (host.state(new Address("red:b")).isPresent()) {
                assertThat(notes(host, "red:b")).containsExactly("once");
            }
            assertThat(host.count("violations")).isZero();
        });
    }

    @Test
    void aRepeatReachesTheEntityASecondTime() {
        var host = host(Settings.calm(1));
        tell(host, "red:a", new Act.Note("n"));
        host.rest();
        boolean taken = host.repeat(host.submissions().getFirst());
        host.rest();

        assertThat(taken).isTrue();
        assertThat(notes(host, "red:a")).containsExactly("n", "n");
    }

    @Test
    void advancingFiresEachTimerAtItsInstant() {
        var host = host(Settings.calm(1));
        tell(host, "red:a", timer("late", 90), timer("soon", 10));
        tell(host, "red:b", timer("between", 50));
        host.rest();
        host.advance(Duration.ofMinutes(1));

        assertThat(notes(host, "red:a")).containsExactly("fired soon");
        assertThat(host.nextWakeUp()).contains(NOON.plusSeconds(90));
        assertThat(host.now()).isEqualTo(NOON.plusSeconds(60));
        assertThat(state(host, "red:b").latest()).isEqualTo(NOON.plusSeconds(50));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var host = host(Settings.calm(1));
        tell(host, "red:a", new Act.Note("both"), relay("on its way"));
        host.deliver(host.deliverable().getFirst());
        var copy = host.copy();
        copy.rest();

        assertThat(host.state(new Address("red:b"))).isEmpty();
        assertThat(host.onTheWay(new Address("red:b"))).hasSize(1);
        assertThat(notes(copy, "red:b")).containsExactly("on its way");
    }

    @Test
    void anEntityThatWritesARowAfterAnotherTookItOverIsAMistakeOfItsKind() {
        var host = host(Settings.calm(1));
        tell(host, "red:a", new Act.PutRow("t", "k", "v"));
        host.rest();
        tell(host, "red:b", new Act.PutRow("t", "k", "v"));
        host.rest();

        tell(host, "red:a", new Act.PutRow("t", "k", "v"));

        assertThatThrownBy(host::rest).isInstanceOf(BrokenContract.class).hasMessageContaining("row k of table t");
    }

    @Test
    void aMessageToNobodyIsRefusedWithItsAddress() {
        var host = host(Settings.calm(1));

        assertThatThrownBy(() -> tell(host, "green:a", new Act.Note("n"))).hasMessageContaining("green:a");
    }

    private static SimulatedHost<ToyKnowledge> busy(Settings settings) {
        var host = host(settings);
        for (int i = 0; i < 4; i++) {
            tell(host, "red:" + i, relay("n" + i), new Act.Answer());
            tell(host, "red:b", new Act.Note("direct" + i), timer("t" + i, i));
        }
        host.advance(Duration.ofMinutes(1));
        return host;
    }

    private static SimulatedHost<ToyKnowledge> host(Settings settings) {
        return new SimulatedHost<>(List.of(new ToyKind("red", new Probe())), new ToyKnowledge(1), NOON, settings);
    }

    private static void tell(SimulatedHost<ToyKnowledge> host, String to, Act... acts) {
        assertThat(host.submit(new Address(to), Lane.BULK, caller -> ToyMessage.outside(caller, acts), _ -> {}))
                .isTrue();
    }

    private static Act relay(String note) {
        return new Act.Tell(new Address("red:b"), List.of(new Act.Note(note)));
    }

    private static Act timer(String key, long seconds) {
        return new Act.SetTimer(key, NOON.plusSeconds(seconds));
    }

    private static ToyState state(SimulatedHost<ToyKnowledge> host, String address) {
        return host.state(new Address(address)).map(ToyState.CODEC::decode).orElseThrow();
    }

    private static List<String> notes(SimulatedHost<ToyKnowledge> host, String address) {
        return state(host, address).notes();
    }
}
