package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.ParkedMessage;
import io.carillon.testkit.conformance.Histories.Step;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws on random histories. */
public interface HistoryLaws extends HostFactory {

    @Test
    default void everyPromiseHoldsAtTheEndOfARandomHistory() {
        Seeds.forAll(histories(), Histories::random, Shrinker.lists(), (history, seed) -> {
            try (Toys toys = toys()) {
                var answers = new ArrayList<Told>();
                for (int i = 0; i < history.size(); i++) play(history.get(i), "s" + i, toys, answers);
                end(toys);

                toys.assertConsistent();
                assertThat(toys.states().values())
                        .allMatch(state -> state.timers().isEmpty());
                assertNoneTwice(history.size(), toys, answers);
            }
        });
    }

    @Test
    default void aRestartAfterAnyStepLeavesTheStoreAsItWas() {
        Seeds.forAll(histories(), Histories::random, Shrinker.lists(), (history, seed) -> {
            try (Toys toys = toys()) {
                for (int i = 0; i < history.size(); i++) {
                    play(history.get(i), "s" + i, toys, new ArrayList<>());
                    toys.probe().killNoMore();
                    toys.settle();
                    var before = toys.unit().dump();
                    if (i % 2 == 0) toys.crash();
                    else toys.restart();
                    toys.settle();
                    assertThat(toys.unit().dump())
                            .as("store after %s", history.get(i))
                            .isEqualTo(before);
                }
            }
        });
    }

    private static void play(Step step, String name, Toys toys, List<Told> answers) {
        switch (step) {
            case Step.Submit(var to, var lane, var acts) -> {
                var named = new ArrayList<>(acts);
                named.addFirst(new Act.Note(name));
                named.add(new Act.Answer());
                Act[] all = named.toArray(Act[]::new);
                if (toys.submit(to.text(), lane, answers, all)) return;
                toys.settle(); // a process that was just killed takes nothing
                assertThat(toys.submit(to.text(), lane, answers, all))
                        .as("room")
                        .isTrue();
            }
            case Step.Move(var duration) -> toys.advance(duration);
            case Step.Settle() -> toys.settle();
            case Step.Crash() -> toys.crash();
            case Step.Restart() -> toys.restart();
            case Step.KillAfter(var steps) -> {
                if (toys.unit().whyNoKills().isEmpty()) toys.probe().killAfter(steps);
            }
            case Step.RedriveOldest() ->
                oldest(toys).forEach(parked -> toys.host().redrive(parked.id()));
            case Step.DismissOldest() ->
                oldest(toys).forEach(parked -> toys.host().dismiss(parked.id()));
        }
    }

    private static List<ParkedMessage> oldest(Toys toys) {
        toys.settle();
        return toys.host().parked(1);
    }

    /** All that waits is handled, and all timers have fired. */
    private static void end(Toys toys) {
        toys.settle();
        toys.probe().killNoMore();
        toys.clock(Toys.NOON.plus(Duration.ofDays(1)));
        toys.settle();
    }

    /** A message from outside was handled once if answered, and at most once if not. */
    private static void assertNoneTwice(int steps, Toys toys, List<Told> answers) {
        var notes = new ArrayList<String>();
        toys.states().values().forEach(state -> notes.addAll(state.notes()));
        synchronized (answers) {
            for (Told told : answers) toys.assertHappened(told);
        }
        for (int i = 0; i < steps; i++) {
            String name = "s" + i;
            assertThat(notes.stream().filter(name::equals).count()).as(name).isLessThanOrEqualTo(1);
        }
    }
}
