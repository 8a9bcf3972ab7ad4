package io.carillon.core.entity;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.customer.Whose;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PartingWork.Move;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.identity.CustomerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * After an un-merge, rows that were written since the merge go to the address of whoever they belong to: a page a step,
 * out of the one history and into the other, each row once. Done at the address, whatever its customer has become.
 */
final class PartedRows {
    private static final int BYTES_MAX = 1 << 20;

    private PartedRows() {}

    static String ofStaying(CustomerRef leaver) {
        return "left by:" + leaver.key();
    }

    static String ofLeaving(CustomerRef leaver) {
        return "leaving:" + leaver.key();
    }

    static List<Effect> page(CustomerRef self, Move move, Context<Knowledge> context) {
        var effects = new ArrayList<Effect>();
        var rows = new TreeMap<CustomerRef, List<Bytes>>();
        long next = Math.min(move.until(), move.from() + Unmerging.PAGE);
        int bytes = 0;
        Optional<Whose> whose = move.soFar();
        for (HistoryRow row : context.history(move.from(), Math.toIntExact(next - move.from()))) {
            HistoryEntry entry = HistoryCodec.ROWS.decode(row.content());
            if (whose.isEmpty() && entry instanceof HistoryEntry.Absorbed start) {
                whose = Optional.of(Whose.before(Root.Stored.ROOTS.decode(start.before())));
            }
            Whose.Told told = whose.orElseThrow().on(row.number(), entry, move.undoing());
            whose = Optional.of(told.next());
            if (!told.next().sides().leaves(told.whose()) || !isTheirs(entry)) continue;
            effects.add(new Effect.Forget(row.number()));
            rows.computeIfAbsent(told.whose(), _ -> new ArrayList<>()).add(row.content());
            bytes += row.content().size();
            if (bytes >= BYTES_MAX) {
                next = row.number() + 1;
                break;
            }
        }
        boolean isEnd = next >= move.until();
        Whose soFar = whose.orElseThrow();
        if (isEnd) for (CustomerRef leaver : soFar.leaving().values()) rows.putIfAbsent(leaver, List.of());
        rows.forEach((leaver, theirs) -> effects.add(send(
                leaver,
                new CustomerMessage.TakeRows(theirs, isEnd ? Optional.of(ofLeaving(leaver)) : Optional.empty()))));
        effects.add(send(
                self,
                isEnd
                        ? new CustomerMessage.RowsAreThere(ofStaying(move.leaver()))
                        : new CustomerMessage.GoOnParting(
                                new Move(move.undoing(), next, move.until(), Optional.of(soFar)))));
        return effects;
    }

    /** The rows that came, and then the news that they are there: what is counted in a step is of earlier ones. */
    static List<Effect> take(CustomerRef self, CustomerMessage.TakeRows taken) {
        var effects = new ArrayList<Effect>();
        for (Bytes row : taken.rows()) effects.add(new Effect.Append(row));
        taken.parting().ifPresent(name -> effects.add(send(self, new CustomerMessage.RowsAreThere(name))));
        return effects;
    }

    /** The journal of the one who stays is theirs, and so is what they were in as one. */
    private static boolean isTheirs(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Happened _,
                    HistoryEntry.Linked _,
                    HistoryEntry.Chose _,
                    HistoryEntry.Preferred _,
                    HistoryEntry.RunStarted _,
                    HistoryEntry.RunEnded _,
                    HistoryEntry.Decided _,
                    HistoryEntry.TraitSet _,
                    HistoryEntry.Called _ -> true;
            case HistoryEntry.Absorbed _,
                    HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Parted _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Moved _,
                    HistoryEntry.Parked _ -> false;
        };
    }

    private static Effect send(CustomerRef to, CustomerMessage message) {
        return new Effect.Send(to.address(), new PersonMessage.ToCustomer(to, message));
    }
}
