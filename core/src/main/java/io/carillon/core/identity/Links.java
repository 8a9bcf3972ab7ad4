package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.Stamp;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The identity part of a customer that is a root.
 *
 * @param owned identifiers it owns, and only those, with the epoch at which it got them
 * @param used the last event that named a user of ours and the identifier
 * @param asked claims under way, and refusals
 * @param absorbed customers merged into this one, all generations deep
 */
public record Links(
        CustomerRef self,
        SortedMap<Identifier, Long> owned,
        SortedMap<Identifier, Stamp> used,
        SortedMap<Identifier, Asked> asked,
        SortedSet<CustomerRef> absorbed) {

    public Links {
        owned = Collections.unmodifiableSortedMap(owned);
        used = Collections.unmodifiableSortedMap(used);
        asked = Collections.unmodifiableSortedMap(asked);
        absorbed = Collections.unmodifiableSortedSet(absorbed);
    }

    private static Links of(CustomerRef self) {
        return new Links(self, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    /** A new customer, who owns the identifier that it is born at. */
    public static Links born(CustomerRef self, Identifier bornAt, long epoch) {
        return of(self).own(bornAt, epoch);
    }

    public boolean owns(Identifier identifier) {
        return owned.containsKey(identifier);
    }

    long epochOf(Identifier identifier) {
        return Optional.ofNullable(owned.get(identifier))
                .orElseThrow(() -> new IllegalStateException("not owned: " + identifier.kind()));
    }

    Links own(Identifier identifier, long epoch) {
        return new Links(self, put(owned, identifier, epoch), used, asked, absorbed);
    }

    Links disown(Identifier identifier) {
        return new Links(self, without(owned, identifier), without(used, identifier), asked, absorbed);
    }

    Links use(Identifier identifier, Stamp stamp) {
        Stamp before = used.get(identifier);
        if (before != null && !stamp.isAfter(before)) return this;
        return new Links(self, owned, put(used, identifier, stamp), asked, absorbed);
    }

    Links ask(Identifier identifier, Asked claim) {
        return new Links(self, owned, used, put(asked, identifier, claim), absorbed);
    }

    Links forget(Identifier identifier) {
        return asked.containsKey(identifier)
                ? new Links(self, owned, used, without(asked, identifier), absorbed)
                : this;
    }

    /** Everything of another but its claims under way: a stale one would block later claims. */
    Links absorb(Links other) {
        var nowOwned = new TreeMap<>(owned);
        nowOwned.putAll(other.owned);
        var nowUsed = new TreeMap<>(used);
        other.used.forEach((identifier, stamp) -> nowUsed.merge(identifier, stamp, Stamp::max));
        var nowAsked = new TreeMap<>(asked);
        for (Identifier identifier : other.owned.keySet()) {
            Asked claim = nowAsked.remove(identifier);
            // What we claimed comes with the merge instead of a grant: it was named all the same.
            if (claim != null && identifier.kind().isMovable()) {
                claim.stamp().ifPresent(stamp -> nowUsed.merge(identifier, stamp, Stamp::max));
            }
        }
        var nowAbsorbed = new TreeSet<>(absorbed);
        nowAbsorbed.addAll(other.absorbed);
        nowAbsorbed.add(other.self);
        return new Links(self, nowOwned, nowUsed, nowAsked, nowAbsorbed);
    }

    private static <V> SortedMap<Identifier, V> put(SortedMap<Identifier, V> map, Identifier key, V value) {
        var copy = new TreeMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static <V> SortedMap<Identifier, V> without(SortedMap<Identifier, V> map, Identifier key) {
        var copy = new TreeMap<>(map);
        copy.remove(key);
        return copy;
    }

    public void write(ByteWriter out) {
        self.write(out);
        out.map(owned, Identifier::write, (epoch, to) -> to.count(epoch));
        out.map(used, Identifier::write, Stamp::write);
        out.map(asked, Identifier::write, Asked::write);
        out.list(absorbed, CustomerRef::write);
    }

    public static Links read(ByteReader in) {
        return new Links(
                CustomerRef.read(in),
                in.sortedMap(Identifier::read, from -> (long) from.count()),
                in.sortedMap(Identifier::read, Stamp::read),
                in.sortedMap(Identifier::read, Asked::read),
                new TreeSet<>(in.list(CustomerRef::read)));
    }
}
