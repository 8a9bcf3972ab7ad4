package io.carillon.testkit.identity;

import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Identifiers are one person when a chain of events links them. */
final class UnionFind {
    private final SortedMap<Identifier, Identifier> parents = new TreeMap<>();

    UnionFind(Collection<Event> events) {
        for (Event event : events) {
            for (Identifier identifier : event.identifiers()) {
                parents.putIfAbsent(identifier, identifier);
                parents.put(find(identifier), find(event.strongest()));
            }
        }
    }

    private Identifier find(Identifier identifier) {
        Identifier at = identifier;
        while (true) {
            Identifier parent = parents.getOrDefault(at, at);
            if (parent.equals(at)) return at;
            at = parent;
        }
    }

    /** All identifiers of the same person. */
    SortedSet<Identifier> component(Identifier identifier) {
        var same = new TreeSet<Identifier>();
        for (Identifier other : parents.keySet()) {
            if (find(other).equals(find(identifier))) same.add(other);
        }
        return same;
    }

    /** Whether two users meet. */
    boolean isContested() {
        return parents.keySet().stream()
                .anyMatch(identifier -> component(identifier).stream()
                                .filter(other -> other.kind() == IdentifierKind.USER)
                                .count()
                        > 1);
    }
}
