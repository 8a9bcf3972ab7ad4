package io.carillon.core.entity.journey;

import io.carillon.core.condition.Buckets;
import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Judgement;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.decide.Intents;
import io.carillon.core.entity.segment.Recount;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.journey.ClockTimes;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Trait;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What each step of a journey does when a run comes to it, and when a run that stands at it is looked at again. */
public final class Steps {
    /** When a condition is looked at again that cannot be judged, as the history is still being counted. */
    static final Duration UNCOUNTED = Duration.ofHours(1);

    private Steps() {}

    /** What came of a step. */
    sealed interface Taken {
        /** It is over, and this one follows. */
        record Next(int index) implements Taken {}

        /** The event that it waited for happened then, and the next one follows. */
        record Met(Instant event) implements Taken {}

        /** It takes time. */
        record Stays(RunPosition position) implements Taken {}
    }

    static Taken take(Turn turn, Run run, Step step, int index) {
        return switch (step) {
            case Step.Wait(var _, var duration) ->
                duration.isZero()
                        ? new Taken.Next(index + 1)
                        : new Taken.Stays(new RunPosition.Waiting(turn.now().plus(duration)));
            case Step.Send(var id, var message) ->
                Intents.decide(turn, run, id, message)
                        .map(DispatchId::text)
                        .<Taken>map(dispatch -> new Taken.Stays(new RunPosition.Sending(dispatch)))
                        .orElseGet(() -> new Taken.Next(index + 1)); // decided against: the journey goes on
            case Step.WaitFor(var _, var event, var atMost) ->
                waitFor(turn, run, event, turn.now().plus(atMost), index);
            case Step.WaitUntil(var _, var condition, var atMost) ->
                waitUntil(turn, condition, turn.now().plus(atMost), index);
            case Step.Branch(var _, var condition, var otherwise) -> branch(turn, condition, index, otherwise);
            case Step.Go(var _, var to) -> new Taken.Next(to);
            case Step.WaitTime(var _, var time, var days) ->
                new Taken.Stays(new RunPosition.Waiting(ClockTimes.next(time, days, turn.now(), turn.zone())));
            case Step.Split split -> {
                String salt = split.salt(run.key().journey());
                BigDecimal drawn = Buckets.numberOf(salt, turn.customer().splitKey());
                yield new Taken.Next(split.wayOf(drawn).to());
            }
            case Step.SetTraits(var id, var settings) -> {
                for (Step.Setting setting : settings) set(turn, run, id, setting);
                yield new Taken.Next(index + 1);
            }
            case Step.Start(var _, var journey) -> {
                Journeys.start(turn, journey, run);
                yield new Taken.Next(index + 1);
            }
            case Step.Stop(var _, var journey) -> {
                Journeys.stop(turn, journey);
                yield new Taken.Next(index + 1);
            }
            case Step.Call call -> {
                Optional<String> made = Calls.make(turn, run, call);
                yield made.isPresent() && call.atMost().isPresent()
                        ? new Taken.Stays(new RunPosition.Calling(
                                made.get(), turn.now().plus(call.atMost().get())))
                        : new Taken.Next(index + 1);
            }
        };
    }

    private static void set(Turn turn, Run run, StepId step, Step.Setting setting) {
        Optional<Value> value = switch (setting.value()) {
            case Step.Given.Literal(var literal) -> Optional.of(literal);
            case Step.Given.OfEvent(var path) -> run.event().at(path);
        };
        if (value.isEmpty()) return;
        Customer customer = turn.customer();
        // In the order of time among what events have said; at the same instant, after them: ~ is the last character.
        String id = Canonical.hash(run.key() + "/" + run.started() + "/" + step.text());
        var trait = new Trait(value.get(), new Stamp(turn.now(), new MessageId("~journey-" + id)), "journey");
        turn.become(customer.with(customer.profile().with(setting.trait(), trait)));
        turn.record(new HistoryEntry.TraitSet(turn.now(), run.key(), setting.trait(), value.get()));
    }

    static Taken lookAgain(Turn turn, Run run, Step step, RunPosition.Awaiting awaiting) {
        return switch (step) {
            case Step.WaitFor(var _, var event, var _) -> waitFor(turn, run, event, awaiting.until(), run.step());
            case Step.WaitUntil(var _, var condition, var _) ->
                waitUntil(turn, condition, awaiting.until(), run.step());
            case Step.Branch(var _, var condition, var otherwise) -> branch(turn, condition, run.step(), otherwise);
            case Step.Wait _, Step.WaitTime _, Step.Send _, Step.Go _ -> new Taken.Next(run.step() + 1);
            case Step.Split _, Step.SetTraits _, Step.Start _, Step.Stop _, Step.Call _ ->
                new Taken.Next(run.step() + 1); // nobody awaits there
        };
    }

    private static Taken waitFor(Turn turn, Run run, EventQuery event, Instant until, int index) {
        String key = event.keyProperty().isPresent() ? run.key().key() : "";
        Optional<Instant> met = turn.customer().behaviour().latest(event, key).filter(at -> at.isAfter(run.since()));
        if (met.isPresent()) return new Taken.Met(met.get());
        return isOver(turn, until)
                ? new Taken.Next(index + 1)
                : new Taken.Stays(new RunPosition.Awaiting(until, until));
    }

    private static Taken waitUntil(Turn turn, Condition condition, Instant until, int index) {
        if (!Recount.isComplete(turn)) {
            return isOver(turn, until)
                    ? new Taken.Next(index + 1)
                    : new Taken.Stays(new RunPosition.Awaiting(until, until));
        }
        Judgement judgement = Evaluator.judge(condition, turn.subject(), turn.now());
        if (judgement.holds() || isOver(turn, until)) return new Taken.Next(index + 1);
        Instant lookAt = judgement.changesAt().filter(until::isAfter).orElse(until);
        return new Taken.Stays(new RunPosition.Awaiting(until, lookAt));
    }

    private static Taken branch(Turn turn, Condition condition, int index, int otherwise) {
        if (!Recount.isComplete(turn)) {
            Instant later = turn.now().plus(UNCOUNTED);
            return new Taken.Stays(new RunPosition.Awaiting(later, later));
        }
        boolean holds = Evaluator.holds(condition, turn.subject(), turn.now());
        return new Taken.Next(holds ? index + 1 : otherwise);
    }

    private static boolean isOver(Turn turn, Instant until) {
        return !turn.now().isBefore(until);
    }
}
