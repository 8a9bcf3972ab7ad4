package io.carillon.core.entity.journey;

import io.carillon.core.condition.Evaluator;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.decide.Intents;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.Event;
import io.carillon.core.event.Stamp;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.journey.Ended;
import io.carillon.core.journey.Exit;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Reentry;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.journey.Step;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A customer's ways through journeys: exits first, then triggers, then whatever is due. */
public final class Journeys {
    /** Runs that set each other going go on with what happens next. */
    private static final int PASSES_MAX = 10;

    private Journeys() {}

    public static void onEvent(Turn turn, Event event) {
        exitBy(turn, event);
        if (!event.isLive()) return;
        if (event.occurredAt().isBefore(turn.now().minus(turn.knowledge().triggerMaxAge()))) return;
        for (JourneyDefinition journey : turn.knowledge().journeysTriggeredBy(event.name())) {
            if (journey.trigger().query().matches(event)) trigger(turn, journey, event);
        }
    }

    /** Waits that have ended go on. */
    public static void onTime(Turn turn) {
        for (Run run : List.copyOf(turn.customer().runs().active().values())) {
            // One that goes on may end another, or begin it anew.
            if (!isStill(turn, run)) continue;
            switch (run.position()) {
                case RunPosition.Waiting(var until) -> {
                    if (!until.isAfter(turn.now())) goOn(turn, run);
                }
                case RunPosition.Calling(var _, var until) -> {
                    if (until.isAfter(turn.now())) continue;
                    Calls.late(turn, run, definitionOf(turn, run));
                    goOn(turn, run);
                }
                case RunPosition.Sending _, RunPosition.Awaiting _ -> {}
            }
        }
        lookAgain(turn);
    }

    private static boolean isStill(Turn turn, Run run) {
        return turn.customer().runs().active(run.key()).equals(Optional.of(run));
    }

    /** A webhook has been told, or will not be: the run that waits for it goes on. */
    static void onCalled(Turn turn, RunKey key, String call) {
        Optional<Run> run = turn.customer().runs().active(key);
        if (run.isPresent() && run.get().position() instanceof RunPosition.Calling(var id, var _) && id.equals(call))
            goOn(turn, run.get());
    }

    /** One journey lets the person enter another. */
    public static void start(Turn turn, JourneyId id, Run by) {
        Optional<JourneyDefinition> journey = turn.knowledge().journey(id);
        if (journey.isEmpty()) return; // not published any more
        var started = new Stamp(turn.now(), by.started().by());
        enter(turn, journey.get(), new RunKey(id, by.key().key()), new Entry(started, by.events(), "journey"));
    }

    /** All runs of a journey that the person has. */
    public static void stop(Turn turn, JourneyId journey) {
        for (RunKey key : List.copyOf(turn.customer().runs().active().keySet())) {
            if (key.journey().equals(journey)) end(turn, key, RunEnd.STOPPED);
        }
    }

    /** After a merge: a run whose message has had its outcome meanwhile goes on. */
    public static void onSettled(Turn turn) {
        for (Run run : List.copyOf(turn.customer().runs().active().values())) {
            if (!(run.position() instanceof RunPosition.Sending(var id))) continue;
            boolean isSettled = turn.customer()
                    .dispatches()
                    .get(new DispatchId(id))
                    .map(dispatch -> dispatch.status().isFinal())
                    .orElse(true);
            if (isSettled) settled(turn, run, new DispatchId(id));
        }
    }

    /** The message at which the run stands has its outcome: the run goes on. */
    public static void onSettled(Turn turn, RunKey key, DispatchId dispatch) {
        Optional<Run> run = turn.customer().runs().active(key);
        if (run.isPresent() && isAt(run.get(), dispatch)) settled(turn, run.get(), dispatch);
    }

    /** What did not get through is said on another channel, if there is one; else the run goes on. */
    private static void settled(Turn turn, Run run, DispatchId dispatch) {
        boolean hasFailed = turn.customer()
                .dispatches()
                .get(dispatch)
                .filter(Journeys::hasFailed)
                .isPresent();
        if (!hasFailed || !fallBack(turn, dispatch)) goOn(turn, run);
    }

    /** Marketing that is dead has been late for a day; what is transactional is wanted all the same. */
    private static boolean hasFailed(Dispatch dispatch) {
        return dispatch.status() == DispatchStatus.REJECTED
                || (dispatch.status() == DispatchStatus.DEAD && dispatch.purpose() == Purpose.TRANSACTIONAL);
    }

