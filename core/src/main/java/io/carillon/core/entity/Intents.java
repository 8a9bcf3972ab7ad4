package io.carillon.core.entity;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.decision.Reason;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey wishes to say something: shall it be said, and where? Every answer is recorded with its reasons. */
final class Intents {
    /** A message that could not be sent for so long is not sent any more. */
    static final Duration EXPIRES = Duration.ofHours(24);

    private Intents() {}

    /** Decides; gives the message that was queued, or nothing when it is to be said nothing. */
    static Optional<DispatchId> decide(Turn turn, Run run, StepId step, MessageName name) {
        var reasons = new ArrayList<Reason>();
        Optional<MessageDefinition> message = turn.knowledge().message(name);
        if (message.isEmpty()) {
            decline(turn, run, step, name, notPublished(name));
            return Optional.empty();
        }
        reasons.add(Reason.passed(Gate.DEFINITION, "published"));
        Optional<Channel> channel = channel(turn, run, step, message.get(), reasons);
        Dispatch dispatch = dispatch(turn, run, step, message.get(), channel);
        Messages.put(
                turn,
                Optional.empty(),
                dispatch,
                reasons,
                decision(turn, dispatch, run.version(), message.get(), reasons));
        return channel.isPresent() ? Optional.of(dispatch.id()) : Optional.empty();
    }

    /** A message that no worker has yet is not to be sent any more. */
    static void takeBack(Turn turn, DispatchId id, String why) {
        Optional<Dispatch> dispatch = turn.customer().dispatches().get(id);
        if (dispatch.isEmpty() || dispatch.get().status() != DispatchStatus.QUEUED) return;
        Messages.change(
                turn,
                dispatch.get(),
                dispatch.get().to(DispatchStatus.WITHHELD, turn.now()),
                List.of(Reason.failed(Gate.STILL_TRUE, why)));
    }

    /** The first channel of the message's on which nothing speaks against it. */
    private static Optional<Channel> channel(
            Turn turn, Run run, StepId step, MessageDefinition message, List<Reason> reasons) {
        Optional<Reason> objection = objection(turn, run, step, message);
        if (objection.isPresent()) {
            reasons.add(objection.get());
            return Optional.empty();
        }
        reasons.add(Reason.passed(Gate.NOT_SAID_YET, "nothing of this intent since the run began"));
        for (Channel channel : message.channels().keySet()) {
            Reason consent =
                    consent(turn, message.purpose(), message.topic().flatMap(turn.knowledge()::topic), channel);
            reasons.add(consent);
            if (!consent.passed()) continue;
            Reason reachable = reachable(turn, channel);
            reasons.add(reachable);
            if (reachable.passed()) return Optional.of(channel);
        }
        return Optional.empty();
    }

    private static Optional<Reason> objection(Turn turn, Run run, StepId step, MessageDefinition message) {
        if (message.purpose() == Purpose.MARKETING && !turn.customer().parked().isEmpty()) {
            return Optional.of(Reason.failed(Gate.PARKED, "a message of theirs is parked"));
        }
        var intent = new IntentKey(run.key(), step);
        if (turn.customer().dispatches().hasSaid(intent, run.started().at(), new DispatchId(""))) {
            return Optional.of(Reason.failed(Gate.NOT_SAID_YET, "said already since the run began"));
        }
        return Optional.empty();
    }

    static Reason notPublished(MessageName name) {
        return Reason.failed(Gate.DEFINITION, "there is no message \"%s\" any more".formatted(name.text()));
    }

    static Reason notCarried(Channel channel) {
        return Reason.failed(Gate.REACHABLE, "no provider for " + channel.word());
    }

    static Reason consent(Turn turn, Purpose purpose, Optional<Topic> topic, Channel channel) {
        if (purpose == Purpose.TRANSACTIONAL) return Reason.passed(Gate.CONSENT, "transactional: none needed");
        if (topic.isEmpty()) return Reason.failed(Gate.CONSENT, "its topic is not published any more");
        String what = channel.word() + "/" + topic.get().id().text();
        String how = turn.customer()
                        .consents()
                        .choice(new Subscription(channel, topic.get().id()))
                        .isPresent()
                ? "their choice"
                : topic.get().optIn() ? "opt-in, no choice made" : "opt-out, no choice made";
        return turn.customer().consents().allow(topic.get(), channel)
                ? Reason.passed(Gate.CONSENT, what + ": " + how)
                : Reason.failed(Gate.CONSENT, what + ": " + how);
    }

    private static Reason reachable(Turn turn, Channel channel) {
        if (!turn.knowledge().carries(channel)) return notCarried(channel);
        if (Reach.endpoints(turn, channel).isEmpty() && !Reach.isPending(turn, channel)) {
            return Reason.failed(Gate.REACHABLE, "no " + channel.word() + " address of theirs is known");
        }
        return Reason.passed(Gate.REACHABLE, channel.word());
    }

    private static Dispatch dispatch(
            Turn turn, Run run, StepId step, MessageDefinition message, Optional<Channel> channel) {
        Instant now = turn.now();
        return new Dispatch(
                nextId(turn),
                new IntentKey(run.key(), step),
                message.name(),
                message.purpose(),
                message.topic(),
                channel.orElseGet(() -> message.channels().keySet().iterator().next()),
                now,
                now.plus(EXPIRES),
                run.started().at(),
                channel.isPresent() ? DispatchStatus.QUEUED : DispatchStatus.WITHHELD,
                0,
                0,
                Optional.empty(),
                now,
                now);
    }

    /** In order of time, and the same in every replay. */
    private static DispatchId nextId(Turn turn) {
        String drawn = turn.knowledge()
                .addresses()
                .key()
                .hash(
                        "dispatch",
                        turn.self().key() + "/" + turn.customer().dispatches().made());
        return new DispatchId("%011x".formatted(turn.now().toEpochMilli()) + drawn.substring(0, 16));
    }

    private static Decision decision(
            Turn turn, Dispatch dispatch, String journeyVersion, MessageDefinition message, List<Reason> reasons) {
        return new Decision(
                dispatch.id(),
                dispatch.intent(),
                journeyVersion,
                dispatch.message(),
                turn.now(),
                dispatch.status(),
                dispatch.status() == DispatchStatus.QUEUED ? Optional.of(dispatch.channel()) : Optional.empty(),
                List.copyOf(message.channels().keySet()),
                1.0,
                turn.knowledge().version(),
                reasons);
    }

    /** Decided against before there was anything to weigh: there is nothing to list but the decision. */
    static void decline(Turn turn, Run run, StepId step, MessageName name, Reason reason) {
        DispatchId id = nextId(turn);
        turn.become(turn.customer().with(turn.customer().dispatches().counted()));
        turn.record(new HistoryEntry.Decided(new Decision(
                id,
                new IntentKey(run.key(), step),
                run.version(),
                name,
                turn.now(),
                DispatchStatus.WITHHELD,
                Optional.empty(),
                List.of(),
                1.0,
                turn.knowledge().version(),
                List.of(reason))));
    }
}
