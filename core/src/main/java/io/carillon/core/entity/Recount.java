package io.carillon.core.entity;

import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.host.Limits;
import java.util.List;
import java.util.Optional;

/** Counts a customer's behaviour again from their history, when definitions ask for what was not kept so far. */
final class Recount {
    private Recount() {}

    static void whatIsMissing(Turn turn) {
        Tracking tracking = turn.knowledge().behaviours();
        if (turn.customer().behaviour().isCompleteFor(tracking)) return;
        Behaviour counted = Behaviour.NONE;
        long size = turn.context().historySize();
        for (long from = 0; from < size; from += Limits.HISTORY_PAGE_MAX) {
            List<Bytes> rows = turn.context().history(from, Limits.HISTORY_PAGE_MAX);
            for (Bytes row : rows) {
                Optional<Occurrence> occurrence = Occurrences.of(HistoryCodec.ROWS.decode(row));
                if (occurrence.isPresent()) counted = counted.observe(occurrence.get(), tracking);
            }
        }
        turn.become(turn.customer().with(counted.completeFor(tracking)));
    }
}
