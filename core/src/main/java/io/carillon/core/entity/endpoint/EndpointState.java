package io.carillon.core.entity.endpoint;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What holds at an endpoint, whoever uses it.
 *
 * @param withdrawn topics of which no marketing is wanted here, and since when
 * @param suppressed never to be sent to, and why
 * @param permitted messages that may be on their way: no outcome yet
 * @param recent what was permitted lately, newest last, at most {@value #RECENT_MAX}
 * @param owed withdrawals whose answer waits for outcomes, at most {@value #OWED_MAX}
 * @param customers who wanted to write here, the first {@value #CUSTOMERS_MAX}, by the name they had then
 */
public record EndpointState(
        SortedMap<TopicId, Instant> withdrawn,
        Optional<String> suppressed,
        SortedMap<DispatchId, Permitted> permitted,
        List<Recent> recent,
        List<Owed> owed,
        SortedSet<CustomerRef> customers) {
    public static final EndpointState NEW = new EndpointState(
            new TreeMap<>(), Optional.empty(), new TreeMap<>(), List.of(), List.of(), new TreeSet<>());
    static final int CUSTOMERS_MAX = 5;
    public static final int RECENT_MAX = 50;
    public static final int OWED_MAX = 100;

    /**
     * A grant without outcome.
     *
     * @param run the process in which its worker lives
     */
    public record Permitted(
            int attempt, long run, CustomerRef customer, Purpose purpose, Optional<TopicId> topic, Instant at) {}

    /** A message that was let out. */
    public record Recent(String intent, DispatchId dispatch, CustomerRef customer, Instant at) {}

    /** An answer that waits for these messages. */
    public record Owed(EndpointMessage.Withdraw withdrawal, SortedSet<DispatchId> waitsFor) {
        public Owed {
            waitsFor = Collections.unmodifiableSortedSet(waitsFor);
        }
    }

    public EndpointState {
        withdrawn = Collections.unmodifiableSortedMap(withdrawn);
        permitted = Collections.unmodifiableSortedMap(permitted);
        recent = List.copyOf(recent);
        owed = List.copyOf(owed);
        customers = Collections.unmodifiableSortedSet(customers);
    }

    EndpointState usedBy(CustomerRef customer) {
        if (customers.contains(customer) || customers.size() >= CUSTOMERS_MAX) return this;
        var more = new TreeSet<>(customers);
        more.add(customer);
        return new EndpointState(withdrawn, suppressed, permitted, recent, owed, more);
    }

    public EndpointState withdrawn(TopicId topic, Instant at) {
        var now = new TreeMap<>(withdrawn);
        now.merge(topic, at, (one, other) -> one.isAfter(other) ? one : other);
        return new EndpointState(now, suppressed, permitted, recent, owed, customers);
    }

    public EndpointState subscribed(TopicId topic, Instant at) {
        Instant since = withdrawn.get(topic);
        if (since == null || !at.isAfter(since)) return this;
        var now = new TreeMap<>(withdrawn);
        now.remove(topic);
        return new EndpointState(now, suppressed, permitted, recent, owed, customers);
    }

    EndpointState suppressed(String why) {
        return new EndpointState(withdrawn, Optional.of(why), permitted, recent, owed, customers);
    }

    EndpointState permitting(DispatchId dispatch, Permitted permit) {
        var now = new TreeMap<>(permitted);
        now.put(dispatch, permit);
        return new EndpointState(withdrawn, suppressed, now, recent, owed, customers);
    }

    EndpointState settled(DispatchId dispatch) {
        var now = new TreeMap<>(permitted);
        now.remove(dispatch);
        return new EndpointState(withdrawn, suppressed, now, recent, owed, customers);
    }

    /** It surely did not leave: another customer's message of the same intent is no repeat of it. */
    EndpointState withoutRecent(DispatchId dispatch) {
        return recent(
                recent.stream().filter(one -> !one.dispatch.equals(dispatch)).toList());
    }

    EndpointState recent(List<Recent> newRecent) {
        return new EndpointState(withdrawn, suppressed, permitted, newRecent, owed, customers);
    }

    EndpointState owing(List<Owed> newOwed) {
        return new EndpointState(withdrawn, suppressed, permitted, recent, newOwed, customers);
    }

    /** Stored form. */
    public enum Stored implements Codec<EndpointState> {
        ENDPOINTS;

        private static final int VERSION = 2;

        @Override
        public void write(EndpointState state, ByteWriter out) {
            out.u8(VERSION);
            out.map(state.withdrawn, (topic, to) -> to.text(topic.text()), (at, to) -> to.instant(at));
            out.optional(state.suppressed, (why, to) -> to.text(why));
            out.map(state.permitted, (id, to) -> to.text(id.text()), Stored::writePermitted);
            out.list(state.recent, (recent, to) -> {
                to.text(recent.intent);
                to.text(recent.dispatch.text());
                recent.customer.write(to);
                to.instant(recent.at);
            });
            out.list(state.owed, (owed, to) -> {
                EndpointCodec.MESSAGES.write(owed.withdrawal, to);
                to.list(owed.waitsFor, (id, ids) -> ids.text(id.text()));
            });
            out.list(state.customers, CustomerRef::write);
        }

        @Override
        public EndpointState read(ByteReader in) {
            int version = in.version("endpoint", VERSION);
            return new EndpointState(
                    in.sortedMap(from -> new TopicId(from.text()), ByteReader::instant),
                    in.optional(ByteReader::text),
                    in.sortedMap(from -> new DispatchId(from.text()), Stored::readPermitted),
                    in.list(from -> new Recent(
                            from.text(), new DispatchId(from.text()), CustomerRef.read(from), from.instant())),
                    in.list(Stored::readOwed),
                    version == 1 ? new TreeSet<>() : new TreeSet<>(in.list(CustomerRef::read)));
        }

        private static void writePermitted(Permitted permitted, ByteWriter out) {
            out.count(permitted.attempt);
            out.number(permitted.run);
            permitted.customer.write(out);
            out.constant(permitted.purpose);
            out.optional(permitted.topic, (topic, to) -> to.text(topic.text()));
            out.instant(permitted.at);
        }

        private static Permitted readPermitted(ByteReader in) {
            return new Permitted(
                    in.count(),
                    in.number(),
                    CustomerRef.read(in),
                    in.constant(Purpose.class),
                    in.optional(from -> new TopicId(from.text())),
                    in.instant());
        }

        private static Owed readOwed(ByteReader in) {
            if (!(EndpointCodec.MESSAGES.read(in) instanceof EndpointMessage.Withdraw withdrawal)) {
                throw new UnreadableException("an owed answer is of a withdrawal");
            }
            return new Owed(withdrawal, new TreeSet<>(in.list(from -> new DispatchId(from.text()))));
        }
    }
}
