package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Stamp;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two customers who are one, told apart: which identifier would be whose had they never met. Follows what happened since,
 * row by row: an event is of whoever has the identifier that it came by, and what it brought is theirs.
 *
 * @param owned identifiers that were theirs at the merge, or came since
 * @param used the last event that named a user of a side and an identifier of that side
 * @param claimed by whose event each was named first that neither had yet
 * @param areUsers whether both were born at a user: then what may move goes with the user who named it last
 */
public record Sides(
        SortedMap<Identifier, Side> owned,
        SortedMap<Identifier, Stamp> used,
        SortedMap<Identifier, Claimed> claimed,
        boolean areUsers) {
    /** What nobody ever got is forgotten first when there is more. */
    private static final int CLAIMED_MAX = 1_000;

    /** A claim under way. */
    public record Claimed(Side side, Optional<Stamp> stamp) {
        void write(ByteWriter out) {
            out.constant(side);
            out.optional(stamp, Stamp::write);
        }

        static Claimed read(ByteReader in) {
            return new Claimed(in.constant(Side.class), in.optional(Stamp::read));
        }
    }

    public Sides {
        owned = Collections.unmodifiableSortedMap(owned);
        used = Collections.unmodifiableSortedMap(used);
        claimed = Collections.unmodifiableSortedMap(claimed);
    }

    /** Before the merge: everything stays. */
    public static Sides of(Links stays) {
        return new Sides(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), false).and(Side.STAYS, stays);
    }

    /** The merge that is undone. */
    public Sides meet(CustomerRef stays, Links leaves) {
        Sides both = and(Side.LEAVES, leaves);
        return new Sides(
                both.owned,
                both.used,
                both.claimed,
                stays.isBornAtUser() && leaves.self().isBornAtUser());
    }

    /** Of whoever owns it. What neither owns any more stays. */
    public Side of(Identifier identifier) {
        return owned.getOrDefault(identifier, Side.STAYS);
    }

    /** Who brought another customer in. */
    public Side of(Cause cause) {
        Side owner = owned.get(cause.identifier());
        if (owner != null) return owner;
        Claimed claim = claimed.get(cause.identifier());
        return claim == null ? Side.STAYS : claim.side();
    }

    /** Whose row it is. */
    public Side of(LinkChange change) {
        Side owner = owned.get(change.identifier());
        if (owner != null) return owner;
        Claimed claim = claimed.get(change.identifier());
        return claim == null ? Side.STAYS : claim.side();
    }

    /** Another customer came to a side. */
    public Sides and(Side side, Links other) {
        var nowOwned = new TreeMap<>(owned);
        var nowUsed = new TreeMap<>(used);
        var nowClaimed = new TreeMap<>(claimed);
        other.used().forEach((identifier, stamp) -> nowUsed.merge(identifier, stamp, Stamp::max));
        for (Identifier identifier : other.owned().keySet()) {
            nowOwned.put(identifier, side);
            Claimed claim = nowClaimed.remove(identifier);
            if (claim != null && claim.side() == side && identifier.kind().isMovable()) {
                claim.stamp().ifPresent(stamp -> nowUsed.merge(identifier, stamp, Stamp::max));
            }
        }
        other.asked().forEach((identifier, asked) -> {
            if (!asked.isRefused() && !nowOwned.containsKey(identifier)) {
                nowClaimed.putIfAbsent(identifier, new Claimed(side, asked.stamp()));
            }
        });
        return new Sides(nowOwned, nowUsed, nowClaimed, areUsers);
    }

    /** An event that came by an identifier. */
    public Sides on(Event event, Identifier via) {
        Side side = of(via);
        boolean named = event.identifiers().stream()
                .anyMatch(one -> one.kind() == IdentifierKind.USER && owned.get(one) == side);
        Sides now = this;
        for (Identifier identifier : event.identifiers()) now = now.named(identifier, side, named, event.stamp());
        return now;
    }

    private Sides named(Identifier identifier, Side side, boolean byUser, Stamp stamp) {
        Side owner = owned.get(identifier);
        if (owner == null) return claim(identifier, side, byUser ? Optional.of(stamp) : Optional.empty());
        if (!byUser || !identifier.kind().isMovable()) return this;
        if (owner == side) return used(identifier, stamp);
        Stamp before = used.get(identifier);
        if (!areUsers || (before != null && !stamp.isAfter(before))) return this;
        var nowOwned = new TreeMap<>(owned);
        nowOwned.put(identifier, side);
        return new Sides(nowOwned, used, claimed, areUsers).used(identifier, stamp);
    }

    private Sides used(Identifier identifier, Stamp stamp) {
        var nowUsed = new TreeMap<>(used);
        nowUsed.merge(identifier, stamp, Stamp::max);
        return new Sides(owned, nowUsed, claimed, areUsers);
    }

    private Sides claim(Identifier identifier, Side side, Optional<Stamp> stamp) {
        Claimed before = claimed.get(identifier);
        if (before == null && claimed.size() >= CLAIMED_MAX) return this;
        if (before != null && (before.side() != side || stamp.isEmpty())) return this;
        Optional<Stamp> latest = before == null || before.stamp().isEmpty()
                ? stamp
                : stamp.map(before.stamp().get()::max);
        var nowClaimed = new TreeMap<>(claimed);
        nowClaimed.put(identifier, new Claimed(side, latest));
        return new Sides(owned, used, nowClaimed, areUsers);
    }

    /** A row of the journal. */
    public Sides on(LinkChange change) {
        Identifier identifier = change.identifier();
        Claimed claim = claimed.get(identifier);
        var nowClaimed = new TreeMap<>(claimed);
        nowClaimed.remove(identifier);
        var nowOwned = new TreeMap<>(owned);
        var nowUsed = new TreeMap<>(used);
        switch (change) {
            case LinkChange.Owned _ -> {
                nowOwned.put(identifier, of(change));
                if (claim != null && identifier.kind().isMovable()) {
                    claim.stamp().ifPresent(stamp -> nowUsed.merge(identifier, stamp, Stamp::max));
                }
            }
            case LinkChange.GaveUp _ -> {
                nowOwned.remove(identifier);
                nowUsed.remove(identifier);
            }
            case LinkChange.Conflict _, LinkChange.NotLinked _ -> {}
        }
        return new Sides(nowOwned, nowUsed, nowClaimed, areUsers);
    }

    /** What went away with somebody else who was parted. */
    public Sides without(Collection<Identifier> gone) {
        var nowOwned = new TreeMap<>(owned);
        nowOwned.keySet().removeAll(gone);
        var nowUsed = new TreeMap<>(used);
        nowUsed.keySet().removeAll(gone);
        return new Sides(nowOwned, nowUsed, claimed, areUsers);
    }

    /** What a side has of what is owned today, with today's epochs. */
    SortedMap<Identifier, Long> of(Side side, Links today) {
        var theirs = new TreeMap<Identifier, Long>();
        for (Map.Entry<Identifier, Long> one : today.owned().entrySet()) {
            if (of(one.getKey()) == side) theirs.put(one.getKey(), one.getValue());
        }
        return theirs;
    }

    public void write(ByteWriter out) {
        out.map(owned, Identifier::write, (side, to) -> to.constant(side));
        out.map(used, Identifier::write, Stamp::write);
        out.map(claimed, Identifier::write, Claimed::write);
        out.flag(areUsers);
    }

    public static Sides read(ByteReader in) {
        return new Sides(
                in.sortedMap(Identifier::read, from -> from.constant(Side.class)),
                in.sortedMap(Identifier::read, Stamp::read),
                in.sortedMap(Identifier::read, Claimed::read),
                in.flag());
    }
}
