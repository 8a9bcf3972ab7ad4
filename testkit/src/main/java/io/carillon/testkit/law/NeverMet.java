package io.carillon.testkit.law;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is whom when things happen one at a time and it is known from the beginning who is somebody else: no messages, no
 * epochs, no roles, no un-merge. A customer is named by the identifier that they were born at.
 */
final class NeverMet {
    /** Something that happens: an event, or something said to whoever was born at an identifier. */
    sealed interface Input {
        record Told(Event event) implements Input {}

        record Said(Identifier born) implements Input {}
    }

    /** Two who are apart until an input of that number. */
    record Pair(Identifier one, Identifier other) implements Comparable<Pair> {
        Pair {
            if (one.compareTo(other) > 0) {
                Identifier first = other;
                other = one;
                one = first;
            }
        }

        @Override
        public int compareTo(Pair that) {
            int order = one.compareTo(that.one);
            return order != 0 ? order : other.compareTo(that.other);
        }
    }

    private final SortedMap<Pair, Integer> apart;
    private final SortedMap<Identifier, Identifier> owners = new TreeMap<>();
    private final SortedMap<Identifier, Identifier> groups = new TreeMap<>();
    private final SortedMap<Identifier, Instant> births = new TreeMap<>();
    private final SortedMap<Identifier, Stamp> used = new TreeMap<>();
    private final SortedMap<MessageId, Identifier> history = new TreeMap<>();
    private final SortedMap<Integer, Identifier> said = new TreeMap<>();
    private final SortedSet<String> refused = new TreeSet<>();
    private final SortedSet<String> united = new TreeSet<>();
    private int now;

    private NeverMet(SortedMap<Pair, Integer> apart) {
        this.apart = apart;
    }

    static NeverMet after(List<Input> inputs, SortedMap<Pair, Integer> apart) {
        var oracle = new NeverMet(apart);
        for (Input input : inputs) {
            switch (input) {
                case Input.Told(var event) -> oracle.handle(event);
                case Input.Said(var born) -> oracle.said.put(oracle.now, born);
            }
            oracle.now++;
        }
        return oracle;
    }

    /** Identifier to customer. */
    SortedMap<Identifier, Identifier> owners() {
        return owners;
    }

    /** Event to customer. */
    SortedMap<MessageId, Identifier> history() {
        var today = new TreeMap<MessageId, Identifier>();
        history.forEach((event, born) -> today.put(event, group(born)));
        return today;
    }

    /** Number of what was said to customer. */
    SortedMap<Integer, Identifier> said() {
        var today = new TreeMap<Integer, Identifier>();
        said.forEach((number, born) -> today.put(number, group(born)));
        return today;
    }

    /**
     * Whether an event of a third one, who was refused an identifier in an earlier replay, or got no more than that, is one
     * with its owner in this one, as those who were one then are known to be two. An un-merge does not ask again for
     * whoever was refused: the next event does.
     */
    boolean hears(NeverMet earlier) {
        return !Collections.disjoint(united, earlier.refused);
    }

    /** Everybody born, and when. */
    SortedMap<Identifier, Instant> births() {
        return births;
    }

    SortedSet<Identifier> members(Identifier customer) {
        var members = new TreeSet<Identifier>();
        for (Identifier born : groups.keySet()) if (group(born).equals(customer)) members.add(born);
        return members;
    }

    Identifier group(Identifier born) {
        return groups.getOrDefault(born, born);
    }

    private void handle(Event event) {
        Identifier strongest = event.strongest();
        if (!owners.containsKey(strongest)) {
            owners.put(strongest, strongest);
            groups.put(strongest, strongest);
            births.put(strongest, event.receivedAt());
        }
        Identifier customer = owners.get(strongest);
        history.put(event.id(), customer);
        for (Identifier identifier : event.identifiers()) {
            customer = link(customer, identifier, event);
            if (namesUserOf(customer, event) && customer.equals(owners.get(identifier))) {
                used.merge(identifier, event.stamp(), Stamp::max);
            }
        }
    }

    private Identifier link(Identifier customer, Identifier identifier, Event event) {
        Identifier owner = owners.computeIfAbsent(identifier, _ -> customer);
        if (owner.equals(customer)) return customer;
        String what = event.id().text() + " " + identifier;
        Identifier after = link(customer, owner, identifier, event);
        if (group(customer).equals(group(owner))) united.add(what);
        else refused.add(what);
        return after;
    }

    private Identifier link(Identifier customer, Identifier owner, Identifier identifier, Event event) {
        boolean isSaid = event.type() == EventType.ALIAS && isUser(identifier);
        if (!isSaid && isUser(owner) && isUser(customer)) {
            if (mayMove(customer, identifier, event)) {
                owners.put(identifier, customer);
                used.remove(identifier);
            }
            return customer;
        }
        if (areApart(owner, customer)) return customer;
        return owner.compareTo(customer) < 0 ? join(customer, owner) : join(owner, customer);
    }

    private boolean areApart(Identifier one, Identifier other) {
        for (Identifier left : members(one)) {
            for (Identifier right : members(other)) {
                if (apart.getOrDefault(new Pair(left, right), -1) > now) return true;
            }
        }
        return false;
    }

    private boolean mayMove(Identifier customer, Identifier identifier, Event event) {
        boolean movable = identifier.kind() == IdentifierKind.DEVICE || identifier.kind() == IdentifierKind.ANONYMOUS;
        Stamp last = used.get(identifier);
        return movable
                && namesUserOf(customer, event)
                && (last == null || event.stamp().isAfter(last));
    }

    private Identifier join(Identifier weaker, Identifier stronger) {
        owners.replaceAll((_, owner) -> owner.equals(weaker) ? stronger : owner);
        groups.replaceAll((_, group) -> group.equals(weaker) ? stronger : group);
        return stronger;
    }

    private boolean namesUserOf(Identifier customer, Event event) {
        return event.identifiers().stream()
                .anyMatch(identifier -> isUser(identifier) && customer.equals(owners.get(identifier)));
    }

    private static boolean isUser(Identifier identifier) {
        return identifier.kind() == IdentifierKind.USER;
    }
}
