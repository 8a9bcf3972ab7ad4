package io.carillon.server.collect;

import io.carillon.core.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An inlet that keeps what it gets, and answers as it is told. */
final class RecordingInlet implements Inlet {
    record Noted(String source, String reason, String example, int count) {}

    private final List<Event> events = new ArrayList<>();
    private final List<Noted> noted = new ArrayList<>();
    private Taken answer = Taken.DONE;
    private int fullFor;

    @Override
    public synchronized Taken receive(List<Event> received, Duration patience) {
        if (fullFor > 0) {
            fullFor--;
            return Taken.FULL;
        }
        if (answer == Taken.DONE) events.addAll(received);
        return answer;
    }

    @Override
    public synchronized void unusable(String source, String reason, String example, int count) {
        noted.add(new Noted(source, reason, example, count));
    }

    synchronized void answer(Taken taken) {
        answer = taken;
    }

    /** Has no room for the next requests, so many of them. */
    synchronized void fullFor(int requests) {
        fullFor = requests;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized Event onlyEvent() {
        if (events.size() != 1) throw new AssertionError("expected one event, there are " + events.size());
        return events.getFirst();
    }

    synchronized void forget() {
        events.clear();
        noted.clear();
    }

    synchronized List<Noted> noted() {
        return List.copyOf(noted);
    }

    List<String> reasons() {
        return noted().stream().map(Noted::reason).toList();
    }
}