    /** Whether the run that stands at a message says it on another channel from now on. */
    public static boolean fallBack(Turn turn, DispatchId dispatch) {
        Optional<Dispatch> refused = turn.customer()
                .dispatches()
                .get(dispatch)
                .filter(it -> it.status().isFinal());
        Optional<Run> run = refused.flatMap(
                        it -> turn.customer().runs().active(it.intent().run()))
                .filter(it -> isAt(it, dispatch));
        if (run.isEmpty()) return false;
        Optional<DispatchId> other = Intents.fallBack(turn, run.get(), refused.get());
        other.ifPresent(id -> become(turn, run.get().at(run.get().step(), new RunPosition.Sending(id.text()))));
        return other.isPresent();
    }

    public static boolean isAt(Run run, DispatchId dispatch) {
        return run.position() instanceof RunPosition.Sending(var id) && id.equals(dispatch.text());
    }

    /** After a merge: a run that either half should have left is left, before any timer of it acts. */
    public static void judgeAgain(Turn turn) {
        for (Run run : List.copyOf(turn.customer().runs().active().values())) {
            Optional<JourneyDefinition> journey = definitionOf(turn, run);
            if (journey.isPresent()
                    && hasExitSince(
                            turn, journey.get(), run.key(), run.started().at())) {
                end(turn, run.key(), RunEnd.EXITED);
            }
        }
    }

    /** Whether an exit event is known that is no older than the start of the run. */
    public static boolean hasExitSince(Turn turn, JourneyDefinition journey, RunKey key, Instant started) {
        for (Exit exit : journey.exits()) {
            Optional<Instant> latest =
                    turn.customer().behaviour().latest(exit.query(), exit.isOfOneKey() ? key.key() : "");
            if (latest.isPresent() && !latest.get().isBefore(started)) return true;
        }
        return false;
    }

    public static Optional<JourneyDefinition> definitionOf(Turn turn, Run run) {
        return turn.knowledge().journey(run.key().journey(), run.version());
    }

    private static void exitBy(Turn turn, Event event) {
        for (Run run : List.copyOf(turn.customer().runs().active().values())) {
            if (event.occurredAt().isBefore(run.started().at())) continue;
            boolean exits = definitionOf(turn, run).stream()
                    .flatMap(journey -> journey.exits().stream())
                    .anyMatch(exit -> exit.query().matches(event)
                            && (!exit.isOfOneKey()
                                    || exit.query()
                                            .keyOf(event)
                                            .equals(run.key().key())));
            if (exits) end(turn, run.key(), RunEnd.EXITED);
        }
    }

    /**
     * What lets a person into a journey.
     *
     * @param events properties, not empty
     */
    private record Entry(Stamp by, List<Value.Fields> events, String source) {}

    private static void trigger(Turn turn, JourneyDefinition journey, Event event) {
        var key = new RunKey(journey.id(), journey.trigger().query().keyOf(event));
        enter(turn, journey, key, new Entry(event.stamp(), List.of(event.properties()), event.source()));
    }

    private static void enter(Turn turn, JourneyDefinition journey, RunKey key, Entry entry) {
        Optional<Run> active = turn.customer().runs().active(key);
        if (active.isPresent() && !journey.restart()) {
            become(turn, withEvents(active.get(), entry.events()));
            return;
        }
        if (active.isEmpty() && !mayEnterAgain(turn, journey, key)) return;
        // The trigger may be the late one of the two.
        if (hasExitSince(turn, journey, key, entry.by().at())) return;
        if (journey.when().isPresent() && !Evaluator.holds(journey.when().get(), turn.subject(), turn.now())) return;
        if (active.isPresent()) end(turn, key, RunEnd.RESTARTED);
        if (turn.customer().runs().isFull()) {
            turn.tell(
                    QualityKind.of(entry.source()),
                    new QualityMessage.Note("too_many_runs", key.journey().text(), 1, ReplyTo.NOBODY));
            return;
        }
        turn.record(new HistoryEntry.RunStarted(turn.now(), key, journey.version()));
        Run first =
                Run.starting(key, journey.version(), entry.by(), entry.events().getFirst(), turn.now());
        Run run = withEvents(first, entry.events().subList(1, entry.events().size()));
        become(turn, run);
        advance(turn, run, journey, 0);
    }

    private static Run withEvents(Run run, List<Value.Fields> events) {
        Run with = run;
        for (Value.Fields event : events) with = with.and(event);
        return with;
    }

