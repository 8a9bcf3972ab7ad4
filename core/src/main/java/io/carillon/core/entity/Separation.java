package io.carillon.core.entity;

import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.Dealings;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.customer.Shares.Share;
import io.carillon.core.entity.customer.Undoing;
import io.carillon.core.entity.customer.Unmixing;
import io.carillon.core.entity.customer.Unmixing.Brought;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PartingWork;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.Links;
import io.carillon.core.identity.Parting;
import io.carillon.core.journey.Ended;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.Runs;
import io.carillon.core.segment.Memberships;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One step in which a customer becomes two again, or more: whoever came by the one who is parted goes too. What each is
 * from now on leaves in one message, {@code Restore}; rows of the history follow in pages, see {@link PartedRows}.
 */
final class Separation {
    private static final String UNJUDGED = "-";

    private Separation() {}

    static void make(Turn turn, Undoing undoing, Unmixing unmixed, ReplyTo replyTo) {
        List<Brought> brought = byLeaverFirst(undoing, unmixed);
        List<Root> then = brought.stream().map(Brought::root).toList();
        var leavers = new ArrayList<Parting.Leaver>();
        for (int i = 0; i < then.size(); i++) {
            leavers.add(new Parting.Leaver(
                    then.get(i).links(), brought.get(i).cause(), brought.get(i).by()));
        }
        Parting parting = Parting.of(
                turn.links(), unmixed.before(), leavers, unmixed.whose().sides());
        var dealings = new Split(turn, unmixed);
        for (int i = 0; i < then.size(); i++) {
            Links links = parting.leavers().get(i);
            Root root = leaver(links, then.get(i).customer(), unmixed.shares().of(links.self()), dealings);
            turn.record(new HistoryEntry.Parted(
                    turn.now(),
                    links.self(),
                    brought.get(i).merge(),
                    List.copyOf(links.owned().keySet())));
            var restore = new CustomerMessage.Restore(
                    root, turn.self(), parting.claims(i, leavers), i == 0 ? replyTo : ReplyTo.NOBODY);
            turn.tell(links.self().address(), new PersonMessage.ToCustomer(links.self(), restore));
        }
        turn.tell(parting.farewells());
        stay(turn, parting.stays(), unmixed, dealings, undoing);
    }

    private static List<Brought> byLeaverFirst(Undoing undoing, Unmixing unmixed) {
        var brought = new ArrayList<>(unmixed.brought());
        brought.removeIf(one -> one.merge() == undoing.merge());
        unmixed.brought().stream().filter(one -> one.merge() == undoing.merge()).forEach(brought::addFirst);
        return brought;
    }

    private static void stay(Turn turn, Links links, Unmixing unmixed, Split dealings, Undoing undoing) {
        Share share = unmixed.shares().of(turn.self());
        turn.become(links);
        Customer before = turn.customer();
        dealings.endUnknown();
        turn.become(new Customer(
                share.standing().parting(PartedRows.ofStaying(undoing.leaver()), PartingStage.MOVING),
                share.known(),
                share.behaviour().incomplete(),
                before.segments(),
                dealings.stay()));
        var move = new PartingWork.Move(undoing, undoing.start(), turn.context().historySize(), Optional.empty());
        turn.tell(
                turn.self().address(),
                new PersonMessage.ToCustomer(turn.self(), new CustomerMessage.GoOnParting(move)));
    }

    private static Root leaver(Links links, Customer then, Share share, Split dealings) {
        return new Root(
                links,
                new Customer(
                        share.standing().parting(PartedRows.ofLeaving(links.self()), PartingStage.MOVING),
                        share.known(),
                        share.behaviour().incomplete(),
                        old(then.segments()),
                        dealings.leave(links.self(), then.runs())));
    }

    /** They were somebody before, however little they had done: what they are in is to be judged. */
    private static Memberships old(Memberships then) {
        return then.judgedBy().isEmpty() ? then.judgedBy(UNJUDGED) : then;
    }

    /** What we do about them, in two. */
    private record Split(Turn turn, Unmixing unmixed) {
        private CustomerRef whose(RunKey run) {
            return unmixed.whose().runs().getOrDefault(run, turn.self());
        }

        /** A run of which nobody can say whose event began it has no one to go on with. */
        void endUnknown() {
            for (RunKey run : List.copyOf(turn.customer().runs().active().keySet())) {
                if (unmixed.whose().runs().containsKey(run)) continue;
                turn.become(turn.customer().with(turn.customer().runs().end(run, RunEnd.PARTED, turn.now())));
                turn.record(new HistoryEntry.RunEnded(turn.now(), run, RunEnd.PARTED));
            }
        }

        Dealings stay() {
            Runs runs = turn.customer().runs();
            var active = new TreeMap<>(runs.active());
            active.keySet().removeIf(run -> !whose(run).equals(turn.self()));
            return new Dealings(
                    new Runs(active, runs.ended()),
                    turn.customer()
                            .dispatches()
                            .without(dispatch -> !whose(dispatch.intent().run()).equals(turn.self())));
        }

        Dealings leave(CustomerRef leaver, Runs before) {
            var active = new TreeMap<RunKey, Run>();
            turn.customer().runs().active().forEach((key, run) -> {
                if (whose(key).equals(leaver)) active.put(key, run);
            });
            var ended = new TreeMap<RunKey, Ended>(before.ended());
            before.active()
                    .keySet()
                    .forEach(key -> turn.customer().runs().ended(key).ifPresent(end -> ended.put(key, end)));
            return new Dealings(
                    new Runs(active, ended),
                    turn.customer()
                            .dispatches()
                            .leaving(dispatch -> whose(dispatch.intent().run()).equals(leaver)));
        }
    }
}
