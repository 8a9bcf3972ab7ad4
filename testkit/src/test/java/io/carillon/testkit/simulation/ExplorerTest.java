package io.carillon.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.host.Address;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import io.carillon.testkit.toy.ToyMessage;
import io.carillon.testkit.toy.ToyState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Address A = new Address("red:a");
    private static final Address B = new Address("red:b");

    @Test
    void everyOrderOfTwoSendersIsSeenAndNoneThatTheContractForbids() {
        Set<List<String>> orders = new HashSet<>();
        var explorer = new Explorer<ToyKnowledge>(10_000, _ -> {}, host -> orders.add(notes(host, B)));

        explorer.explore(
                host(),
                List.of(
                        List.of(message("red:a", relay("1"), relay("2"))),
                        List.of(message("red:c", relay("3"))),
                        List.of(message("red:b", new Act.Note("4")))));

        assertThat(orders).hasSize(12).allMatch(order -> order.indexOf("1") < order.indexOf("2"));
    }

    @Test
    void aLawThatSomeInterleavingBreaksIsBrokenWithAShortestTrace() {
        var explorer = new Explorer<ToyKnowledge>(
                10_000, _ -> {}, host -> assertThat(notes(host, B)).startsWith("1"));

        assertThatThrownBy(() -> explorer.explore(
                        host(), List.of(List.of(message("red:a", relay("1"))), List.of(message("red:c", relay("2"))))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Arrival[from=red:c, to=red:b]");
    }

    @Test
    void aWakeUpComesBeforeOrAfterAMessageThatComesLater() {
        Set<List<String>> orders = new HashSet<>();
        var explorer = new Explorer<ToyKnowledge>(10_000, _ -> {}, host -> orders.add(notes(host, A)));

        explorer.explore(
                host(),
                List.of(List.of(
                        message("red:a", new Act.SetTimer("t", NOON.plusSeconds(5))),
                        Input.clock(NOON.plusSeconds(9)),
                        message("red:a", new Act.Note("late")))));

        assertThat(orders).containsExactlyInAnyOrder(List.of("late", "fired t"), List.of("fired t", "late"));
    }

    @Test
    void crashesAtAnyMomentLoseNothingCommitted() {
        var explorer = new Explorer<ToyKnowledge>(
                10_000, _ -> {}, host -> assertThat(notes(host, B)).containsExactly("1", "2"));

        var explored = explorer.explore(
                host(),
                List.of(List.of(message("red:a", relay("1"), relay("2"))), List.of(Input.crash(), Input.crash())));

        assertThat(explored.states()).isGreaterThan(10);
    }

    @Test
    void situationsThatAreTheSameAreVisitedOnce() {
        var explorer = new Explorer<ToyKnowledge>(10_000, _ -> {}, _ -> {});

        var explored = explorer.explore(
                host(),
                List.of(
                        List.of(message("red:a", new Act.Note("1"))),
                        List.of(message("red:b", new Act.Note("1"))),
                        List.of(message("red:c", new Act.Note("1")))));

        assertThat(explored).isEqualTo(new Explorer.Explored(27, 1));
    }

    private static SimulatedHost<ToyKnowledge> host() {
        return new SimulatedHost<>(
                List.of(new ToyKind("red", new Probe())),
                new ToyKnowledge(1),
                NOON,
                Settings.calm(0).withWakeUpsLast(false));
    }

    private static Input<ToyKnowledge> message(String to, Act... acts) {
        return Input.message(to, new Address(to), caller -> ToyMessage.outside(caller, acts));
    }

    private static Act relay(String note) {
        return new Act.Tell(B, List.of(new Act.Note(note)));
    }

    private static List<String> notes(SimulatedHost<ToyKnowledge> host, Address address) {
        return host.state(address).map(ToyState.CODEC::decode).orElseThrow().notes();
    }
}
