package io.carillon.core.entity;

import io.carillon.core.definition.Retention;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.customer.Undoing;
import io.carillon.core.entity.customer.Unmixing;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.Answers.Why;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PartingWork;
import io.carillon.core.entity.person.PartingWork.Find;
import io.carillon.core.entity.person.PartingWork.Merge;
import io.carillon.core.entity.person.PartingWork.Undone;
import io.carillon.core.entity.person.PartingWork.Unmix;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The way back from a {@link Merging}: finds the merge, and reads what happened since, a page a step. Nothing changes
 * until the last page is read; then {@link Separation} makes them two in one step.
 */
final class Unmerging {
    /** Rows looked at in a step. */
    static final int PAGE = 500;

    private Unmerging() {}

    static void begin(Turn turn, CustomerMessage.Unmerge wanted) {
        CustomerRef leaver = wanted.leaver();
        Optional<Why> objection = objection(turn, leaver);
        if (objection.isPresent()) {
            refuse(turn, wanted.replyTo(), objection.get(), leaver);
            return;
        }
        turn.become(turn.customer().with(turn.customer().standing().parting(readingOf(leaver), PartingStage.READING)));
        find(turn, new Find(leaver, 0, List.of(), List.of(), wanted.replyTo()));
    }

    private static Optional<Why> objection(Turn turn, CustomerRef leaver) {
        if (!turn.links().absorbed().contains(leaver)) {
            return Optional.of(turn.links().apart().has(leaver) ? Why.ALREADY_PARTED : Why.NEVER_MERGED);
        }
        if (!turn.customer().parked().isEmpty()) return Optional.of(Why.PARKED);
        return turn.customer().isParting() ? Optional.of(Why.UNDER_WAY) : Optional.empty();
    }

    /** The next page; of no meaning when they were merged or parked meanwhile. */
    static void goOn(Turn turn, PartingWork work) {
        ReplyTo replyTo = replyTo(work);
        PartingStage stage = turn.customer().standing().partings().get(readingOf(work.leaver()));
        if (stage == null || !turn.links().absorbed().contains(work.leaver())) {
            turn.answer(replyTo, refusal(Why.MERGED_MEANWHILE, work.leaver()));
            return;
        }
        if (!turn.customer().parked().isEmpty()) {
            giveUp(turn, replyTo, Why.PARKED, work.leaver());
            return;
        }
        switch (work) {
            case Find find -> find(turn, find);
            case Unmix unmix -> unmix(turn, unmix);
            case PartingWork.Move _ -> {} // is done at the address, whoever they are by then
        }
    }

    private static void find(Turn turn, Find find) {
        var merges = new ArrayList<>(find.merges());
        var undone = new ArrayList<>(find.undone());
        long next = find.from() + PAGE;
        for (HistoryRow row : turn.context().history(find.from(), PAGE)) {
            switch (HistoryCodec.ROWS.decode(row.content())) {
                case HistoryEntry.Absorbed absorbed -> merges.add(mergeOf(row.number(), absorbed, find.leaver()));
                case HistoryEntry.Parted parted -> undone.add(new Undone(row.number(), parted.merge()));
                default -> {}
            }
        }
        if (next < turn.context().historySize()) {
            goOnLater(turn, new Find(find.leaver(), next, merges, undone, find.replyTo()));
            return;
        }
        SortedSet<Long> gone = new TreeSet<>();
        undone.forEach(one -> gone.add(one.merge()));
        Optional<Merge> merge = merges.stream()
                .filter(it -> it.from().equals(find.leaver()) && !gone.contains(it.row()))
                .reduce((_, latest) -> latest);
        if (merge.isPresent()) begin(turn, find, merges, undone, merge.get());
        else notFound(turn, find, merges, gone);
    }

    private static Merge mergeOf(long row, HistoryEntry.Absorbed absorbed, CustomerRef leaver) {
        boolean brought =
                Root.Stored.ROOTS.decode(absorbed.absorbed()).links().absorbed().contains(leaver);
        return new Merge(row, absorbed.from(), absorbed.at(), brought);
    }

