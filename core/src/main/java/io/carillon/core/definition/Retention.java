package io.carillon.core.definition;

import io.carillon.core.condition.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long what is stored is kept, by kind; a kind without a limit is kept for ever.
 *
 * @param limits from {@link #LIMIT_MIN} to {@link #LIMIT_MAX}
 */
public record Retention(Map<Kind, Duration> limits) {
    public static final Duration LIMIT_MIN = Duration.ofDays(1);
    public static final Duration LIMIT_MAX = Duration.ofDays(36_500);

    /** What is kept of history, of messages and of who is whom stays; what was rendered, and what failed, goes. */
    public static final Retention DEFAULT = new Retention(Map.of(
            Kind.CONTENT, Duration.ofDays(90),
            Kind.WEBHOOK_CALLS, Duration.ofDays(30),
            Kind.QUALITY, Duration.ofDays(90),
            Kind.QUARANTINE, Duration.ofDays(90)));

    /** Kinds of rows of a customer's history. */
    public static final List<Kind> HISTORY_KINDS = List.of(Kind.HISTORY, Kind.DECISIONS, Kind.JOURNAL);

    /** What is kept for the same time. */
    public enum Kind {
        /** Rows of events, of moves between segments, of runs of journeys and of parked messages. */
        HISTORY("history"),
        /** Rows of decisions and of what came of them. */
        DECISIONS("decisions"),
        /** Rows of identifiers won and lost, of merges and of choices. */
        JOURNAL("journal"),
        /** Messages that are settled, as lists show them. */
        MESSAGES("messages"),
        /** What was rendered for messages that are settled. */
        CONTENT("content"),
        /** Calls of webhooks that died, and those of webhooks that are no more. */
        WEBHOOK_CALLS("webhookCalls"),
        /** What was wrong with a source's data. */
        QUALITY("quality"),
        /** Calls that could not be used, since something last happened to them. */
        QUARANTINE("quarantine");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Of rows that say that something happened. */
        public static Kind of(Occurrence.Kind kind) {
            return kind == Occurrence.Kind.MESSAGE ? DECISIONS : HISTORY;
        }

        /** As definitions and the API say it. */
        public String word() {
            return word;
        }
    }

    public Retention {
        var copy = new EnumMap<Kind, Duration>(Kind.class);
        copy.putAll(limits);
        limits = Collections.unmodifiableMap(copy);
    }

    public Optional<Duration> of(Kind kind) {
        return Optional.ofNullable(limits.get(kind));
    }

    /** What is older than this goes; nothing does where there is no limit. */
    public Optional<Instant> before(Kind kind, Instant now) {
        return of(kind).map(now::minus);
    }

    /** Whether what was last touched then is to go. */
    public boolean isOver(Kind kind, Instant at, Instant now) {
        return before(kind, now).filter(at::isBefore).isPresent();
    }

    /** Whether any of these has a limit. */
    public boolean limitsAny(List<Kind> kinds) {
        return kinds.stream().anyMatch(limits::containsKey);
    }
}
