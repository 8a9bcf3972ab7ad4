package io.carillon.core.entity.decide;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.FrequencyCap;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.TopicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often and at what hours a person is written to: quiet hours, frequency caps, and who goes first under a cap. */
public final class Contact {
    /** When a message that lets a more important one go first is asked for again. */
    static final Duration YIELD = Duration.ofSeconds(10);

    private Contact() {}

    /** What is counted by caps. */
    record Kind(Purpose purpose, Optional<TopicId> topic, Channel channel) {
        static Kind of(Dispatch dispatch) {
            return new Kind(dispatch.purpose(), dispatch.topic(), dispatch.channel());
        }
    }

    /** May a message that is due leave at this instant? */
    public sealed interface Verdict {
        record Go() implements Verdict {}

        /** Not yet. */
        record Later(Instant until, Optional<Reason> reason) implements Verdict {}

        record Never(Reason reason) implements Verdict {}
    }

    public static Verdict judge(Turn turn, Dispatch dispatch) {
        Optional<Instant> quietUntil = quietUntil(turn, dispatch.purpose());
        if (quietUntil.isPresent()) {
            return new Verdict.Later(quietUntil.get(), Optional.of(quiet(turn, quietUntil.get())));
        }
        Optional<Reason> cap = capped(turn, Kind.of(dispatch), turn.now(), dispatch.id());
        if (cap.isPresent()) return new Verdict.Never(cap.get());
        Optional<Dispatch> first = goesFirst(turn, dispatch);
        if (first.isEmpty()) return new Verdict.Go();
        // Said once, not every ten seconds.
        boolean wasSaid = dispatch.dueAt().equals(dispatch.changedAt().plus(YIELD));
        return new Verdict.Later(
                turn.now().plus(YIELD), wasSaid ? Optional.empty() : Optional.of(stepsBack(first.get())));
    }

    private static Reason stepsBack(Dispatch first) {
        return Reason.failed(
                Gate.PRIORITY,
                "lets %s (%s) go first"
                        .formatted(first.message().text(), first.id().text()));
    }

    /** When the quiet hours end in which a message of that purpose may not leave now; empty when it may. */
    static Optional<Instant> quietUntil(Turn turn, Purpose purpose) {
        if (purpose != Purpose.MARKETING) return Optional.empty();
        return quietHours(turn).flatMap(hours -> hours.endAfter(turn.now(), turn.zone()));
    }

    static Reason quiet(Turn turn, Instant until) {
        String hours = quietHours(turn).map(HoursOfDay::text).orElse("");
        return Reason.failed(
                Gate.QUIET_HOURS,
                "quiet hours %s in %s, until %s".formatted(hours, turn.zone().getId(), until));
    }

    /** Their own, or the company's. */
    private static Optional<HoursOfDay> quietHours(Turn turn) {
        return turn.customer()
                .preferences()
                .quietHours()
                .or(() -> turn.knowledge().policy().quietHours());
    }

    /** The first cap that has no room for one more at an instant. */
    static Optional<Reason> capped(Turn turn, Kind kind, Instant at, DispatchId except) {
        for (FrequencyCap cap : turn.knowledge().policy().caps()) {
            if (!cap.covers(kind.purpose(), kind.topic(), kind.channel())) continue;
            int counted = turn.customer().dispatches().counted(cap, at, except);
            if (counted >= cap.max()) {
                return Optional.of(
                        Reason.failed(Gate.FREQUENCY_CAP, "%s, and there were %d".formatted(cap.text(), counted)));
            }
        }
        return Optional.empty();
    }

    /** What is said of a message for which every cap had room; nothing where there is no cap. */
    static Optional<Reason> uncapped(Turn turn) {
        return turn.knowledge().policy().caps().isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.passed(Gate.FREQUENCY_CAP, "every cap has room"));
    }

    /** Under some cap, the room that is left belongs to more important messages that are due as well: one of them. */
    private static Optional<Dispatch> goesFirst(Turn turn, Dispatch dispatch) {
        for (FrequencyCap cap : turn.knowledge().policy().caps()) {
            if (!cap.covers(dispatch)) continue;
            List<Dispatch> first = turn.customer()
                    .dispatches()
                    .underWay()
                    .filter(other -> cap.covers(other) && goesBefore(turn, other, dispatch))
                    .toList();
            if (first.isEmpty()) continue;
            int counted = turn.customer().dispatches().counted(cap, turn.now(), dispatch.id());
            if (counted + first.size() >= cap.max()) return Optional.of(first.getFirst());
        }
        return Optional.empty();
    }

    private static boolean goesBefore(Turn turn, Dispatch other, Dispatch dispatch) {
        return other.status() == DispatchStatus.QUEUED
                // It may itself have stepped back for one that is more important still.
                && !other.dueAt().isAfter(turn.now().plus(YIELD))
                && other.deadline().isAfter(turn.now())
                && priority(turn, other) > priority(turn, dispatch);
    }

    private static int priority(Turn turn, Dispatch dispatch) {
        return turn.knowledge()
                .message(dispatch.message())
                .map(MessageDefinition::priority)
                .orElse(0);
    }
}
