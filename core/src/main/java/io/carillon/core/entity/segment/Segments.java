package io.carillon.core.entity.segment;

import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Judgement;
import io.carillon.core.condition.Subject;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.knowledge.Touched;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Effect;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.segment.Membership;
import io.carillon.core.segment.Memberships;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a customer's segments true: at each change that concerns one, and at each instant at which time does. */
public final class Segments {
    private Segments() {}

    /** The table of a segment's members: customer id, one row each. */
    public static String membersOf(SegmentId segment) {
        return "members:" + segment.text();
    }

    /** What other definitions mean for them is settled before anything else, and silently: nobody has moved. */
    public static void beforeAll(Turn turn) {
        if (isNew(turn) || turn.customer().standing().isParting(PartingStage.MOVING)) return;
        boolean wasComplete = Recount.isComplete(turn);
        Recount.whatIsMissing(turn);
        if (!turn.customer().parked().isEmpty() || !Recount.isComplete(turn)) return;
        boolean isJudged =
                turn.customer().segments().judgedBy().equals(turn.knowledge().segmentsVersion());
        if (!wasComplete || !isJudged) judgeAll(turn);
    }

    /** When their history is counted to its end, what that means is no news. */
    public static void afterCounting(Turn turn) {
        boolean isOver = turn.customer().behaviour().counting().isEmpty() && Recount.isComplete(turn);
        if (isOver && !turn.wasComplete()) judgeAll(turn);
    }

    /** All rows of somebody who was parted are where they belong: all is counted again. */
    public static void afterParting(Turn turn) {
        if (turn.customer().standing().isParting(PartingStage.MOVING)) return; // of another one: it will end too
        turn.become(turn.customer().with(turn.customer().behaviour().incomplete()));
        beforeAll(turn);
    }

    /** Nothing is parked any more: what waited for that is done in a step of its own, when all rows are earlier ones. */
    public static void unparked(Turn turn) {
        boolean isCurrent = isCurrent(turn) || isNew(turn);
        if (isCurrent || !turn.customer().parked().isEmpty()) return;
        Recount.giveUp(turn); // it may have waited for what was parked
        turn.tell(
                turn.self().address(),
                new PersonMessage.ToCustomer(turn.self(), new CustomerMessage.Refresh(ReplyTo.NOBODY)));
    }

    public static Answers.Freshness freshness(Turn turn) {
        if (isCurrent(turn) || isNew(turn)) return Answers.Freshness.CURRENT;
        return turn.customer().parked().isEmpty() ? Answers.Freshness.COUNTING : Answers.Freshness.PARKED;
    }

    /** The segments that a customer is in: judged now, or as they last were while part of the history is not counted. */
    public static List<SegmentDefinition> of(Root root, Knowledge knowledge, Instant now) {
        Customer customer = root.customer();
        var subject = new CustomerSubject(root, knowledge);
        boolean isComplete = customer.behaviour().isCompleteFor(knowledge.behaviours());
        return knowledge.segments().stream()
                .filter(segment -> isComplete
                        ? Evaluator.holds(segment.when(), subject, now)
                        : customer.segments().isIn(segment.id()))
                .toList();
    }

    /** Judges what has changed of them since they were last judged. */
    public static void settle(Turn turn) {
        Touched touched = turn.takeTouched();
        if (isNew(turn)) {
            Customer customer = turn.customer();
            turn.become(
                    customer.with(customer.segments().judgedBy(turn.knowledge().segmentsVersion())));
            // Whom they absorbed before they first did something themselves may have more in the history.
            if (turn.links().absorbed().isEmpty()) {
                turn.become(turn.customer()
                        .with(customer.behaviour().completeFor(turn.knowledge().behaviours())));
            }
            judge(turn, turn.knowledge().segmentIndex().concernedByBirth(touched), true);
            return;
        }
        if (isCurrent(turn)) judge(turn, turn.knowledge().segmentIndex().concernedBy(touched), true);
    }

    /** Otherwise part of what they did is not counted yet; all is judged once it is. */
    private static boolean isCurrent(Turn turn) {
        return turn.customer().segments().judgedBy().equals(turn.knowledge().segmentsVersion())
                && Recount.isComplete(turn);
    }