    private static void notFound(Turn turn, Find find, List<Merge> merges, SortedSet<Long> gone) {
        Optional<Merge> with = merges.stream()
                .filter(merge -> merge.with() && !gone.contains(merge.row()))
                .reduce((_, latest) -> latest);
        if (with.isPresent())
            giveUp(turn, find.replyTo(), Why.CAME_WITH_ANOTHER, with.get().from());
        else giveUp(turn, find.replyTo(), Why.TOO_OLD, find.leaver());
    }

    /** From the merge on, or from an earlier one that was undone since: what was kept in between knew of that one too. */
    private static void begin(Turn turn, Find find, List<Merge> merges, List<Undone> undone, Merge merge) {
        long start = merge.row();
        boolean isFixed = false;
        while (!isFixed) {
            isFixed = true;
            for (Undone one : undone) {
                if (one.row() > start && one.merge() < start) {
                    start = one.merge();
                    isFixed = false;
                }
            }
        }
        SortedSet<Long> gone = new TreeSet<>();
        for (Undone one : undone) if (one.merge() >= start) gone.add(one.merge());
        if (isTooOld(turn, merges, start)) {
            giveUp(turn, find.replyTo(), Why.TOO_OLD, find.leaver());
            return;
        }
        var undoing = new Undoing(find.leaver(), merge.row(), start, gone);
        goOnLater(turn, new Unmix(undoing, start, Optional.empty(), find.replyTo()));
    }

    /** Rows since the merge are needed, all of them. */
    private static boolean isTooOld(Turn turn, List<Merge> merges, long start) {
        Retention retention = turn.knowledge().retention();
        Optional<Merge> first =
                merges.stream().filter(merge -> merge.row() == start).findFirst();
        return first.isEmpty()
                || Retention.HISTORY_KINDS.stream()
                        .anyMatch(kind -> retention.isOver(kind, first.get().at(), turn.now()));
    }

    private static void unmix(Turn turn, Unmix unmix) {
        Undoing undoing = unmix.undoing();
        Optional<Unmixing> soFar = unmix.soFar();
        for (HistoryRow row : turn.context().history(unmix.from(), PAGE)) {
            HistoryEntry entry = HistoryCodec.ROWS.decode(row.content());
            if (soFar.isEmpty() && entry instanceof HistoryEntry.Absorbed start) {
                soFar = Optional.of(Unmixing.before(start));
            }
            soFar = soFar.map(
                    it -> it.on(row.number(), entry, undoing, turn.knowledge().behaviours()));
        }
        long next = unmix.from() + PAGE;
        if (next < turn.context().historySize()) {
            goOnLater(turn, new Unmix(undoing, next, soFar, unmix.replyTo()));
            return;
        }
        Separation.make(turn, undoing, soFar.orElseThrow(), unmix.replyTo());
    }

    /** Whatever was begun is over: they stay as they are. */
    static void giveUp(Turn turn, ReplyTo replyTo, Why why, CustomerRef whom) {
        turn.become(turn.customer().with(turn.customer().standing().without(PartingStage.READING)));
        turn.answer(replyTo, refusal(why, whom));
    }

    private static void refuse(Turn turn, ReplyTo replyTo, Why why, CustomerRef whom) {
        turn.answer(replyTo, refusal(why, whom));
    }

    static Answers.NotUnmerged refusal(Why why, CustomerRef whom) {
        return new Answers.NotUnmerged(why, whom);
    }

    static ReplyTo replyTo(PartingWork work) {
        return switch (work) {
            case Find(var _, var _, var _, var _, var replyTo) -> replyTo;
            case Unmix unmix -> unmix.replyTo();
            case PartingWork.Move _ -> ReplyTo.NOBODY;
        };
    }

    static String readingOf(CustomerRef leaver) {
        return "reading:" + leaver.key();
    }

    private static void goOnLater(Turn turn, PartingWork work) {
        turn.tell(
                turn.self().address(),
                new PersonMessage.ToCustomer(turn.self(), new CustomerMessage.GoOnParting(work)));
    }
}
