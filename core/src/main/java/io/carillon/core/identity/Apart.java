package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Customers of whom a person said that they are somebody else: no event merges the two again. Each of the two keeps the
 * other, and so does whoever absorbs one of them.
 */
public record Apart(SortedSet<CustomerRef> from) {
    public static final Apart NOBODY = new Apart(Collections.emptySortedSet());

    public Apart {
        from = Collections.unmodifiableSortedSet(from);
    }

    public static Apart of(CustomerRef customer) {
        return NOBODY.and(customer);
    }

    boolean isEmpty() {
        return from.isEmpty();
    }

    public boolean has(CustomerRef customer) {
        return from.contains(customer);
    }

    /** Whether the other is one of them, or has absorbed one. */
    boolean meets(CustomerRef other, Collection<CustomerRef> absorbed) {
        return !from.isEmpty() && (from.contains(other) || absorbed.stream().anyMatch(this::has));
    }

    /** Whoever was born at an identifier, the latest. */
    Optional<CustomerRef> bornAt(Identifier identifier) {
        CustomerRef latest = null;
        for (CustomerRef one : from) if (one.bornAt().equals(identifier)) latest = one;
        return Optional.ofNullable(latest);
    }

    Apart and(CustomerRef customer) {
        return and(Apart.from(Collections.singleton(customer)));
    }

    Apart and(Collection<CustomerRef> customers) {
        return and(Apart.from(customers));
    }

    Apart and(Apart other) {
        if (other.from.isEmpty()) return this;
        var all = new TreeSet<>(from);
        all.addAll(other.from);
        return new Apart(all);
    }

    Apart without(Collection<CustomerRef> others) {
        if (from.isEmpty()) return this;
        var rest = new TreeSet<>(from);
        rest.removeAll(others);
        return new Apart(rest);
    }

    private static Apart from(Collection<CustomerRef> customers) {
        return new Apart(new TreeSet<>(customers));
    }

    public void write(ByteWriter out) {
        out.list(from, CustomerRef::write);
    }

    public static Apart read(ByteReader in) {
        return from(in.list(CustomerRef::read));
    }
}
