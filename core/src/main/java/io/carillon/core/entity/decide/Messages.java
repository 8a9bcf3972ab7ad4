package io.carillon.core.entity.decide;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.DispatchDue;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Effect;
import io.carillon.core.message.DispatchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages of all customers as rows that workers and lists read; each belongs to the customer who decided on it, or
 * who absorbed that one.
 */
public final class Messages {
    /** Dispatch id to {@link MessageRow}. */
    public static final String MESSAGES = "messages";

    /** {@code STATUS/ID} to nothing. */
    public static final String BY_STATUS = "messages-by-status";

    /** {@code DUE/ID}, where DUE is the instant as 16 hex digits of milliseconds, to nothing: the workers' list. */
    public static final String OUTBOX = "outbox";

    /** Dispatch id to what was rendered. */
    public static final String CONTENT = "content";

    private Messages() {}

    /** The place of a message in the workers' list. */
    public static String outboxKey(Instant dueAt, DispatchId id) {
        return "%016x/%s".formatted(Math.max(0, dueAt.toEpochMilli()), id.text());
    }

    static String statusKey(Dispatch dispatch) {
        return statusKey(dispatch.status(), dispatch.id());
    }

    private static String statusKey(DispatchStatus status, DispatchId id) {
        return status.word() + "/" + id.text();
    }

    /** Decided: the message, its rows, and the decision with its reasons. */
    public static void put(
            Turn turn, Optional<Dispatch> before, Dispatch dispatch, List<Reason> reasons, Decision decision) {
        write(turn, before, dispatch, last(reasons));
        turn.record(new HistoryEntry.Decided(decision));
    }

    /** It came further: the message, its rows, and why. */
    public static void change(Turn turn, Dispatch before, Dispatch after, List<Reason> reasons) {
        put(turn, Optional.of(before), after, reasons, progress(turn, after, reasons));
    }

    /** It waits anew, and nothing was learnt that anybody would want to read. */
    public static void requeue(Turn turn, Dispatch before, Dispatch after) {
        write(turn, Optional.of(before), after, "");
    }

    /** Its customer was absorbed: the row says whose it is now. */
    public static void moved(Turn turn, Dispatch dispatch) {
        Dispatch current = turn.customer().dispatches().get(dispatch.id()).orElse(dispatch);
        if (!current.status().isFinal()) turn.add(row(turn, current, ""));
    }

    /** Its customer was parted: what waits is theirs from now on, and their worker is told. */
    public static void takeOver(Turn turn) {
        turn.customer().dispatches().underWay().forEach(dispatch -> {
            turn.add(row(turn, dispatch, ""));
            turn.add(new Effect.Notify(new DispatchDue(
                    dispatch.id(), turn.self(), dispatch.channel(), dispatch.status(), dispatch.dueAt())));
        });
    }

    /** It is too old to be kept. */
    public static void forget(Turn turn, CustomerMessage.Old old) {
        String id = old.dispatch().text();
        turn.add(new Effect.Remove(CONTENT, id));
        if (old.contentOnly()) return;
        turn.add(new Effect.Remove(MESSAGES, id));
        turn.add(new Effect.Remove(BY_STATUS, statusKey(old.status(), old.dispatch())));
    }

    private static void write(Turn turn, Optional<Dispatch> before, Dispatch after, String reason) {
        turn.become(turn.customer().with(turn.customer().dispatches().with(after)));
        before.ifPresent(gone -> {
            turn.add(new Effect.Remove(BY_STATUS, statusKey(gone)));
            if (!gone.status().isFinal()) turn.add(new Effect.Remove(OUTBOX, outboxKey(gone.dueAt(), gone.id())));
        });
        turn.add(row(turn, after, reason));
        turn.add(new Effect.Put(BY_STATUS, statusKey(after), Bytes.EMPTY));
        if (after.status().isFinal()) return;
        turn.add(new Effect.Put(OUTBOX, outboxKey(after.dueAt(), after.id()), Bytes.EMPTY));
        turn.add(new Effect.Notify(
                new DispatchDue(after.id(), turn.self(), after.channel(), after.status(), after.dueAt())));
    }

    private static Effect row(Turn turn, Dispatch dispatch, String reason) {
        var out = new ByteWriter();
        MessageRow.Stored.ROWS.write(new MessageRow(turn.self(), dispatch, reason), out);
        return new Effect.Put(MESSAGES, dispatch.id().text(), out.toBytes());
    }

    private static Decision progress(Turn turn, Dispatch dispatch, List<Reason> reasons) {
        return new Decision(
                dispatch.id(),
                dispatch.intent(),
                "",
                dispatch.message(),
                turn.now(),
                dispatch.status(),
                Optional.of(dispatch.channel()),
                List.of(),
                1.0,
                turn.knowledge().version(),
                Intents.waitsUntil(turn, dispatch),
                reasons);
    }

    private static String last(List<Reason> reasons) {
        return reasons.isEmpty() ? "" : reasons.getLast().detail();
    }
}
