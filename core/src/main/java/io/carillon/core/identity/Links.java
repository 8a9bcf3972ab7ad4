package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Stamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The identity part of a customer that is a root.
 *
 * @param owned identifiers it owns, and only those, with the epoch at which it got them
 * @param since when it gained each; nothing of those gained before that was stored
 * @param used the last event that named a user of ours and the identifier
 * @param asked claims under way, and refusals
 * @param absorbed customers merged into this one, all generations deep
 * @param wish of the latest explicit merge
 * @param apart who is somebody else, as a person said
 */
public record Links(
        CustomerRef self,
        SortedMap<Identifier, Long> owned,
        SortedMap<Identifier, Instant> since,
        SortedMap<Identifier, Stamp> used,
        SortedMap<Identifier, Asked> asked,
        SortedSet<CustomerRef> absorbed,
        Optional<Wish> wish,
        Apart apart) {

    public Links {
        owned = Collections.unmodifiableSortedMap(owned);
        since = Collections.unmodifiableSortedMap(since);
        used = Collections.unmodifiableSortedMap(used);
        asked = Collections.unmodifiableSortedMap(asked);
        absorbed = Collections.unmodifiableSortedSet(absorbed);
    }

    /** A new customer, who owns the identifier that it is born at. */
    public static Links born(CustomerRef self, Identifier bornAt, long epoch, Instant now) {
        var none = new Links(
                self,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                Optional.empty(),
                Apart.NOBODY);
        return none.own(bornAt, epoch, now);
    }

    public boolean owns(Identifier identifier) {
        return owned.containsKey(identifier);
    }

    /** The user id to show: the one that was wished for, else that of birth, else the first; none of a visitor. */
    public Optional<Identifier> user() {
        Optional<Identifier> wished = wish.map(Wish::user).filter(this::owns);
        if (wished.isPresent()) return wished;
        if (self.isBornAtUser() && owns(self.bornAt())) return Optional.of(self.bornAt());
        return owned.keySet().stream()
                .filter(identifier -> identifier.kind() == IdentifierKind.USER)
                .findFirst();
    }

    boolean isGainedSince(Identifier identifier, Instant start) {
        Instant at = since.get(identifier);
        return at != null && at.isAfter(start);
    }

    /** Claims under way. */
    int claims() {
        return (int) asked.values().stream().filter(one -> !one.isRefused()).count();
    }

    /** How many of a kind it owns. */
    public int count(IdentifierKind kind) {
        return (int) owned.keySet().stream().filter(one -> one.kind() == kind).count();
    }

    long epochOf(Identifier identifier) {
        return Optional.ofNullable(owned.get(identifier))
                .orElseThrow(() -> new IllegalStateException("not owned: " + identifier.kind()));
    }

    Links own(Identifier identifier, long epoch, Instant now) {
        return new Links(
                self, put(owned, identifier, epoch), put(since, identifier, now), used, asked, absorbed, wish, apart);
    }

    Links disown(Identifier identifier) {
        return new Links(
                self,
                without(owned, identifier),
                without(since, identifier),
                without(used, identifier),
                asked,
                absorbed,
                wish,
                apart);
    }

    Links use(Identifier identifier, Stamp stamp) {
        Stamp before = used.get(identifier);
        if (before != null && !stamp.isAfter(before)) return this;
        return new Links(self, owned, since, put(used, identifier, stamp), asked, absorbed, wish, apart);
    }

    Links ask(Identifier identifier, Asked claim) {
        return new Links(self, owned, since, used, put(asked, identifier, claim), absorbed, wish, apart);
    }

    Links forget(Identifier identifier) {
        return asked.containsKey(identifier)
                ? new Links(self, owned, since, used, without(asked, identifier), absorbed, wish, apart)
                : this;
    }

    Links wishing(Wish newer) {
        return new Links(self, owned, since, used, asked, absorbed, later(wish, Optional.of(newer)), apart);
    }

    /** Everything of another but its claims under way: a stale one would block later claims. */
    Links absorb(Links other) {
        var nowOwned = new TreeMap<>(owned);
        nowOwned.putAll(other.owned);
        var nowSince = new TreeMap<>(since);
        nowSince.putAll(other.since);
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
        // Whoever is one now is apart no more: somebody said so, or said otherwise while this was on its way.
        var nowOne = new TreeSet<>(nowAbsorbed);
        nowOne.add(self);
        Apart nowApart = apart.and(other.apart).without(nowOne);
        return new Links(self, nowOwned, nowSince, nowUsed, nowAsked, nowAbsorbed, later(wish, other.wish), nowApart);
    }

    /** Whoever was parted from this one and was born at an identifier that is not ours: it is meant for them. */
    public Optional<CustomerRef> partedAt(Identifier identifier) {
        return owns(identifier) ? Optional.empty() : apart.bornAt(identifier);
    }

    /**
     * What is left when others go, with what each takes along.
     *
     * @param before whom this one was apart from before: whom only a leaver was apart from is nobody to this one
     */
    Links without(List<Links> leavers, Apart before) {
        var nowOwned = new TreeMap<>(owned);
        var nowAbsorbed = new TreeSet<>(absorbed);
        Apart nowApart = apart;
        Optional<Wish> nowWish = wish;
        for (Links leaver : leavers) {
            nowOwned.keySet().removeAll(leaver.owned.keySet());
            nowAbsorbed.remove(leaver.self);
            nowAbsorbed.removeAll(leaver.absorbed);
            nowApart = nowApart.without(leaver.apart.without(before.from()).from());
            if (nowWish.filter(it -> leaver.owns(it.user())).isPresent()) nowWish = Optional.empty();
        }
        return new Links(
                self, nowOwned, only(since, nowOwned), only(used, nowOwned), asked, nowAbsorbed, nowWish, nowApart);
    }

    /** Itself, and all whom it has absorbed. */
    SortedSet<CustomerRef> members() {
        var all = new TreeSet<>(absorbed);
        all.add(self);
        return all;
    }

    Links apartFrom(Collection<CustomerRef> others) {
        return apart(apart.and(others));
    }

    /** As it was once, with what is its own today. */
    Links owning(SortedMap<Identifier, Long> epochs, Links today, SortedMap<Identifier, Stamp> usedToday) {
        return new Links(
                self,
                epochs,
                only(today.since, epochs),
                only(usedToday, epochs),
                new TreeMap<>(),
                absorbed,
                wish,
                apart);
    }

    Links using(SortedMap<Identifier, Stamp> stamps) {
        return new Links(self, owned, since, only(stamps, owned), asked, absorbed, wish, apart);
    }

    private static <V> SortedMap<Identifier, V> only(SortedMap<Identifier, V> map, SortedMap<Identifier, ?> of) {
        var some = new TreeMap<>(map);
        some.keySet().retainAll(of.keySet());
        return some;
    }

    private static Optional<Wish> later(Optional<Wish> one, Optional<Wish> other) {
        if (one.isEmpty()) return other;
        return other.isEmpty() ? one : Optional.of(one.get().later(other.get()));
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
        out.count(owned.size());
        owned.forEach((identifier, epoch) -> {
            identifier.write(out);
            out.count(epoch);
            out.optional(Optional.ofNullable(since.get(identifier)), (at, to) -> to.instant(at));
        });
        out.map(used, Identifier::write, Stamp::write);
        out.map(asked, Identifier::write, Asked::write);
        out.list(absorbed, CustomerRef::write);
        out.optional(wish, Wish::write);
        apart.write(out);
    }

    /**
     * Reads what {@link #write} made.
     *
     * @param version of the stored form around it; 1 has no times, causes and wishes, and before 4 nobody was apart
     */
    public static Links read(ByteReader in, int version) {
        if (version == 1) return readFirst(in);
        Links second = readSecond(in);
        return version < 4 ? second : second.apart(Apart.read(in));
    }

    private Links apart(Apart other) {
        return new Links(self, owned, since, used, asked, absorbed, wish, other);
    }

    private record Owned(Identifier identifier, long epoch, Optional<Instant> since) {
        static Owned read(ByteReader in) {
            return new Owned(Identifier.read(in), in.count(), in.optional(ByteReader::instant));
        }
    }

    private static Links readSecond(ByteReader in) {
        CustomerRef self = CustomerRef.read(in);
        var owned = new TreeMap<Identifier, Long>();
        var since = new TreeMap<Identifier, Instant>();
        for (Owned one : in.list(Owned::read)) {
            owned.put(one.identifier, one.epoch);
            one.since.ifPresent(at -> since.put(one.identifier, at));
        }
        return new Links(
                self,
                owned,
                since,
                in.sortedMap(Identifier::read, Stamp::read),
                in.sortedMap(Identifier::read, Asked::read),
                new TreeSet<>(in.list(CustomerRef::read)),
                in.optional(Wish::read),
                Apart.NOBODY);
    }

    private static Links readFirst(ByteReader in) {
        return new Links(
                CustomerRef.read(in),
                in.sortedMap(Identifier::read, from -> (long) from.count()),
                new TreeMap<>(),
                in.sortedMap(Identifier::read, Stamp::read),
                in.sortedMap(Identifier::read, Asked::readFirst),
                new TreeSet<>(in.list(CustomerRef::read)),
                Optional.empty(),
                Apart.NOBODY);
    }
}
