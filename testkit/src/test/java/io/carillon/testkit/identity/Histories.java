package io.carillon.testkit.identity;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Definitions;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.IdentifierLimits;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.identity.Junk;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.value.Value;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Events and hosts for the laws of identity. */
final class Histories {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Identifier U1 = new Identifier(IdentifierKind.USER, "1");
    static final Identifier U2 = new Identifier(IdentifierKind.USER, "2");
    static final Identifier U3 = new Identifier(IdentifierKind.USER, "3");
    static final Identifier E1 = new Identifier(IdentifierKind.EMAIL, "jane@x.org");
    static final Identifier D1 = new Identifier(IdentifierKind.DEVICE, "d1");
    static final Identifier A1 = new Identifier(IdentifierKind.ANONYMOUS, "a1");

    /** Every event of one or two of the five identifiers, but none that names both users. */
    static final List<List<Identifier>> SHAPES = shapes(List.of(U1, U2, E1, D1, A1));

    static final SecretKey KEY = new SecretKey(Bytes.wrap(new byte[32]));

    private Histories() {}

    /** Two users are one: the first is the former id of the second. */
    static Event alias(int second, Identifier former, Identifier user) {
        return new Event(
                new MessageId("m" + second),
                EventType.ALIAS,
                "alias",
                NOON.plusSeconds(second),
                NOON.plusSeconds(3_600),
                "site",
                List.of(former, user),
                Value.of(Map.of("previousId", Value.of(former.value()))),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    static List<List<Identifier>> shapes(List<Identifier> identifiers) {
        var shapes = new ArrayList<List<Identifier>>();
        for (int i = 0; i < identifiers.size(); i++) {
            shapes.add(List.of(identifiers.get(i)));
            for (int j = i + 1; j < identifiers.size(); j++) {
                if (identifiers.get(j).kind() != IdentifierKind.USER) {
                    shapes.add(List.of(identifiers.get(i), identifiers.get(j)));
                }
            }
        }
        return shapes;
    }

    static int streams(int length) {
        int streams = 1;
        for (int i = 0; i < length; i++) streams *= SHAPES.size();
        return streams;
    }

    /** Number {@code index} of the {@code 14^length} streams: events a second apart, in the order of their times. */
    static List<Event> stream(int index, int length) {
        var events = new ArrayList<Event>();
        int rest = index;
        for (int i = 0; i < length; i++) {
            events.add(event(i + 1, SHAPES.get(rest % SHAPES.size())));
            rest /= SHAPES.size();
        }
        return events;
    }

    static Event event(int second, Identifier... identifiers) {
        return event(second, List.of(identifiers));
    }

    /** Happened in that second after noon, and has that number. */
    static Event event(int second, List<Identifier> identifiers) {
        return event("m" + second, NOON.plusSeconds(second), identifiers, Value.Fields.NONE);
    }

    static Event event(String id, Instant occurredAt, List<Identifier> identifiers, Value.Fields traits) {
        return new Event(
                new MessageId(id),
                EventType.IDENTIFY,
                "identify",
                occurredAt,
                NOON.plusSeconds(3_600),
                "site",
                identifiers,
                Value.Fields.NONE,
                traits,
                Value.Fields.NONE);
    }

    static Value.Fields traits(List<String> names, String value) {
        var fields = new LinkedHashMap<String, Value>();
        for (String name : names) fields.put(name, Value.of(value));
        return new Value.Fields(fields);
    }

    static SortedSet<Identifier> identifiers(Collection<Event> events) {
        var all = new TreeSet<Identifier>();
        events.forEach(event -> all.addAll(event.identifiers()));
        return all;
    }

    /** For an explorer. */
    static Consumer<SimulatedHost<Knowledge>> always(Laws laws) {
        return host -> laws.always(Seen.in(host));
    }

    /** For an explorer. */
    static Consumer<SimulatedHost<Knowledge>> atRest(Laws laws) {
        return host -> {
            if (!host.parked(1).isEmpty()) throw new AssertionError("parked: " + host.parked(1));
            laws.atRest(Seen.in(host));
        };
    }

    static SimulatedHost<Knowledge> host(Settings settings) {
        return host(settings, IdentifierLimits.DEFAULT);
    }

    static SimulatedHost<Knowledge> host(Settings settings, IdentifierLimits limits) {
        Definitions none = Definitions.NONE;
        var rules = new IdentityRules(Optional.empty(), limits, Junk.DEFAULT);
        Definitions definitions = none.with(rules);
        var knowledge = new Knowledge(1, definitions, List.of(), new Addresses("http://localhost", KEY));
        return new SimulatedHost<>(
                List.of(new PersonKind(), new EndpointKind(), new QualityKind()),
                knowledge,
                NOON.plusSeconds(3_600),
                settings);
    }

    /** Nobody waits for the answer: the order of answers would only multiply what an explorer sees. */
    static void submit(SimulatedHost<Knowledge> host, Event event) {
        boolean taken = host.submit(
                event.strongest().address(),
                Lane.BULK,
                _ -> new PersonMessage.Received(event, ReplyTo.NOBODY),
                _ -> {});
        if (!taken) throw new IllegalStateException("no room");
    }
}
