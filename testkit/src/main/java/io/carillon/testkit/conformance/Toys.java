package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Notice;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Row;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Heard;
import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.Told;
import io.carillon.testkit.toy.ToyKnowledge;
import io.carillon.testkit.toy.ToyMessage;
import io.carillon.testkit.toy.ToyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A host under test full of toys, and the test's way to talk to them. */
final class Toys implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final int ROWS_MAX = 100_000;
    private static final int STARTS_MAX = 20;

    private final HostUnderTest unit;
    private final Probe probe;
    private final List<String> heard = new ArrayList<>();
    private ToyKnowledge knowledge = new ToyKnowledge(1);
    private Instant clock = NOON;

    Toys(HostUnderTest unit, Probe probe) {
        this.unit = unit;
        this.probe = probe;
        listen();
    }

    Host<ToyKnowledge> host() {
        return unit.host();
    }

    HostUnderTest unit() {
        return unit;
    }

    Probe probe() {
        return probe;
    }

    /** Hands in a message; what is told back is added to {@code answers}. */
    boolean submit(String to, Lane lane, List<Told> answers, Act... acts) {
        return host().submit(new Address(to), lane, caller -> ToyMessage.outside(caller, acts), reply -> {
            synchronized (answers) {
                answers.add((Told) reply);
            }
        });
    }

    void tell(String to, Lane lane, Act... acts) {
        assertThat(submit(to, lane, new ArrayList<>(), acts)).as("room").isTrue();
    }

    void tell(String to, Act... acts) {
        tell(to, Lane.BULK, acts);
    }

    /** Hands in a message and returns what was answered at rest. */
    List<Told> ask(String to, Act... acts) {
        var answers = new ArrayList<Told>();
        assertThat(submit(to, Lane.BULK, answers, acts)).as("room").isTrue();
        settle();
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    /** Waits for rest, and starts the process again whenever it was killed. */
    void settle() {
        int starts = 0;
        while (!unit.awaitRest()) {
            if (++starts > STARTS_MAX) throw new AssertionError("killed %d times on end".formatted(starts));
            start();
        }
    }

    void start() {
        unit.start();
        unit.host().publish(knowledge);
        listen();
    }

    void crash() {
        unit.crash();
        start();
    }

    void restart() {
        unit.stop();
        start();
    }

    void publish(int number) {
        knowledge = new ToyKnowledge(number);
        host().publish(knowledge);
    }

    Instant clock() {
        return clock;
    }

    void clock(Instant now) {
        clock = now;
        unit.clock(now);
    }

    void advance(Duration duration) {
        clock(clock.plus(duration));
    }

    /**
     * From now on no step is handled until {@link #release}, while messages are taken. Needs one shard, and works once.
     */
    void hold() {
        if (!unit.runsByItself()) return;
        tell("red:held", new Act.Hold());
        probe.awaitHeld();
    }

    void release() {
        probe.open();
        settle();
    }

    List<String> notes(String address) {
        return state(address).notes();
    }

    ToyState state(String address) {
        return host().row("toys", address)
                .map(ToyState.CODEC::decode)
                .orElseThrow(() -> new AssertionError(address + " was never told anything"));
    }

    SortedMap<String, ToyState> states() {
        var states = new TreeMap<String, ToyState>();
        for (Row row : host().rows("toys", "", ROWS_MAX)) states.put(row.key(), ToyState.CODEC.decode(row.value()));
        return states;
    }

    List<ParkedMessage> parked() {
        return host().parked(ROWS_MAX);
    }

    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** At rest: every message sent was received once, and state, history and rows of each toy say the same. */
    void assertConsistent() {
        assertThat(host().rows("violations", "", ROWS_MAX)).extracting(Row::key).isEmpty();
        SortedMap<String, ToyState> states = states();
        var sent = new TreeMap<String, Long>();
        var received = new TreeMap<String, Long>();
        states.forEach((address, state) -> {
            state.sent().forEach((to, count) -> sent.put(address + " to " + to, count));
            state.received().forEach((from, count) -> received.put(from + " to " + address, count));
            assertThat(texts(host().history(new Address(address), Long.MAX_VALUE, ROWS_MAX)))
                    .isEqualTo(state.notes());
            assertThat(state.timers().values()).as("timers due of " + address).allMatch(clock::isBefore);
        });
        assertThat(received).isEqualTo(sent);
        assertThat(host().count("notes"))
                .isEqualTo(states.values().stream()
                        .mapToLong(state -> state.notes().size())
                        .sum());
        assertThat(parked())
                .extracting(message -> message.id().text())
                .containsExactlyInAnyOrderElementsOf(states.values().stream()
                        .flatMap(state -> state.parks().stream())
                        .toList());
    }

    /** What was answered is what the entity went on from. */
    void assertHappened(Told told) {
        List<String> notes = told.state().notes();
        List<String> now = notes(told.by().text());
        assertThat(now.subList(0, Math.min(now.size(), notes.size()))).isEqualTo(notes);
    }

    private static List<String> texts(List<HistoryRow> newestFirst) {
        return newestFirst.reversed().stream()
                .map(HistoryRow::content)
                .map(Bytes::toUtf8)
                .toList();
    }

    private void listen() {
        host().listen(this::hear);
    }

    private void hear(Notice notice) {
        synchronized (heard) {
            heard.add(((Heard) notice).text());
        }
    }

    @Override
    public void close() {
        probe.killNoMore();
        probe.open();
        unit.close();
    }
}
