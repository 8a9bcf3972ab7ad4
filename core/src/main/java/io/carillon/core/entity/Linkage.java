package io.carillon.core.entity;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.NotLinkedRow;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.Effect;
import io.carillon.core.identity.Asked;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.Linking;
import io.carillon.core.identity.Links;
import io.carillon.core.identity.Refusal;
import java.util.Optional;

/** What a step of the identity protocol leaves behind: messages, the journal, and the list of what was not linked. */
final class Linkage {
    /** Of whoever was the first to own an identifier. */
    private static final long FIRST_EPOCH = 1;

    private Linkage() {}

    static void take(Turn turn, Linking.Step.Stays step) {
        turn.become(step.links());
        turn.tell(step.sends());
        for (LinkChange change : step.changes()) {
            turn.record(new HistoryEntry.Linked(turn.now(), change));
            switch (change) {
                case LinkChange.Owned(var identifier, var epoch, var _) -> {
                    // Of an earlier owner, who is ours by now; the first owner of all has had no conflict with anybody.
                    if (epoch > FIRST_EPOCH) unlist(turn, identifier, Refusal.CONFLICT);
                }
                case LinkChange.Conflict(var identifier, var owner, var _) ->
                    list(turn, identifier, Refusal.CONFLICT, Optional.of(owner));
                case LinkChange.NotLinked(var identifier, var why, var _) ->
                    list(turn, identifier, why, Optional.empty());
                case LinkChange.GaveUp _ -> {}
            }
        }
    }

    /** What a weaker customer owned is ours, and what it brings past the limits is said. */
    static void absorb(Turn turn, Links other) {
        Links before = turn.links();
        before.asked().keySet().stream()
                .filter(other::owns)
                .forEach(identifier -> unlist(turn, identifier, Refusal.CONFLICT));
        take(turn, Linking.absorb(before, other));
        for (IdentifierKind kind : IdentifierKind.values()) notePassed(turn, kind, before, other.self());
    }

    private static void notePassed(Turn turn, IdentifierKind kind, Links before, CustomerRef from) {
        int count = turn.links().count(kind);
        if (count == before.count(kind) || kind == IdentifierKind.EXTERNAL) return; // whose types count each for itself
        turn.knowledge()
                .identity()
                .limits()
                .passed(kind, count)
                .ifPresent(
                        limit -> turn.record(new HistoryEntry.LimitPassed(turn.now(), from, kind, count, limit.max())));
    }

    /** This customer is about to merge: what it was refused, the other is asked for anew when it is named again. */
    static void unlist(Turn turn) {
        turn.links()
                .asked()
                .forEach((identifier, asked) ->
                        asked.refused().map(Asked.Refused::why).ifPresent(why -> unlist(turn, identifier, why)));
    }

    private static void list(Turn turn, Identifier identifier, Refusal why, Optional<CustomerRef> owner) {
        // Whose a device is changes with every sign-in; that is no conflict for anybody to settle.
        if (why == Refusal.CONFLICT && identifier.kind().isMovable()) return;
        var row = new NotLinkedRow(turn.self(), identifier, why, owner, turn.now());
        turn.add(new Effect.Put(
                NotLinkedRow.TABLE, row.key(turn.knowledge().addresses()), NotLinkedRow.Stored.ROWS.encode(row)));
    }

    private static void unlist(Turn turn, Identifier identifier, Refusal why) {
        if (why == Refusal.CONFLICT && identifier.kind().isMovable()) return;
        String key = new NotLinkedRow(turn.self(), identifier, why, Optional.empty(), turn.now())
                .key(turn.knowledge().addresses());
        turn.add(new Effect.Remove(NotLinkedRow.TABLE, key));
    }
}
