package io.carillon.core.entity;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Context;
import io.carillon.core.identity.Parting;

/** Somebody who had been absorbed is a customer of their own again. */
final class Restoring {
    private Restoring() {}

    /** The whole step: total, as it comes once. */
    static Turn turn(CustomerMessage.Restore restore, Context<Knowledge> context) {
        var turn = new Turn(restore.root(), context);
        Linkage.take(turn, Parting.restored(turn.links(), restore.claims()));
        turn.record(new HistoryEntry.Restored(turn.now(), restore.from()));
        Segments.list(turn);
        Messages.takeOver(turn);
        turn.answer(restore.replyTo(), new Answers.Unmerged(turn.self()));
        return turn;
    }

    /** What follows of it, which may fail and be done later. */
    static Role settle(Turn turn) {
        Journeys.onSettled(turn);
        Segments.beforeAll(turn);
        return new Role.Is(turn.root());
    }

    /** All their rows are there. */
    static void rowsAreThere(Turn turn, String parting) {
        if (rowsCame(turn, parting)) Segments.afterParting(turn);
    }

    /** Notes it; what follows is to be done. */
    static boolean rowsCame(Turn turn, String parting) {
        var standing = turn.customer().standing();
        if (standing.partings().get(parting) != PartingStage.MOVING) return false;
        turn.become(turn.customer().with(standing.parting(parting, PartingStage.JUDGING)));
        return true;
    }
}
