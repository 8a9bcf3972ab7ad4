package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.value.Value;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Journeys that look at the clock, draw lots, note facts, start and stop each other, and tell webhooks. */
class JourneyActionsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SUBSCRIBED = """
            webhook: crm
            url: https://crm.example.com/in
            secret: ${env:HOOK_KEY}
            """;

    private final World world =
            World.startingAt("2026-03-27T20:00:00Z").identify("user:ada email:ada@example.com", "plan", "basic");
    private WorkspaceFiles files = WorkspaceFiles.smallest().with("webhooks/crm.yaml", SUBSCRIBED);

    // The clock.

    @Test
    void aWaitUntilATimeIsOverOnThePersonsOwnClock() {
        publish("- wait: {until: \"09:00\"}", "- send: a");
        world.identify("user:ada", "timezone", "America/New_York").track("user:ada", "Ordered", "order", "o1");

        world.advance(Duration.between(world.now(), Instant.parse("2026-03-28T13:00:00Z"))
                .minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aWaitForADayPassesTheNightInWhichTheClockIsSetForward() {
        publish("- wait: {until: \"09:00\", days: [sun, mon]}", "- send: a", "- wait: {until: \"09:00\"}", "- send: b");
        world.track("user:ada", "Ordered", "order", "o1"); // on a Friday

        world.advance(Duration.between(world.now(), Instant.parse("2026-03-29T07:00:00Z"))
                .minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();
        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("a");

        world.advance(Duration.ofDays(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("a", "b");
    }

    // Lots.

    @Test
    void aSplitSendsAboutAsManyEachWayAsItsWeightsSay() {
        publish("- split: {a: {weight: 3, steps: [{send: a}]}, b: {weight: 1, steps: [{send: b}]}, c: {weight: 0}}");
        int ways = 0;
        for (int person = 0; person < 400; person++) {
            String who = "user:p" + person;
            world.identify(who + " email:p" + person + "@example.com").track(who, "Ordered", "order", "o1");
            List<String> got = world.messagesTo(who);
            assertThat(got).hasSize(1);
            if (got.equals(List.of("a"))) ways++;
        }

        assertThat(ways).isBetween(270, 330);
    }

    @Test
    void aLotIsDrawnOnceForEachPerson() {
        publish("- split: {a: {weight: 1, steps: [{send: a}]}, b: {weight: 1, steps: [{send: b}]}}", "- send: c");
        for (int person = 0; person < 20; person++) {
            String visitor = "anonymous:a" + person;
            String who = "user:p" + person;
            world.identify(visitor + " email:p" + person + "@example.com").track(visitor, "Ordered", "order", "o1");
            List<String> before = world.messagesTo(visitor);

            world.advance(HOUR).identify(who + " " + visitor).track(who, "Ordered", "order", "o2");

            assertThat(before).hasSize(2).endsWith("c");
            assertThat(world.messagesTo(who)).containsExactly(before.get(0), "c", before.get(0), "c");
        }
    }

    @Test
    void aWayWithoutStepsPassesOn() {
        publish("- split: {none: {weight: 1}, never: {weight: 0, steps: [{send: b}]}}", "- send: c");

        world.track("user:ada", "Ordered", "order", "o1");

        assertThat(world.messagesTo("user:ada")).containsExactly("c");
    }

    // Facts.

    @Test
    void aTraitIsSetForConditionsSegmentsAndTemplates() {
        files = files.with("segments/pros.yaml", "segment: pros\nwhen: {trait: plan, in: [pro]}\n");
        publish(
                "- set: {plan: pro, sku: {event: sku}, gone: {event: nothing}}",
                "- if: {trait: plan, in: [pro]}",
                "  then: [{send: a}]");

        world.track("user:ada", "Ordered", "order", "o1", "sku", "s-7");

        var profile = world.customer("user:ada").customer().profile();
        assertThat(profile.value("plan")).contains(Value.of("pro"));
        assertThat(profile.value("sku")).contains(Value.of("s-7"));
        assertThat(profile.value("gone")).isEmpty();
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(world.membersOf("pros")).containsExactly(world.idOf("user:ada"));
        assertThat(world.historyOf("user:ada"))
                .anyMatch(entry -> entry instanceof HistoryEntry.TraitSet(var _, var run, var trait, var _)
                        && run.journey().text().equals("orders")
                        && trait.equals("plan"));
    }

    @Test
    void whatIsSaidLaterWinsAndNothingTakesATraitAway() {
        publish("- set: {plan: pro}", "- wait: 1h", "- set: {plan: null}");
        world.track("user:ada", "Ordered", "order", "o1");

        world.advance(Duration.ofMinutes(1)).identify("user:ada", "plan", "free");
        assertThat(plan()).containsExactly(Value.of("free"));

        world.advance(HOUR);
        assertThat(plan()).isEmpty();
    }

    private List<Value> plan() {
        return world.customer("user:ada").customer().profile().value("plan").stream()
                .toList();
    }

    // Other journeys.

    @Test
    void aJourneyStartsAnotherWithItsKeyAndItsEvents() {
        other("when: {trait: plan, in: [basic]}", "- wait: 1h", "- send: b");
        publish("- start: other", "- send: a");
        world.identify("user:bob email:bob@example.com", "plan", "pro");

        world.track("user:ada", "Ordered", "order", "o1").track("user:bob", "Ordered", "order", "o1");
        var run = world.runsOf("user:ada").getFirst();
        world.advance(HOUR);

        assertThat(run.key().journey().text()).isEqualTo("other");
        assertThat(run.key().key()).isEqualTo("o1");
        assertThat(run.event().text("order")).contains("o1");
        assertThat(world.messagesTo("user:ada")).containsExactly("a", "b");
        assertThat(world.messagesTo("user:bob")).containsExactly("a");
    }

    @Test
    void aJourneyThatIsStartedKeepsItsOwnRules() {
        other("reentry: never", "- send: b");
        publish("- start: other");

        world.track("user:ada", "Ordered", "order", "o1")
                .advance(HOUR)
                .track("user:ada", "Ordered", "order", "o1")
                .track("user:ada", "Ordered", "order", "o2");

        assertThat(world.messagesTo("user:ada")).containsExactly("b", "b");
    }

    @Test
    void aJourneyStopsAllRunsOfAnother() {
        other("reentry: always", "- wait: 2h", "- send: b");
        publish("- stop: other", "- send: a");
        world.track("user:ada", "Seen", "order", "o1").track("user:ada", "Seen", "order", "o2");
        assertThat(world.runsOf("user:ada")).hasSize(2);

        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR.multipliedBy(3));

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(world.historyOf("user:ada"))
                .filteredOn(
                        entry -> entry instanceof HistoryEntry.RunEnded(var _, var _, var why) && why == RunEnd.STOPPED)
                .hasSize(2);
    }

    @Test
    void aJourneyThatStopsItselfGoesNoFurther() {
        publish("- if: {trait: plan, in: [basic]}", "  then: [{stop: orders}]", "- send: a");

        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void aJourneyThatIsStoppedByTheOneItStartsGoesNoFurther() {
        other("reentry: always", "- stop: orders", "- send: b");
        publish("- start: other", "- send: a");

        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).containsExactly("b");
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    // Webhooks.

    @Test
    void aWebhookIsToldAndTheRunGoesOn() {
        publish("- webhook: crm", "- send: a");

        world.track("user:ada", "Ordered", "order", "o1");

        WebhookCall call = world.calls().getFirst();
        assertThat(call.webhook()).isEqualTo("crm");
        assertThat(call.body())
                .contains("\"type\":\"journey.webhook\"")
                .contains("\"customer\":\"" + world.idOf("user:ada") + "\"")
                .contains("\"journey\":\"orders\",\"key\":\"o1\",\"step\":\"1\"")
                .contains("\"event\":{\"order\":\"o1\"}");
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    @Test
    void aRunThatWaitsForAWebhookGoesOnWhenItIsTold() {
        publish(
                "- webhook: {name: crm, atMost: 2h, body: '{\"who\": \"{{ customer.plan }}\", \"key\": \"{{ run.key }}\"}'}",
                "- send: a");
        world.track("user:ada", "Ordered", "order", "o1").advance(HOUR);
        WebhookCall call = world.calls().getFirst();
        assertThat(call.body()).isEqualTo("{\"who\": \"basic\", \"key\": \"o1\"}");
        assertThat(world.runsOf("user:ada"))
                .singleElement()
                .satisfies(run -> assertThat(run.position()).isInstanceOf(RunPosition.Calling.class));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.taken(call);

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(world.calls()).isEmpty();
        assertThat(outcomes()).containsExactly(CallOutcome.ASKED, CallOutcome.DELIVERED);
    }

    @Test
    void aRunDoesNotWaitForAWebhookLongerThanItSays() {
        publish("- webhook: {name: crm, atMost: 2h}", "- send: a");
        world.track("user:ada", "Ordered", "order", "o1");
        world.notTaken(world.calls().getFirst().id(), 3);

        world.advance(HOUR.multipliedBy(2).minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();
        world.advance(Duration.ofMillis(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(world.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.dead()).isFalse());
        assertThat(outcomes()).containsExactly(CallOutcome.ASKED, CallOutcome.LATE);
    }

    @Test
    void aRunGoesOnWhenAWebhookIsGivenUp() {
        publish("- webhook: {name: crm, atMost: 7d}", "- send: a");
        world.track("user:ada", "Ordered", "order", "o1");

        world.notTaken(world.calls().getFirst().id(), 10);

        assertThat(world.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.dead()).isTrue());
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(outcomes()).containsExactly(CallOutcome.ASKED, CallOutcome.DEAD);
    }

    @Test
    void anExitIsFoundWhileAWebhookIsBeingTold() {
        publishWith("exit: [{event: Cancelled}]", "- webhook: {name: crm, atMost: 7d}", "- send: a");
        world.track("user:ada", "Ordered", "order", "o1").track("user:ada", "Cancelled");

        world.taken(world.calls().getFirst());

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(outcomes()).containsExactly(CallOutcome.ASKED, CallOutcome.DELIVERED);
    }

    @Test
    void whatIsNoJsonIsNotToldAndSaysSo() {
        publish("- webhook: {name: crm, atMost: 7d, body: '{\"sku\": {{ event.sku }} }'}", "- send: a");

        world.track("user:ada", "Ordered", "order", "o1");

        assertThat(world.calls()).isEmpty();
        assertThat(world.messagesTo("user:ada")).containsExactly("a");
        assertThat(outcomes()).containsExactly(CallOutcome.NOT_MADE);
    }

    @Test
    void aRunWhoseCustomerWasAbsorbedHearsOfItsWebhook() {
        publish("- webhook: {name: crm, atMost: 7d}", "- send: a");
        world.track("anonymous:a1", "Ordered", "order", "o1").identify("user:ada anonymous:a1");

        world.taken(world.calls().getFirst());

        assertThat(world.messagesTo("user:ada")).containsExactly("a");
    }

    private List<CallOutcome> outcomes() {
        return world.historyOf("user:ada")
                .flatMap(entry ->
                        entry instanceof HistoryEntry.Called called ? Stream.of(called.outcome()) : Stream.empty())
                .toList();
    }

    /** A journey that every look starts. */
    private void other(String line, String... steps) {
        files = files.with(
                "journeys/other.yaml",
                "journey: other\ntrigger: {event: Seen, key: order}\n%s\nsteps:\n  %s\n"
                        .formatted(line, String.join("\n  ", steps)));
    }

    private void publish(String... steps) {
        publishWith("reentry: always", steps);
    }

    /** A journey that each order starts. */
    private void publishWith(String line, String... steps) {
        var all = new TreeMap<>(files.texts());
        for (String name : List.of("a", "b", "c")) {
            all.put("messages/%s.yaml".formatted(name), """
                    message: %s
                    purpose: transactional
                    channels: {email: {subject: Hi, html: Hi}}
                    """.formatted(name));
        }
        all.put(
                "journeys/orders.yaml",
                "journey: orders\ntrigger: {event: Ordered, key: order}\n%s\nsteps:\n  %s\n"
                        .formatted(line, String.join("\n  ", steps)));
        world.workspace(new WorkspaceFiles(all));
    }
}
