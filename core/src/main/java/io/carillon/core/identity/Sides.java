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
 * Customers who are one, told apart: which identifier would be whose had the one who stays and the one who is parted never
 * met. Follows what happened since, row by row: an event is of whoever has the identifier that it came by, and what it
 * brought is theirs. Whoever came by one who goes, goes too, and is told apart as well: they may be parted one day.
 *
 * @param stays who stays; all others go
 * @param owned identifiers that were theirs at the merge, or came since
 * @param used the last event that named a user of a side and an identifier of that side
 * @param claimed by whose event each was named first that nobody had yet
 * @param areUsers whether both sides have one born at a user: then what may move goes with the user who named it last
 */
public record Sides(
        CustomerRef stays,
        SortedMap<Identifier, CustomerRef> owned,
        SortedMap<Identifier, Stamp> used,
        SortedMap<Identifier, Claimed> claimed,
        boolean areUsers) {
    /** Of more no note is taken: what comes of them stays. */
    private static final int CLAIMED_MAX = 1_000;

    /** A claim under way. */
    public record Claimed(CustomerRef by, Optional<Stamp> stamp) {
        void write(ByteWriter out) {
            by.write(out);
            out.optional(stamp, Stamp::write);
        }

        static Claimed read(ByteReader in) {
            return new Claimed(CustomerRef.read(in), in.optional(Stamp::read));
        }
    }

    public Sides {
        owned = Collections.unmodifiableSortedMap(owned);
        used = Collections.unmodifiableSortedMap(used);
        claimed = Collections.unmodifiableSortedMap(claimed);
    }

    /** Before the merge: everything stays. */
    public static Sides of(Links stays) {
        return new Sides(stays.self(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), false)
                .and(stays.self(), stays);
    }

    /** Of whoever owns it. What nobody owns any more stays. */
    public CustomerRef of(Identifier identifier) {
        return owned.getOrDefault(identifier, stays);
    }

    /** Who brought another customer in, with an identifier of either. */
    public CustomerRef of(Cause cause) {
        return ofOrClaimed(cause.identifier());
    }

    /** Whose row it is. */
    public CustomerRef of(LinkChange change) {
        return ofOrClaimed(change.identifier());
    }

    private CustomerRef ofOrClaimed(Identifier identifier) {
        CustomerRef owner = owned.get(identifier);
        if (owner != null) return owner;
        Claimed claim = claimed.get(identifier);
        return claim == null ? stays : claim.by();
    }

    public boolean leaves(CustomerRef whose) {
        return !whose.equals(stays);
    }

    private boolean areOneSide(CustomerRef one, CustomerRef other) {
        return leaves(one) == leaves(other);
    }

    /**
     * Another customer came.
     *
     * @param whose the one who stays, or themselves when they go
     */
    public Sides and(CustomerRef whose, Links other) {
        var nowOwned = new TreeMap<>(owned);
        var nowUsed = new TreeMap<>(used);
        var nowClaimed = new TreeMap<>(claimed);
        other.used().forEach((identifier, stamp) -> nowUsed.merge(identifier, stamp, Stamp::max));
        for (Identifier identifier : other.owned().keySet()) {
            nowOwned.put(identifier, whose);
            Claimed claim = nowClaimed.remove(identifier);
            if (claim != null
                    && areOneSide(claim.by(), whose)
                    && identifier.kind().isMovable()) {
                claim.stamp().ifPresent(stamp -> nowUsed.merge(identifier, stamp, Stamp::max));
            }
        }
        other.asked().forEach((identifier, asked) -> {
            if (!asked.isRefused() && !nowOwned.containsKey(identifier)) {
                nowClaimed.putIfAbsent(identifier, new Claimed(whose, asked.stamp()));
            }
        });
        boolean nowUsers = areUsers || (leaves(whose) && stays.isBornAtUser() && whose.isBornAtUser());
        return new Sides(stays, nowOwned, nowUsed, nowClaimed, nowUsers);
    }

    /** An event that came by an identifier. */
    public Sides on(Event event, Identifier via) {
        CustomerRef whose = of(via);
        boolean named = event.identifiers().stream()
                .anyMatch(one ->
                        one.kind() == IdentifierKind.USER && owned.containsKey(one) && areOneSide(of(one), whose));
        Sides now = this;
        for (Identifier identifier : event.identifiers()) now = now.named(identifier, whose, named, event.stamp());
        return now;
    }

    private Sides named(Identifier identifier, CustomerRef whose, boolean byUser, Stamp stamp) {
        CustomerRef owner = owned.get(identifier);
        if (owner == null) return claim(identifier, whose, byUser ? Optional.of(stamp) : Optional.empty());
        if (!byUser || !identifier.kind().isMovable()) return this;
        if (areOneSide(owner, whose)) return used(identifier, stamp);
        Stamp before = used.get(identifier);
        if (!areUsers || (before != null && !stamp.isAfter(before))) return this;
        var nowOwned = new TreeMap<>(owned);
        nowOwned.put(identifier, whose);
        return new Sides(stays, nowOwned, used, claimed, areUsers).used(identifier, stamp);
    }

    private Sides used(Identifier identifier, Stamp stamp) {
        var nowUsed = new TreeMap<>(used);
        nowUsed.merge(identifier, stamp, Stamp::max);
        return new Sides(stays, owned, nowUsed, claimed, areUsers);
    }

    private Sides claim(Identifier identifier, CustomerRef by, Optional<Stamp> stamp) {
        Claimed before = claimed.get(identifier);
        if (before == null && claimed.size() >= CLAIMED_MAX) return this;
        if (before != null && (!areOneSide(before.by(), by) || stamp.isEmpty())) return this;
        Optional<Stamp> latest = before == null || before.stamp().isEmpty()
                ? stamp
                : stamp.map(before.stamp().get()::max);
        var nowClaimed = new TreeMap<>(claimed);
        nowClaimed.put(identifier, new Claimed(before == null ? by : before.by(), latest));
        return new Sides(stays, owned, used, nowClaimed, areUsers);
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
        return new Sides(stays, nowOwned, nowUsed, nowClaimed, areUsers);
    }

    /** What went away with somebody else who was parted. */
    public Sides without(Collection<Identifier> gone) {
        var nowOwned = new TreeMap<>(owned);
        nowOwned.keySet().removeAll(gone);
        var nowUsed = new TreeMap<>(used);
        nowUsed.keySet().removeAll(gone);
        return new Sides(stays, nowOwned, nowUsed, claimed, areUsers);
    }

    /** What somebody has of what is owned today, with today's epochs. */
    SortedMap<Identifier, Long> of(CustomerRef whose, Links today) {
        var theirs = new TreeMap<Identifier, Long>();
        for (Map.Entry<Identifier, Long> one : today.owned().entrySet()) {
            if (of(one.getKey()).equals(whose)) theirs.put(one.getKey(), one.getValue());
        }
        return theirs;
    }

    public void write(ByteWriter out) {
        stays.write(out);
        out.map(owned, Identifier::write, CustomerRef::write);
        out.map(used, Identifier::write, Stamp::write);
        out.map(claimed, Identifier::write, Claimed::write);
        out.flag(areUsers);
    }

    public static Sides read(ByteReader in) {
        return new Sides(
                CustomerRef.read(in),
                in.sortedMap(Identifier::read, CustomerRef::read),
                in.sortedMap(Identifier::read, Stamp::read),
                in.sortedMap(Identifier::read, Claimed::read),
                in.flag());
    }
}
