package io.carillon.testkit.toy;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A step under way: what was done so far. */
final class ToyStep {
    private final Context<ToyKnowledge> context;
    private final Probe probe;
    private final List<String> notes;
    private final SortedMap<String, Long> sent;
    private final SortedMap<String, Long> received;
    private final SortedMap<String, Instant> timers;
    private final List<String> parks;
    private ReplyTo kept;
    private Bytes ballast;
    private final List<Effect> effects = new ArrayList<>();
    private final List<ReplyTo> callers = new ArrayList<>();
    private boolean parked;
    private int padTo;

    ToyStep(ToyState state, Context<ToyKnowledge> context, Probe probe) {
        this.context = context;
        this.probe = probe;
        notes = new ArrayList<>(state.notes());
        sent = new TreeMap<>(state.sent());
        received = new TreeMap<>(state.received());
        timers = new TreeMap<>(state.timers());
        parks = new ArrayList<>(state.parks());
        kept = state.kept();
        ballast = state.ballast();
        if (context.now().isBefore(state.latest())) violation("now went back to " + context.now());
        if (context.historySize() != state.notes().size()) violation("history has " + context.historySize() + " rows");
    }

    /** Checks that the message is the next one of its sender. */
    void receive(String from, long number) {
        if (from.isEmpty()) return;
        long expected = received.getOrDefault(from, 0L) + 1;
        if (number != expected) violation("from %s came %d, expected %d".formatted(from, number, expected));
        received.put(from, number);
    }

    void mark(ParkId park) {
        parks.add(park.text());
    }

    void unmark(ParkId park) {
        if (!parks.remove(park.text())) violation("no mark of " + park.text());
    }

    void answerParked(ReplyTo caller) {
        parked = true;
        callers.add(caller);
    }

    /** Fires what is due. */
    void fire() {
        for (String key : List.copyOf(timers.keySet())) {
            Instant at = timers.getOrDefault(key, Instant.MAX);
            if (at.isAfter(context.now())) continue;
            timers.remove(key);
            note("fired " + key);
        }
    }

    void act(List<Act> acts, ReplyTo caller) {
        for (Act act : acts) act(act, caller);
    }

    private void act(Act act, ReplyTo caller) {
        switch (act) {
            case Act.Note(var text) -> note(text);
            case Act.Tell(var to, var acts) -> send(to, ReplyTo.NOBODY, acts);
            case Act.Forward(var to, var acts) -> send(to, caller, acts);
            case Act.SetTimer(var key, var at) -> timers.put(key, at);
            case Act.ClearTimer(var key) -> timers.remove(key);
            case Act.PutRow(var table, var key, var value) ->
                effects.add(new Effect.Put(table, key, Bytes.utf8(value)));
            case Act.RemoveRow(var table, var key) -> effects.add(new Effect.Remove(table, key));
            case Act.Once(var key, var acts) -> {
                if (context.remembers(key)) return;
                effects.add(new Effect.Remember(key));
                act(acts, caller);
            }
            case Act.Answer() -> callers.add(caller);
            case Act.KeepCaller() -> kept = caller;
            case Act.AnswerKept() -> callers.add(kept);
            case Act.Shout(var text) -> effects.add(new Effect.Notify(new Heard(context.self(), text)));
            case Act.Know() -> note("knows " + context.knowledge().number());
            case Act.Forget(var number) -> effects.add(new Effect.Forget(number));
            case Act.Recall(var from, var max) -> note(recall(from, max));
            case Act.Fail(var cure) -> {
                if (context.knowledge().number() < cure) throw new IllegalStateException("a poison message");
            }
            case Act.Kill() -> throw new ProcessKilled();
            case Act.Hold() -> probe.hold();
            case Act.Grow(var bytes) -> ballast = Bytes.wrap(new byte[ballast.size() + bytes]);
            case Act.Pad(var count) -> padTo = count;
            case Act.FanOut fanOut -> fanOut(fanOut);
        }
    }

    private void fanOut(Act.FanOut fan) {
        int end = Math.min(fan.to(), fan.from() + fan.page());
        for (int i = fan.from(); i < end; i++) {
            send(Address.of(fan.kind(), Integer.toString(i)), ReplyTo.NOBODY, List.of(new Act.Note("fan")));
        }
        if (end == fan.to()) {
            note("fanned");
        } else {
            var rest = new Act.FanOut(fan.kind(), end, fan.to(), fan.page());
            send(context.self(), ReplyTo.NOBODY, List.of(rest));
        }
    }

    private String recall(long from, int max) {
        List<String> rows = context.history(from, max).stream()
                .map(row -> row.content().toUtf8())
                .toList();
        return context.historySize() + ":" + String.join(",", rows);
    }

    private void note(String text) {
        var key = "%s#%06d".formatted(context.self(), notes.size());
        effects.add(new Effect.Append(Bytes.utf8(text)));
        effects.add(new Effect.Put("notes", key, Bytes.utf8(text)));
        notes.add(text);
    }

    private void send(Address to, ReplyTo caller, List<Act> acts) {
        long number = sent.merge(to.text(), 1L, Long::sum);
        effects.add(new Effect.Send(to, new ToyMessage.Do(context.self().text(), number, caller, acts)));
    }

    private void violation(String text) {
        effects.add(new Effect.Put("violations", context.self() + " " + text, Bytes.EMPTY));
    }

    /** The state goes to a row of the table {@code toys} too, so that a test can read it. */
    Effects<ToyState> effects() {
        var state = new ToyState(
                Collections.unmodifiableList(notes),
                Collections.unmodifiableMap(sent),
                Collections.unmodifiableMap(received),
                Collections.unmodifiableMap(timers),
                Collections.unmodifiableList(parks),
                kept,
                context.now(),
                ballast);
        effects.add(new Effect.Put("toys", context.self().text(), ToyState.CODEC.encode(state)));
        for (ReplyTo caller : callers) {
            effects.add(new Effect.Answer(caller, new Told(context.self(), state, parked)));
        }
        while (effects.size() < padTo)
            effects.add(new Effect.Put("pad", context.self().text(), Bytes.EMPTY));
        return new Effects<>(state, effects);
    }
}
