package io.carillon.testkit.toy;

import io.carillon.core.host.Address;
import java.time.Instant;
import java.util.List;

/** One thing that a message has a toy do. */
public sealed interface Act {

    /** Writes the text to the state, to history, and to a row of the table {@code notes}. */
    record Note(String text) implements Act {}

    /** Sends a message with these acts. */
    record Tell(Address to, List<Act> acts) implements Act {}

    /** As {@link Tell}, and the caller goes along. */
    record Forward(Address to, List<Act> acts) implements Act {}

    /** Sets, or moves, the timer of that key; it writes the note {@code fired KEY}. */
    record SetTimer(String key, Instant at) implements Act {}

    record ClearTimer(String key) implements Act {}

    record PutRow(String table, String key, String value) implements Act {}

    record RemoveRow(String table, String key) implements Act {}

    /** Does the acts unless the key is remembered, and remembers it. */
    record Once(String key, List<Act> acts) implements Act {}

    /** Answers the caller with {@link Told}. */
    record Answer() implements Act {}

    /** Keeps the caller in the state. */
    record KeepCaller() implements Act {}

    record AnswerKept() implements Act {}

    /** Notifies the workers with {@link Heard}. */
    record Shout(String text) implements Act {}

    /** Writes the note {@code knows N}, the number of {@link ToyKnowledge}. */
    record Know() implements Act {}

    /** Writes the note {@code SIZE:FIRST,SECOND…}, of the history before this step. */
    record Recall(long from, int max) implements Act {}

    /** Takes a row out of the history. */
    record Forget(long number) implements Act {}

    /** Throws, unless {@link ToyKnowledge} has at least that number. */
    record Fail(int cure) implements Act {}

    /** Throws {@link ProcessKilled}. */
    record Kill() implements Act {}

    /** Stays in the step until {@link Probe} lets it go. */
    record Hold() implements Act {}

    /** Makes the state this much larger. */
    record Grow(int bytes) implements Act {}

    /** Adds effects until the step has that many. */
    record Pad(int effects) implements Act {}

    /** Tells {@code KIND:from} to {@code KIND:(to-1)} to note {@code fan}, a page in each step, then {@code fanned}. */
    record FanOut(String kind, int from, int to, int page) implements Act {}
}
