package io.carillon.core.journey;

import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A journey as a marketer wrote it.
 *
 * @param version changes with everything below it, and with nothing else
 * @param when who may enter, asked when the trigger comes
 * @param restart whether a trigger during a run starts it again, instead of only adding to its events
 * @param steps in order, at least one, each with an id of its own; the ways of a branch one after the other
 */
public record JourneyDefinition(
        JourneyId id,
        String version,
        Trigger trigger,
        Optional<Condition> when,
        List<Exit> exits,
        Reentry reentry,
        boolean restart,
        List<Step> steps) {
    private static final int VERSION_LENGTH = 12;

    public JourneyDefinition {
        exits = List.copyOf(exits);
        steps = List.copyOf(steps);
    }

    /** With the version that its content has. */
    public static JourneyDefinition of(
            JourneyId id,
            Trigger trigger,
            Optional<Condition> when,
            List<Exit> exits,
            Reentry reentry,
            boolean restart,
            List<Step> steps) {
        var parts = new ArrayList<Value>();
        parts.add(Canonical.of(trigger.query()));
        parts.add(when.map(Canonical::of).orElse(Value.Nothing.NOTHING));
        parts.add(
                Value.of(exits.stream().map(exit -> Canonical.of(exit.query())).toList()));
        parts.add(Value.of(describe(reentry)));
        parts.add(Value.of(restart));
        parts.add(Value.of(steps.stream().map(JourneyDefinition::describe).toList()));
        String version = Canonical.hash(Json.write(Value.of(parts))).substring(0, VERSION_LENGTH);
        return new JourneyDefinition(id, version, trigger, when, exits, reentry, restart, steps);
    }

    private static String describe(Reentry reentry) {
        return switch (reentry) {
            case Reentry.Never() -> "never";
            case Reentry.Always() -> "always";
            case Reentry.After(var pause) -> "after " + pause;
        };
    }

    private static Value describe(Step step) {
        return switch (step) {
            case Step.Wait(var id, var duration) -> texts(id.text(), "wait", duration.toString());
            case Step.Send(var id, var message) -> texts(id.text(), "send", message.text());
            case Step.WaitFor(var id, var event, var atMost) ->
                Value.of(List.of(texts(id.text(), "wait for", atMost.toString()), Canonical.of(event)));
            case Step.WaitUntil(var id, var condition, var atMost) ->
                Value.of(List.of(texts(id.text(), "wait until", atMost.toString()), Canonical.of(condition)));
            case Step.Branch(var id, var condition, var otherwise) ->
                Value.of(List.of(texts(id.text(), "branch", Integer.toString(otherwise)), Canonical.of(condition)));
            case Step.Go(var id, var to) -> texts(id.text(), "go", Integer.toString(to));
            case Step.WaitTime(var id, var time, var days) ->
                texts(id.text(), "wait for", time.toString(), days.toString());
            case Step.Split(var id, var ways) -> texts(id.text(), "split", ways.toString());
            case Step.SetTraits(var id, var settings) ->
                Value.of(List.of(
                        texts(id.text(), "set"),
                        Value.of(settings.stream()
                                .map(JourneyDefinition::describe)
                                .toList())));
            case Step.Start(var id, var journey) -> texts(id.text(), "start", journey.text());
            case Step.Stop(var id, var journey) -> texts(id.text(), "stop", journey.text());
            case Step.Call(var id, var webhook, var body, var atMost) ->
                texts(
                        id.text(),
                        "webhook",
                        webhook,
                        body.orElse(""),
                        atMost.map(Duration::toString).orElse(""));
        };
    }

    private static Value describe(Step.Setting setting) {
        return switch (setting.value()) {
            case Step.Given.Literal(var value) -> Value.of(List.of(Value.of(setting.trait()), value));
            case Step.Given.OfEvent(var path) -> texts(setting.trait(), "of event", path);
        };
    }

    /** Everything that it asks of people, now or on their way. */
    public List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        when.ifPresent(conditions::add);
        for (Step step : steps) {
            switch (step) {
                case Step.WaitUntil(var _, var condition, var atMost) -> conditions.add(condition);
                case Step.Branch(var _, var condition, var otherwise) -> conditions.add(condition);
                case Step.Wait _, Step.WaitFor _, Step.WaitTime _, Step.Send _, Step.Go _, Step.Split _ -> {}
                case Step.SetTraits _, Step.Start _, Step.Stop _, Step.Call _ -> {}
            }
        }
        return conditions;
    }

    /** The events that its steps wait for. */
    public List<EventQuery> awaited() {
        return steps.stream()
                .flatMap(step -> step instanceof Step.WaitFor waiting ? Stream.of(waiting.event()) : Stream.empty())
                .toList();
    }

    private static Value texts(String... texts) {
        var values = new ArrayList<Value>();
        for (String text : texts) values.add(Value.of(text));
        return Value.of(values);
    }
}
