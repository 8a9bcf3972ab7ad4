package io.carillon.core.entity.segment;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Counting;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.Occurrences;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Limits;
import io.carillon.core.identity.CustomerRef;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Counts a customer's behaviour again from the history, when definitions ask for what was not kept so far: their own rows,
 * and those of every customer they absorbed, at the address where these were written. A page at a time; what is too much
 * for one step continues by messages. What happens meanwhile is counted as it happens, see {@link Counting}.
 *
 * <p>Rows that are too old to be kept may be gone. What was known before of what is asked for still counts, see {@link
 * Behaviour#countedAgain}; what is asked for the first time is counted from what is left.
 *
 * <p>A message is for the count that waits for just this page, and of no meaning for any other. So a count that was begun
 * again needs no name of its own: rows of an absorbed customer stay what they are, and so does the page.
 */
public final class Recount {
    private static final int PAGE = Limits.HISTORY_PAGE_MAX;

    private Recount() {}

    public static boolean isComplete(Turn turn) {
        return turn.customer().behaviour().isCompleteFor(turn.knowledge().behaviours());
    }

    /** Counts what is missing, or begins to: nothing when nothing is, or a count of it is under way. */
    static void whatIsMissing(Turn turn) {
        if (isComplete(turn) || isUnderWay(turn)) return;
        // What is counted from now on is counted by other definitions: complete for the old ones it is no more.
        become(turn, turn.customer().behaviour().incomplete());
        // A parked event is in the history and not counted: it would count twice once it is tried again.
        if (turn.customer().parked().isEmpty()) begin(turn);
    }

    /** As though no count had begun. */
    static void giveUp(Turn turn) {
        if (!isComplete(turn)) become(turn, turn.customer().behaviour().incomplete());
    }

    private static boolean isUnderWay(Turn turn) {
        return turn.customer()
                .behaviour()
                .counting()
                .filter(counting -> counting.isFor(turn.knowledge().behaviours()))
                .isPresent();
    }

    private static void begin(Turn turn) {
        Tracking tracking = turn.knowledge().behaviours();
        var parts = new ArrayList<CustomerRef>();
        parts.add(turn.self());
        parts.addAll(turn.links().absorbed());
        Behaviour thisStep = Behaviour.NONE.observe(turn.happenedThisStep(), tracking);
        long cut = turn.context().historySize();
        countOwn(turn, new Counting(tracking.version(), thisStep, parts, 0, cut));
    }

    /** One page of their own. */
    private static void countOwn(Turn turn, Counting counting) {
        long next = Math.min(counting.cut(), counting.from() + PAGE);
        Behaviour rows = count(turn.context(), counting.from(), next);
        goOn(turn, counting.plus(rows, next, turn.knowledge().behaviours()), next == counting.cut());
    }

    private static void goOn(Turn turn, Counting counting, boolean isEndOfPart) {
        if (isEndOfPart && counting.isLastPart()) {
            become(
                    turn,
                    turn.customer()
                            .behaviour()
                            .countedAgain(counting.counted(), turn.knowledge().behaviours()));
            return;
        }
        Counting now = isEndOfPart ? counting.nextPart() : counting;
        become(turn, turn.customer().behaviour().during(now));
        ask(turn, now);
    }

    private static void ask(Turn turn, Counting counting) {
        CustomerRef part = counting.part();
        var rows = new CustomerMessage.CountRows(turn.self(), counting.version(), counting.from());
        turn.tell(part.address(), new PersonMessage.ToCustomer(part, rows));
    }

    /** Rows of this customer are wanted; their own count goes on at once. */
    public static void onCountRows(Turn turn, CustomerMessage.CountRows wanted) {
        if (!wanted.by().equals(turn.self())) {
            turn.add(page(turn.self(), wanted, turn.context()));
            return;
        }
        expecting(turn, turn.self(), wanted.version(), wanted.from()).ifPresent(counting -> countOwn(turn, counting));
    }

    /** A customer who was absorbed has no say any more, but their rows are there. */
    public static Effect page(CustomerRef part, CustomerMessage.CountRows wanted, Context<Knowledge> context) {
        long size = context.historySize();
        long next = Math.min(size, wanted.from() + PAGE);
        var counted = new CustomerMessage.Counted(
                part,
                context.knowledge().behaviours().version(),
                wanted.from(),
                next == size ? Optional.empty() : Optional.of(next),
                count(context, wanted.from(), next));
        return new Effect.Send(wanted.by().address(), new PersonMessage.ToCustomer(wanted.by(), counted));
    }

    public static void onCounted(Turn turn, CustomerMessage.Counted rows) {
        Tracking tracking = turn.knowledge().behaviours();
        // Counted by definitions that were not, or are no more, those that the count is for.
        if (!rows.version().equals(tracking.version())) {
            expecting(turn, rows.part(), tracking.version(), rows.from()).ifPresent(counting -> ask(turn, counting));
            return;
        }
        expecting(turn, rows.part(), rows.version(), rows.from())
                .ifPresent(counting -> goOn(
                        turn,
                        counting.plus(rows.rows(), rows.next().orElse(0L), tracking),
                        rows.next().isEmpty()));
    }

    private static Optional<Counting> expecting(Turn turn, CustomerRef part, String version, long from) {
        return turn.customer()
                .behaviour()
                .counting()
                .filter(counting ->
                        counting.version().equals(version) && counting.part().equals(part) && counting.from() == from);
    }

    private static Behaviour count(Context<Knowledge> context, long from, long until) {
        if (from >= until) return Behaviour.NONE;
        var occurrences = new ArrayList<Occurrence>();
        for (HistoryRow row : context.history(from, Math.toIntExact(until - from))) {
            Occurrences.of(HistoryCodec.ROWS.decode(row.content())).ifPresent(occurrences::add);
        }
        return Behaviour.NONE.observe(occurrences, context.knowledge().behaviours());
    }

    private static void become(Turn turn, Behaviour behaviour) {
        turn.become(turn.customer().with(behaviour));
    }
}
