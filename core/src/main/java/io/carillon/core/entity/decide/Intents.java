package io.carillon.core.entity.decide;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Reach;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.Topic;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey wishes to say something: shall it be said, and where? Every answer is recorded with its reasons. */
public final class Intents {
    private static final DispatchId NO_DISPATCH = new DispatchId("");

    /** Until an un-merge is done nobody knows to whom a message would be said. */
    public static final Reason PARTING = Reason.failed(Gate.PARTING, "an un-merge of theirs is under way");

    private Intents() {}

    /**
     * What is wished for.
     *
     * @param channels that come into question, the best first
     * @param dueAt the earliest instant at which it may leave
     */
    private record Wish(
            Run run, StepId step, MessageDefinition message, List<Channel> channels, Instant dueAt, Instant deadline) {
        IntentKey intent() {
            return new IntentKey(run.key(), step);
        }

        boolean isLater(Instant now) {
            return dueAt.isAfter(now);
        }
    }

    /** Decides; gives the message that was queued, or nothing when it is to be said nothing. */
    public static Optional<DispatchId> decide(Turn turn, Run run, StepId step, MessageName name) {
        Optional<MessageDefinition> message = turn.knowledge().message(name);
        if (message.isEmpty()) {
            decline(turn, run, step, name, notPublished(name));
            return Optional.empty();
        }
        Instant dueAt = dueAt(turn, message.get());
        Instant deadline = turn.now().plus(message.get().expires());
        var wish = new Wish(run, step, message.get(), channels(turn, message.get(), dueAt), dueAt, deadline);
        return decide(turn, wish, Reason.passed(Gate.DEFINITION, "published"));
    }

    /** After a channel did not take it: the same on the next one that was not tried, while the first deadline lasts. */
    public static Optional<DispatchId> fallBack(Turn turn, Run run, Dispatch refused) {
        Optional<MessageDefinition> message = turn.knowledge().message(refused.message());
        if (message.isEmpty() || !turn.now().isBefore(refused.deadline())) return Optional.empty();
        Instant dueAt = dueAt(turn, message.get());
        var untried = new ArrayList<>(channels(turn, message.get(), dueAt));
        untried.removeAll(turn.customer().dispatches().tried(refused.intent(), refused.runStarted()));
        if (untried.isEmpty()) return Optional.empty();
        var wish = new Wish(run, refused.intent().step(), message.get(), untried, dueAt, refused.deadline());
        String instead = "published; instead of %s, which did not take it"
                .formatted(refused.channel().word());
        return decide(turn, wish, Reason.passed(Gate.DEFINITION, instead));
    }

    private static Optional<DispatchId> decide(Turn turn, Wish wish, Reason first) {
        var reasons = new ArrayList<Reason>();
        reasons.add(first);
        Optional<Channel> channel = channel(turn, wish, reasons);
        if (channel.isPresent() && wish.isLater(turn.now())) reasons.add(Contact.quiet(turn, wish.dueAt()));
        Dispatch dispatch = dispatch(turn, wish, channel);
        Messages.put(turn, Optional.empty(), dispatch, reasons, decision(turn, dispatch, wish, reasons));
        return channel.isPresent() ? Optional.of(dispatch.id()) : Optional.empty();
    }

    private static Instant dueAt(Turn turn, MessageDefinition message) {
        return Contact.quietUntil(turn, message.purpose()).orElse(turn.now());
    }

    /** As the person likes them at that time of their day, then in the message's order. */
    private static List<Channel> channels(Turn turn, MessageDefinition message, Instant at) {
        var offered = List.copyOf(message.channels().keySet());
        return turn.customer().preferences().order(offered, LocalTime.ofInstant(at, turn.zone()));
    }

    /** Until when a message waits that is not due yet. */
    static Optional<Instant> waitsUntil(Turn turn, Dispatch dispatch) {
        return dispatch.status() == DispatchStatus.QUEUED && dispatch.dueAt().isAfter(turn.now())
                ? Optional.of(dispatch.dueAt())
                : Optional.empty();
    }

    /** A message that no worker has yet is not to be sent any more. */
    public static void takeBack(Turn turn, DispatchId id, String why) {
        Optional<Dispatch> dispatch = turn.customer().dispatches().get(id);
        if (dispatch.isEmpty() || dispatch.get().status() != DispatchStatus.QUEUED) return;
        Messages.change(
                turn,
                dispatch.get(),
                dispatch.get().to(DispatchStatus.WITHHELD, turn.now()),
                List.of(Reason.failed(Gate.STILL_TRUE, why)));
    }

