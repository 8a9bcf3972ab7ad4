package io.carillon.core.entity;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.definition.Retention;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.segment.Recount;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.identity.CustomerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes from a customer what is older than the workspace keeps it: rows of their history, and rows of their
 * messages. Whoever was absorbed is told by itself of the rows at its address. What was counted of it stays counted, and what caps and the rule
 * against repeats go by is part of the state: neither is touched.
 */
final class Forgetting {
    /** Row numbers looked at in a step. */
    private static final int PAGE = 500;

    private Forgetting() {}

    /** While definitions of today are being counted from the history, or it is parted, it stays. */
    static void onForgetRows(Turn turn, CustomerMessage.ForgetRows wanted) {
        boolean isCounted = Segments.isNew(turn) || Recount.isComplete(turn);
        if (!isCounted || turn.customer().isParting()) {
            turn.answer(wanted.replyTo(), new Answers.Forgotten(wanted.removed()));
            return;
        }
        page(turn.self(), wanted, turn.context()).forEach(turn::add);
    }

    /** One page of a customer's rows; what is left goes on in a message to themselves. */
    static List<Effect> page(CustomerRef self, CustomerMessage.ForgetRows wanted, Context<Knowledge> context) {
        Retention retention = context.knowledge().retention();
        var effects = new ArrayList<Effect>();
        boolean isEnd = wanted.from() + PAGE >= context.historySize();
        for (HistoryRow row : context.history(wanted.from(), PAGE)) {
            HistoryEntry entry = HistoryCodec.ROWS.decode(row.content());
            if (retention.isOver(kindOf(entry), entry.at(), context.now())) {
                effects.add(new Effect.Forget(row.number()));
            } else if (isYoung(entry, context)) {
                isEnd = true; // and so are all that follow
                break;
            }
        }
        long removed = wanted.removed() + effects.size();
        effects.add(isEnd ? answer(wanted, removed) : goOn(self, wanted, removed));
        return effects;
    }

    private static Effect answer(CustomerMessage.ForgetRows wanted, long removed) {
        return new Effect.Answer(wanted.replyTo(), new Answers.Forgotten(removed));
    }

    private static Effect goOn(CustomerRef self, CustomerMessage.ForgetRows wanted, long removed) {
        var rest = new CustomerMessage.ForgetRows(wanted.from() + PAGE, removed, wanted.replyTo());
        return new Effect.Send(self.address(), new PersonMessage.ToCustomer(self, rest));
    }

    /** Rows of every kind are kept for as long as this one is old: all that come after it are kept too. */
    private static boolean isYoung(HistoryEntry entry, Context<Knowledge> context) {
        Retention retention = context.knowledge().retention();
        for (Retention.Kind kind : Retention.HISTORY_KINDS) {
            if (retention.isOver(kind, entry.at(), context.now())) return false;
        }
        return true;
    }

    private static Retention.Kind kindOf(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Happened _,
                    HistoryEntry.Moved _,
                    HistoryEntry.RunStarted _,
                    HistoryEntry.RunEnded _,
                    HistoryEntry.TraitSet _,
                    HistoryEntry.Called _,
                    HistoryEntry.Parked _ -> Retention.Kind.HISTORY;
            case HistoryEntry.Decided _ -> Retention.Kind.DECISIONS;
            case HistoryEntry.Linked _,
                    HistoryEntry.Absorbed _,
                    HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Parted _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Chose _,
                    HistoryEntry.Preferred _ -> Retention.Kind.JOURNAL;
        };
    }

    /** Whoever read the list may have read it before a message was tried again: what the state knows is right. */
    static void onForgetMessages(Turn turn, CustomerMessage.ForgetMessages wanted) {
        Retention retention = turn.knowledge().retention();
        long removed = 0;
        for (CustomerMessage.Old old : wanted.messages()) {
            Retention.Kind kind = old.contentOnly() ? Retention.Kind.CONTENT : Retention.Kind.MESSAGES;
            Optional<Dispatch> known = turn.customer().dispatches().get(old.dispatch());
            boolean isOver = known.map(dispatch -> dispatch.status() == old.status()
                            && retention.isOver(kind, dispatch.changedAt(), turn.now()))
                    .orElse(true);
            if (!isOver || !old.status().isFinal()) continue;
            Messages.forget(turn, old);
            removed++;
        }
        turn.answer(wanted.replyTo(), new Answers.Forgotten(removed));
    }
}
