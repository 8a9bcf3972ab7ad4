package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A message that was decided on, and how far it has come.
 *
 * @param topic always there when the purpose is marketing
 * @param decidedAt when it was first queued
 * @param deadline at which it lapses unsent
 * @param attempts how often a worker has claimed it: numbers the attempts, so it never goes back
 * @param forgiven attempts that do not count any more, because a person asked for it again
 * @param runStarted when the run that wants it began
 * @param endpoint where it goes or went; known from the claim on
 * @param dueAt when the worker may claim it (queued), or looks after it again (claimed)
 */
public record Dispatch(
        DispatchId id,
        IntentKey intent,
        MessageName message,
        Purpose purpose,
        Optional<TopicId> topic,
        Channel channel,
        Instant decidedAt,
        Instant deadline,
        Instant runStarted,
        DispatchStatus status,
        int attempts,
        int forgiven,
        Optional<Endpoint> endpoint,
        Instant dueAt,
        Instant changedAt) {

    // The one further on wins when two halves of a person know the same dispatch.
    private static final Comparator<Dispatch> FURTHER = Comparator.comparing(Dispatch::changedAt)
            .thenComparingInt(Dispatch::attempts)
            .thenComparingInt(Dispatch::forgiven)
            .thenComparing(Dispatch::status)
            .thenComparing(Dispatch::dueAt)
            .thenComparing(Dispatch::deadline)
            .thenComparing(dispatch -> dispatch.endpoint.toString());

    public Dispatch to(DispatchStatus newStatus, Instant now) {
        return new Dispatch(
                id,
                intent,
                message,
                purpose,
                topic,
                channel,
                decidedAt,
                deadline,
                runStarted,
                newStatus,
                attempts,
                forgiven,
                endpoint,
                dueAt,
                now);
    }

    /** Waits for its worker until then, and no longer than its deadline. */
    public Dispatch queued(Instant due, Instant now) {
        return new Dispatch(
                id,
                intent,
                message,
                purpose,
                topic,
                channel,
                decidedAt,
                deadline,
                runStarted,
                DispatchStatus.QUEUED,
                attempts,
                forgiven,
                endpoint,
                due.isBefore(deadline) ? due : deadline,
                now);
    }

    /** The worker tries it; its fate is looked into when nothing was heard by {@code lookAgain}. */
    public Dispatch claimed(Endpoint where, Instant lookAgain, Instant now) {
        return new Dispatch(
                id,
                intent,
                message,
                purpose,
                topic,
                channel,
                decidedAt,
                deadline,
                runStarted,
                DispatchStatus.CLAIMED,
                attempts + 1,
                forgiven,
                Optional.of(where),
                lookAgain,
                now);
    }

    /** A person asked for it, whatever has become of the run that once wanted it. */
    public boolean isAskedFor() {
        return forgiven > 0;
    }

    /** Attempts that count towards giving up. */
    public int attemptsCounted() {
        return attempts - forgiven;
    }

    /** A person asked for it to be tried again: its attempts count anew, and its deadline is another. */
    public Dispatch retried(Instant newDeadline, Instant now) {
        return new Dispatch(
                id,
                intent,
                message,
                purpose,
                topic,
                channel,
                decidedAt,
                newDeadline,
                runStarted,
                DispatchStatus.QUEUED,
                attempts,
                attempts,
                endpoint,
                now,
                now);
    }

    Dispatch further(Dispatch other) {
        return FURTHER.compare(this, other) >= 0 ? this : other;
    }

    public void write(ByteWriter out) {
        out.text(id.text());
        intent.write(out);
        out.text(message.text());
        out.constant(purpose);
        out.optional(topic, (name, to) -> to.text(name.text()));
        out.constant(channel);
        out.instant(decidedAt);
        out.instant(deadline);
        out.instant(runStarted);
        out.constant(status);
        out.count(attempts);
        out.count(forgiven);
        out.optional(endpoint, Endpoint::write);
        out.instant(dueAt);
        out.instant(changedAt);
    }

    public static Dispatch read(ByteReader in) {
        return new Dispatch(
                new DispatchId(in.text()),
                IntentKey.read(in),
                new MessageName(in.text()),
                in.constant(Purpose.class),
                in.optional(from -> new TopicId(from.text())),
                in.constant(Channel.class),
                in.instant(),
                in.instant(),
                in.instant(),
                in.constant(DispatchStatus.class),
                in.count(),
                in.count(),
                in.optional(Endpoint::read),
                in.instant(),
                in.instant());
    }
}
