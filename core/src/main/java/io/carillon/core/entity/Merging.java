package io.carillon.core.entity;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.decide.Intents;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Effect;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.journey.Runs;
import io.carillon.core.message.DispatchId;
import io.carillon.core.segment.Memberships;
import java.util.Optional;
import java.util.stream.Stream;

/** Two customers become one. The weaker gives everything, once; the stronger judges everything again. */
final class Merging {
    private Merging() {}

    /** This customer is the weaker one. */
    static Role give(Turn turn, CustomerRef stronger, Cause cause) {
        turn.record(new HistoryEntry.Merged(turn.now(), stronger, cause));
        Segments.unlist(turn);
        // An un-merge that has only read so far is asked for again, of the other.
        turn.become(turn.customer().with(turn.customer().standing().without(PartingStage.READING)));
        Linkage.unlist(turn);
        turn.add(new Effect.Send(
                stronger.address(),
                new PersonMessage.ToCustomer(stronger, new CustomerMessage.Absorb(turn.root(), cause))));
        return new Role.Merged(stronger);
    }

    /** The identity part, with the journal, and the messages, whose outcomes come here from now on: total. */
    static void takeLinks(Turn turn, Root from, Cause cause) {
        turn.record(new HistoryEntry.Absorbed(
                turn.now(),
                from.links().self(),
                cause,
                Root.Stored.ROOTS.encode(turn.root()),
                Root.Stored.ROOTS.encode(from)));
        Linkage.absorb(turn, from.links());
        turn.become(turn.customer()
                .with(turn.customer().dispatches().merge(from.customer().dispatches())));
        for (Dispatch dispatch : from.customer().dispatches().byId().values()) Messages.moved(turn, dispatch);
    }

    /** Everything else. */
    static void takeRest(Turn turn, Root from) {
        Customer own = turn.customer();
        Memberships othersSegments = from.customer().segments();
        turn.become(own.merge(from.customer(), turn.knowledge().behaviours()));
        // Whoever should have left leaves first: a run that is over must not win against one begun since.
        Runs ours = judged(turn, own.runs());
        Runs theirs = judged(turn, from.customer().runs());
        Runs merged = ours.merge(theirs);
        turn.become(turn.customer().with(merged));
        Stream.of(ours, theirs)
                .flatMap(half -> half.active().values().stream())
                .filter(run -> !merged.active(run.key()).equals(Optional.of(run)))
                .forEach(loser -> giveUp(turn, loser));
        Segments.afterMerge(turn, othersSegments);
        Journeys.onSettled(turn);
    }

    /** The runs of one half, by what both know. */
    private static Runs judged(Turn turn, Runs half) {
        turn.become(turn.customer().with(half));
        Journeys.judgeAgain(turn);
        return turn.customer().runs();
    }

    private static void giveUp(Turn turn, Run loser) {
        RunKey key = loser.key();
        turn.record(new HistoryEntry.RunEnded(turn.now(), key, RunEnd.MERGED));
        if (loser.position() instanceof RunPosition.Sending(var id)) {
            var dispatch = new DispatchId(id);
            boolean isOfWinner = turn.customer()
                    .runs()
                    .active(key)
                    .filter(run -> Journeys.isAt(run, dispatch))
                    .isPresent();
            boolean isQueued = turn.customer()
                    .dispatches()
                    .get(dispatch)
                    .filter(known -> known.status() == DispatchStatus.QUEUED)
                    .isPresent();
            if (isQueued && !isOfWinner) Intents.takeBack(turn, dispatch, "after a merge the other run goes on");
        }
    }
}