    /** The first channel on which nothing speaks against it. */
    private static Optional<Channel> channel(Turn turn, Wish wish, List<Reason> reasons) {
        Optional<Reason> objection = objection(turn, wish);
        if (objection.isPresent()) {
            reasons.add(objection.get());
            return Optional.empty();
        }
        reasons.add(Reason.passed(Gate.NOT_SAID_YET, "nothing of this intent since the run began"));
        return wish.channels().stream()
                .filter(channel -> isOpen(turn, wish, channel, reasons))
                .findFirst();
    }

    private static boolean isOpen(Turn turn, Wish wish, Channel channel, List<Reason> reasons) {
        MessageDefinition message = wish.message();
        Reason consent = consent(turn, message.purpose(), message.topic().flatMap(turn.knowledge()::topic), channel);
        reasons.add(consent);
        if (!consent.passed()) return false;
        Reason reachable = reachable(turn, channel);
        reasons.add(reachable);
        if (!reachable.passed()) return false;
        var kind = new Contact.Kind(message.purpose(), message.topic(), channel);
        Optional<Reason> cap = Contact.capped(turn, kind, wish.dueAt(), NO_DISPATCH);
        cap.or(() -> Contact.uncapped(turn)).ifPresent(reasons::add);
        return cap.isEmpty();
    }

    private static Optional<Reason> objection(Turn turn, Wish wish) {
        if (wish.message().purpose() == Purpose.MARKETING
                && !turn.customer().parked().isEmpty()) {
            return Optional.of(Reason.failed(Gate.PARKED, "a message of theirs is parked"));
        }
        if (wish.message().purpose() == Purpose.MARKETING && turn.customer().isParting()) {
            return Optional.of(PARTING);
        }
        if (turn.customer()
                .dispatches()
                .hasSaid(wish.intent(), wish.run().started().at(), NO_DISPATCH)) {
            return Optional.of(Reason.failed(Gate.NOT_SAID_YET, "said already since the run began"));
        }
        return Optional.empty();
    }

    public static Reason notPublished(MessageName name) {
        return Reason.failed(Gate.DEFINITION, "there is no message \"%s\" any more".formatted(name.text()));
    }

    public static Reason notCarried(Channel channel) {
        return Reason.failed(Gate.REACHABLE, "no provider for " + channel.word());
    }

    public static Reason consent(Turn turn, Purpose purpose, Optional<Topic> topic, Channel channel) {
        if (purpose == Purpose.TRANSACTIONAL) return Reason.passed(Gate.CONSENT, "transactional: none needed");
        if (topic.isEmpty()) return Reason.failed(Gate.CONSENT, "its topic is not published any more");
        String what = channel.word() + "/" + topic.get().id().text();
        String how = turn.customer()
                        .consents()
                        .choice(new Subscription(channel, topic.get().id()))
                        .isPresent()
                ? "their choice"
                : turn.customer().consents().isUnknown(topic.get(), channel)
                        ? "unknown, as they are known by an import only"
                        : topic.get().optIn() ? "opt-in, no choice made" : "opt-out, no choice made";
        return turn.customer().consents().allow(topic.get(), channel)
                ? Reason.passed(Gate.CONSENT, what + ": " + how)
                : Reason.failed(Gate.CONSENT, what + ": " + how);
    }

    private static Reason reachable(Turn turn, Channel channel) {
        if (!turn.knowledge().carries(channel)) return notCarried(channel);
        if (turn.endpoints(channel).isEmpty() && !Reach.isPending(turn.links(), channel)) {
            return Reason.failed(Gate.REACHABLE, "no " + channel.word() + " address of theirs is known");
        }
        return Reason.passed(Gate.REACHABLE, channel.word());
    }

    private static Dispatch dispatch(Turn turn, Wish wish, Optional<Channel> channel) {
        Instant now = turn.now();
        var dispatch = new Dispatch(
                nextId(turn),
                wish.intent(),
                wish.message().name(),
                wish.message().purpose(),
                wish.message().topic(),
                channel.orElse(wish.channels().getFirst()),
                now,
                wish.deadline(),
                wish.run().started().at(),
                DispatchStatus.WITHHELD,
                0,
                0,
                Optional.empty(),
                now,
                now);
        return channel.isPresent() ? dispatch.queued(wish.dueAt(), now) : dispatch;
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

    private static Decision decision(Turn turn, Dispatch dispatch, Wish wish, List<Reason> reasons) {
        return new Decision(
                dispatch.id(),
                dispatch.intent(),
                wish.run().version(),
                dispatch.message(),
                turn.now(),
                dispatch.status(),
                dispatch.status() == DispatchStatus.QUEUED ? Optional.of(dispatch.channel()) : Optional.empty(),
                wish.channels(),
                1.0,
                turn.knowledge().version(),
                waitsUntil(turn, dispatch),
                reasons);
    }

    /** Decided against before there was anything to weigh: there is nothing to list but the decision. */
    public static void decline(Turn turn, Run run, StepId step, MessageName name, Reason reason) {
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
                Optional.empty(),
                List.of(reason))));
    }
}