    private static boolean mayEnterAgain(Turn turn, JourneyDefinition journey, RunKey key) {
        Optional<Ended> before = turn.customer().runs().ended(key);
        if (before.isEmpty()) return true;
        return switch (journey.reentry()) {
            case Reentry.Always() -> true;
            case Reentry.Never() -> false;
            case Reentry.After(var pause) ->
                !turn.now().isBefore(before.get().at().plus(pause));
        };
    }

    private static void goOn(Turn turn, Run run) {
        Optional<JourneyDefinition> journey = definitionOf(turn, run);
        if (journey.isPresent()) advance(turn, run, journey.get(), run.step() + 1);
        else end(turn, run.key(), RunEnd.GONE);
    }

    /** From a step on until one that takes time. Steps lead only forward, so this ends. */
    private static void advance(Turn turn, Run run, JourneyDefinition journey, int from) {
        Run going = run;
        int index = from;
        while (index < journey.steps().size()) {
            if (!isActive(turn, going)) return; // a step of its own stopped it
            switch (Steps.take(turn, going, journey.steps().get(index), index)) {
                case Steps.Taken.Next(var next) -> index = next;
                case Steps.Taken.Met(var event) -> {
                    going = going.metAt(event);
                    index++;
                }
                case Steps.Taken.Stays(var position) -> {
                    become(turn, going.at(index, position));
                    return;
                }
            }
        }
        if (isActive(turn, going)) end(turn, run.key(), RunEnd.COMPLETED);
    }

    private static boolean isActive(Turn turn, Run run) {
        return turn.customer()
                .runs()
                .active(run.key())
                .filter(active -> active.started().equals(run.started()))
                .isPresent();
    }

    /**
     * Waits for something: it may have come true by whatever has just happened, or by time, or they are up.
     *
     * @return whether any run went on
     */
    public static boolean lookAgain(Turn turn) {
        boolean anyMoved = false;
        // What one does may be what another waits for.
        for (int passes = 0; passes < PASSES_MAX; passes++) {
            boolean moved = false;
            for (Run run : List.copyOf(turn.customer().runs().active().values())) {
                if (run.position() instanceof RunPosition.Awaiting awaiting) moved |= lookAgain(turn, run, awaiting);
            }
            if (!moved) break;
            anyMoved = true;
        }
        return anyMoved;
    }

    private static boolean lookAgain(Turn turn, Run run, RunPosition.Awaiting awaiting) {
        Optional<JourneyDefinition> journey = definitionOf(turn, run);
        if (journey.isEmpty() || run.step() >= journey.get().steps().size()) {
            end(turn, run.key(), RunEnd.GONE);
            return true;
        }
        switch (Steps.lookAgain(turn, run, journey.get().steps().get(run.step()), awaiting)) {
            case Steps.Taken.Next(var next) -> advance(turn, run, journey.get(), next);
            case Steps.Taken.Met(var event) -> advance(turn, run.metAt(event), journey.get(), run.step() + 1);
            case Steps.Taken.Stays(var position) -> {
                if (!position.equals(awaiting)) become(turn, run.at(run.step(), position));
                return false;
            }
        }
        return true;
    }

    private static void end(Turn turn, RunKey key, RunEnd reason) {
        Optional<Run> run = turn.customer().runs().active(key);
        if (run.isEmpty()) return;
        turn.become(turn.customer().with(turn.customer().runs().end(key, reason, turn.now())));
        turn.record(new HistoryEntry.RunEnded(turn.now(), key, reason));
        String why = "the run ended: " + reason.name().toLowerCase(Locale.ROOT);
        switch (run.get().position()) {
            case RunPosition.Sending(var dispatch) -> Intents.takeBack(turn, new DispatchId(dispatch), why);
            case RunPosition.Waiting _, RunPosition.Awaiting _, RunPosition.Calling _ -> {
                if (reason == RunEnd.EXITED || reason == RunEnd.STOPPED) decline(turn, run.get(), why);
            }
        }
    }

    /** What the run would have said next is decided against: whoever asks why there was no message finds an answer. */
    private static void decline(Turn turn, Run run, String why) {
        List<Step> steps = definitionOf(turn, run).map(JourneyDefinition::steps).orElse(List.of());
        for (Step step : steps.subList(Math.min(run.step(), steps.size()), steps.size())) {
            if (step instanceof Step.Send(var id, var message)) {
                Intents.decline(turn, run, id, message, Reason.failed(Gate.STILL_TRUE, why));
                return;
            }
        }
    }

    private static void become(Turn turn, Run run) {
        turn.become(turn.customer().with(turn.customer().runs().with(run)));
    }
}
