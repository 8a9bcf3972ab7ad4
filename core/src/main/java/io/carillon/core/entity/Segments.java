package io.carillon.core.entity;

import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Judgement;
import io.carillon.core.condition.Subject;
import io.carillon.core.host.Effect;
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
    static void beforeAll(Turn turn) {
        if (!isNew(turn)) refresh(turn);
    }

    /** Judges what has changed of them since they were last judged. */
    static void settle(Turn turn) {
        Touched touched = turn.takeTouched();
        if (isNew(turn)) {
            Customer customer = turn.customer();
            turn.become(customer.with(
                            customer.segments().judgedBy(turn.knowledge().segmentsVersion()))
                    .with(customer.behaviour().completeFor(turn.knowledge().behaviours())));
            judge(turn, turn.knowledge().segmentIndex().concernedByBirth(touched), true);
            return;
        }
        if (isCurrent(turn)) judge(turn, turn.knowledge().segmentIndex().concernedBy(touched), true);
    }

    /** Otherwise part of what they did is not counted yet; all is judged once it is. */
    private static boolean isCurrent(Turn turn) {
        return turn.customer().segments().judgedBy().equals(turn.knowledge().segmentsVersion())
                && turn.customer().behaviour().isCompleteFor(turn.knowledge().behaviours());
    }

    /** Nobody was in anything before they first did something. */
    private static boolean isNew(Turn turn) {
        return turn.customer().segments().judgedBy().isEmpty();
    }

    static void onTime(Turn turn) {
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
    static void afterMerge(Turn turn, Memberships other) {
        Memberships own = turn.customer().segments();
        for (SegmentDefinition segment : turn.knowledge().segments()) {
            if (own.isIn(segment.id()) || !other.isIn(segment.id())) continue;
            own = own.with(segment.id(), other.get(segment.id()).orElseThrow());
            turn.add(new Effect.Put(membersOf(segment.id()), turn.id().text(), Bytes.EMPTY));
        }
        turn.become(turn.customer().with(own));
        turn.takeTouched();
        // Where the definitions have changed meanwhile, a move is theirs and no news of this customer's.
        if (!refresh(turn) && isCurrent(turn)) judge(turn, turn.knowledge().segments(), true);
    }

    /** This customer is nobody's any more: whoever absorbs it is listed instead. */
    static void unlist(Turn turn) {
        turn.customer().segments().bySegment().forEach((segment, membership) -> {
            if (membership.in())
                turn.add(new Effect.Remove(membersOf(segment), turn.id().text()));
        });
    }

    /** Judges all by the definitions of today when they were judged by others: silently, as nobody has moved. */
    private static boolean refresh(Turn turn) {
        // A parked event is in the history and not counted: it would count twice once it is tried again.
        if (!turn.customer().parked().isEmpty()) return false;
        Recount.whatIsMissing(turn);
        Memberships segments = turn.customer().segments();
        String current = turn.knowledge().segmentsVersion();
        if (segments.judgedBy().equals(current)) return false;
        var known =
                turn.knowledge().segments().stream().map(SegmentDefinition::id).toList();
        Memberships kept = segments;
        for (SegmentId id : segments.bySegment().keySet()) {
            if (known.contains(id)) continue;
            if (segments.isIn(id))
                turn.add(new Effect.Remove(membersOf(id), turn.id().text()));
            kept = kept.without(id);
        }
        turn.become(turn.customer().with(kept.judgedBy(current)));
        judge(turn, turn.knowledge().segments(), false);
        return true;
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