    /** Nobody was in anything before they first did something. */
    public static boolean isNew(Turn turn) {
        return turn.customer().segments().judgedBy().isEmpty();
    }

    public static void onTime(Turn turn) {
        if (!isCurrent(turn)) return;
        Instant now = turn.now();
        Memberships segments = turn.customer().segments();
        var due = turn.knowledge().segments().stream()
                .filter(segment -> segments.get(segment.id())
                        .flatMap(Membership::changesAt)
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
                .toList();
        judge(turn, due, true);
    }

    /** After a merge: entered only if neither was in, left only if one was. */
    public static void afterMerge(Turn turn, Memberships other) {
        Memberships own = turn.customer().segments();
        for (SegmentDefinition segment : turn.knowledge().segments()) {
            if (own.isIn(segment.id()) || !other.isIn(segment.id())) continue;
            own = own.with(segment.id(), other.get(segment.id()).orElseThrow());
            turn.add(new Effect.Put(membersOf(segment.id()), turn.id().text(), Bytes.EMPTY));
        }
        turn.become(turn.customer().with(own));
        turn.takeTouched();
        if (isCurrent(turn)) judge(turn, turn.knowledge().segments(), true);
        // Where the definitions have changed meanwhile, a move is theirs and no news of this customer's.
        else beforeAll(turn);
    }

    /** This customer is nobody's any more: whoever absorbs it is listed instead. */
    public static void unlist(Turn turn) {
        turn.customer().segments().bySegment().forEach((segment, membership) -> {
            if (membership.in())
                turn.add(new Effect.Remove(membersOf(segment), turn.id().text()));
        });
    }

    /** This customer is one of its own again, and listed where it was. */
    public static void list(Turn turn) {
        turn.customer().segments().bySegment().forEach((segment, membership) -> {
            if (membership.in())
                turn.add(new Effect.Put(membersOf(segment), turn.id().text(), Bytes.EMPTY));
        });
    }

    /** By the definitions of today. Silently, as nobody has moved, unless they were parted: then it is news. */
    private static void judgeAll(Turn turn) {
        boolean isNews = turn.customer().standing().isParting(PartingStage.JUDGING);
        if (isNews) {
            turn.become(turn.customer().with(turn.customer().standing().without(PartingStage.JUDGING)));
        }
        Memberships segments = turn.customer().segments();
        var known =
                turn.knowledge().segments().stream().map(SegmentDefinition::id).toList();
        Memberships kept = segments;
        for (SegmentId id : segments.bySegment().keySet()) {
            if (known.contains(id)) continue;
            if (segments.isIn(id))
                turn.add(new Effect.Remove(membersOf(id), turn.id().text()));
            kept = kept.without(id);
        }
        turn.become(turn.customer().with(kept.judgedBy(turn.knowledge().segmentsVersion())));
        judge(turn, turn.knowledge().segments(), isNews);
    }

    private static void judge(Turn turn, List<SegmentDefinition> segments, boolean isNews) {
        if (segments.isEmpty()) return;
        Subject subject = turn.subject();
        Memberships memberships = turn.customer().segments();
        for (SegmentDefinition segment : segments) {
            Optional<Membership> before = memberships.get(segment.id());
            Judgement judgement = Evaluator.judge(segment.when(), subject, turn.now());
            boolean was = before.map(Membership::in).orElse(false);
            if (was != judgement.holds()) move(turn, segment.id(), judgement.holds(), isNews);
            if (!judgement.holds() && judgement.changesAt().isEmpty()) {
                memberships = memberships.without(segment.id()); // out until something happens: nothing to keep
                continue;
            }
            Instant since = before.isPresent() && was == judgement.holds()
                    ? before.get().since()
                    : turn.now();
            var membership = new Membership(judgement.holds(), since, judgement.changesAt());
            if (!before.equals(Optional.of(membership))) memberships = memberships.with(segment.id(), membership);
        }
        turn.become(turn.customer().with(memberships));
    }

    private static void move(Turn turn, SegmentId segment, boolean entered, boolean isNews) {
        String customer = turn.id().text();
        turn.add(
                entered
                        ? new Effect.Put(membersOf(segment), customer, Bytes.EMPTY)
                        : new Effect.Remove(membersOf(segment), customer));
        if (isNews) turn.record(new HistoryEntry.Moved(turn.now(), segment, entered));
    }
}
