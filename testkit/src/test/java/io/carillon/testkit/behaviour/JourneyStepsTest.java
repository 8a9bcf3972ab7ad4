package io.carillon.testkit.behaviour;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.journey.RunPosition;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.simulation.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journeys that wait for something, and that go one of two ways. */
class JourneyStepsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private World world = World.startingAt("2026-03-02T09:00:00Z").identify("user:ada email:ada@example.com");

    @Test
    void aWaitIsOverWhenTheEventHappens() {
        begin("- wait: {until: {event: Shipped, key: order}, atMost: 2d}", "- send: a");
        world.advance(HOUR).track("user:ada", "Shipped", "order", "o2");
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.track("user:ada", "Shipped", "order", "o1");

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aWaitIsOverWhenItHasTakenTooLong() {
        begin("- wait: {until: {event: Shipped}, atMost: 2d}", "- send: a");

        world.advance(Duration.ofDays(2).minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void whatHappenedWhileAMessageWasOnItsWayIsNotMissed() {
        world.provider().hold();
        begin("- send: a", "- wait: {until: {event: Shipped}, atMost: 2d}", "- send: b");
        world.advance(Duration.ofSeconds(1)).track("user:ada", "Shipped");

        world.provider().goOn();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("a", "b");
    }

    @Test
    void oneEventEndsOneWait() {
        begin(
                "- wait: {until: {event: Shipped}, atMost: 2d}",
                "- send: a",
                "- wait: {until: {event: Shipped}, atMost: 2d}",
                "- send: b");
        world.advance(HOUR).track("user:ada", "Shipped").advance(HOUR);
        assertThat(world.messagesTo("user:ada")).containsExactly("a");

        world.track("user:ada", "Shipped");

        assertThat(world.messagesTo("user:ada")).containsExactly("a", "b");
    }

    @Test
    void theTriggerIsNotWhatAWaitForItsLikeWaitsFor() {
        begin("- wait: {until: {event: Ordered}, atMost: 2d}", "- send: a");
        world.advance(HOUR);
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.track("user:ada", "Ordered", "order", "o2");

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aWaitIsOverWhenAConditionHoldsOrHeldBefore() {
        begin("- wait: {until: {trait: plan, in: [pro]}, atMost: 2d}", "- send: a");
        world.advance(HOUR).identify("user:ada", "plan", "pro");
        assertThat(world.messagesTo("user:ada")).containsExactly("a");

        world.track("user:ada", "Ordered", "order", "o2");
        assertThat(world.messagesTo("user:ada")).containsExactly("a", "a");
    }

    @Test
    void aWaitIsOverWhenTimeMakesAConditionTrue() {
        publish("- wait: {until: {not: {event: Viewed, within: 3h}}, atMost: 2d}", "- send: a");
        world.track("user:ada", "Viewed").advance(HOUR).track("user:ada", "Ordered", "order", "o1");

        world.advance(HOUR.multipliedBy(2).minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aWaitForAnAddressIsOverWhenItIsTheirs() {
        publish("- wait: {until: {reachable: email}, atMost: 2d}", "- send: a");
        world.track("user:bob", "Ordered", "order", "o1").advance(HOUR);

        world.identify("user:bob email:bob@example.com").advance(Duration.ofMinutes(1));

        assertThat(world.messagesTo("user:bob")).containsExactly("a");
    }

    @Test
    void aBranchGoesOneWayAndBothMeetAgain() {
        publish(
                "- if: {trait: plan, in: [pro]}",
                "  then: [{send: a}]",
                "  else: [{wait: 1h}, {send: b}]",
                "- send: c");
        world.identify("user:bob email:bob@example.com", "plan", "pro");

        world.track("user:ada", "Ordered", "order", "o1").track("user:bob", "Ordered", "order", "o1");
        world.advance(HOUR);

        assertThat(world.messagesTo("user:bob")).containsExactly("a", "c");
        assertThat(world.messagesTo("user:ada")).containsExactly("b", "c");
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void aBranchWithoutAnElsePassesOn() {
        begin(
                "- if: {trait: plan, in: [pro]}",
                "  then:",
                "    - if: {event: Viewed}",
                "      then: [{send: a}]",
                "- send: c");

        assertThat(world.messagesTo("user:ada")).containsExactly("c");
    }

    @Test
    void aBranchCountsWhatHappenedBeforeTheJourneyWasPublished() {
        world.workspace(WorkspaceFiles.smallest()).track("user:ada", "Viewed").advance(HOUR);

        publish("- if: {event: Viewed, within: 3d}", "  then: [{send: a}]", "  else: [{send: b}]");
        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aBranchAfterAWaitTellsWhyItEnded() {
        String[] steps = {
            "- wait: {until: {event: Shipped, key: order}, atMost: 2d}",
            "- if: {event: Shipped, within: 2d}",
            "  then: [{send: a}]",
            "  else: [{send: b}]"
        };
        begin(steps);
        world.advance(HOUR).track("user:ada", "Shipped", "order", "o1");
        world.identify("user:bob email:bob@example.com").track("user:bob", "Ordered", "order", "o1");

        world.advance(Duration.ofDays(3));

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(world.messagesTo("user:bob")).containsExactly("b");
    }

    @Test
    void anExitEndsARunThatWaits() {
        publishWith("exit: [{event: Cancelled}]", "- wait: {until: {event: Shipped}, atMost: 2d}", "- send: a");
        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);

        world.track("user:ada", "Cancelled").track("user:ada", "Shipped").advance(Duration.ofDays(3));

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void aRestartBeginsTheWaitAnew() {
        publishWith("restart: true", "- wait: {until: {event: Shipped}, atMost: 2h}", "- send: a");
        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);
        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aRunThatWaitsKeepsToTheVersionThatItEntered() {
        begin("- wait: {until: {event: Shipped}, atMost: 2d}", "- send: a");
        publish("- wait: {until: {event: Delivered}, atMost: 2d}", "- send: b");
        world.advance(HOUR);

        world.track("user:ada", "Shipped");

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void whatEitherHalfOfAMergeDidEndsTheWait() {
        publish("- wait: {until: {event: Shipped}, atMost: 2d}", "- send: a");
        world.track("anonymous:a1", "Ordered", "order", "o1").advance(HOUR);
        world.identify("user:ada email:ada@example.com").track("user:ada", "Shipped");

        world.identify("user:ada anonymous:a1");

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    /** What happens at random to somebody whose run waits. */
    private record Act(int minutes, String what) {}

    @Test
    void aWaitEndsAtTheFirstEventOrAtItsEndWhateverElseHappens() {
        forAll(200, JourneyStepsTest::acts, Shrinker.lists(), (acts, seed) -> {
            world = World.startingAt("2026-03-02T09:00:00Z", Settings.stormy(seed));
            begin("- wait: {until: {event: Shipped}, atMost: 3h}", "- send: a");
            int passed = 0;
            int shippedAt = Integer.MAX_VALUE;
            for (Act act : acts) {
                world.advance(Duration.ofMinutes(act.minutes()));
                passed += act.minutes();
                if (act.what().equals("merge")) world.identify("user:ada anonymous:a" + passed);
                else world.track("user:ada", act.what(), "order", "o" + passed);
                if (act.what().equals("Shipped")) shippedAt = Math.min(shippedAt, passed);

                boolean isOver = shippedAt <= passed || passed >= 180;
                assertThat(world.runsOf("user:ada"))
                        .filteredOn(run -> run.position() instanceof RunPosition.Awaiting)
                        .hasSize(isOver ? 0 : 1);
                assertThat(world.dispatchesOf("user:ada")).hasSize(isOver ? 1 : 0);
            }
        });
    }

    private static List<Act> acts(Chance chance) {
        return chance.list(
                1, 8, each -> new Act(each.between(1, 90), each.pick(List.of("Viewed", "Viewed", "merge", "Shipped"))));
    }

    private void begin(String... steps) {
        publish(steps);
        world.identify("user:ada email:ada@example.com").track("user:ada", "Ordered", "order", "o1");
    }

    private void publish(String... steps) {
        publishWith("reentry: always", steps);
    }

    /** A journey that each order starts. */
    private void publishWith(String line, String... steps) {
        WorkspaceFiles files = WorkspaceFiles.smallest();
        for (String name : List.of("a", "b", "c")) {
            files = files.with("messages/%s.yaml".formatted(name), """
                    message: %s
                    purpose: transactional
                    channels: {email: {subject: Hi, html: Hi}}
                    """.formatted(name));
        }
        world.workspace(files.with(
                "journeys/orders.yaml",
                "journey: orders\ntrigger: {event: Ordered, key: order}\n%s\nsteps:\n  %s\n"
                        .formatted(line, String.join("\n  ", steps))));
    }
}
