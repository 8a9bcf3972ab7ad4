package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Definitions;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.value.Value;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Users that are said to be one, in every interleaving with what else names them. */
class ExplicitMergeTest {
    private static final boolean LONG = Boolean.getBoolean("carillon.long");
    private static final int STATES_MAX = 500_000;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Identifier U1 = user("1");
    private static final Identifier U2 = user("2");
    private static final Identifier U3 = user("3");
    private static final Identifier MAIL = new Identifier(IdentifierKind.EMAIL, "jane@x.org");
    private static final Identifier DEVICE = new Identifier(IdentifierKind.DEVICE, "d1");
    private static final PersonKind PERSONS = new PersonKind();

    private record Shape(EventType type, List<Identifier> identifiers) {}

    private static final List<Shape> SHAPES = List.of(
            said(U1, U2),
            said(U2, U1),
            said(U2, U3),
            said(U3, U1),
            named(U1, MAIL),
            named(U2, MAIL),
            named(U1, DEVICE),
            named(U2, DEVICE),
            named(MAIL, DEVICE));

    @Test
    void everyoneSaidToBeOneIsOneInEveryInterleavingOfTwoEvents() {
        explore(2, 1);
    }

    @Test
    void everyoneSaidToBeOneIsOneInEveryInterleavingOfThreeEvents() {
        explore(3, LONG ? 1 : 5);
    }

    @Test
    void everyoneSaidToBeOneIsOneInEveryInterleavingOfSomeFourEvents() {
        explore(4, LONG ? 13 : 601);
    }

    private static void explore(int length, int stride) {
        int streams = (int) StrictMath.pow(SHAPES.size(), length);
        long states = 0;
        for (int stream = 0; stream < streams; stream += stride) {
            var events = new ArrayList<Event>();
            for (int i = 0, rest = stream; i < length; i++, rest /= SHAPES.size()) {
                events.add(event(i + 1, SHAPES.get(rest % SHAPES.size())));
            }
            states += explore(events);
        }
        if (LONG) System.out.printf("explicit merges, %d events, each %d.: %d states%n", length, stride, states);
        assertThat(states).isGreaterThan(streams / stride);
    }

    private static long explore(List<Event> events) {
        var addresses = new Addresses("http://localhost", new SecretKey(Bytes.wrap(new byte[32])));
        var host = new SimulatedHost<>(
                List.of(PERSONS, new EndpointKind(), new QualityKind()),
                new Knowledge(1, Definitions.NONE, List.of(), addresses),
                NOON.plusSeconds(3_600),
                Settings.calm(0).handlingOnce());
        for (Event event : events) {
            host.submit(
                    event.strongest().address(),
                    Lane.BULK,
                    _ -> new PersonMessage.Received(event, ReplyTo.NOBODY),
                    _ -> {});
        }
        try {
            return new Explorer<Knowledge>(STATES_MAX, _ -> {}, end -> atRest(end, events))
                    .explore(host, List.of())
                    .states();
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(events, broken.getMessage()), broken);
        }
    }

    private static void atRest(SimulatedHost<Knowledge> host, List<Event> events) {
        SortedMap<Identifier, Root> holders = new TreeMap<>();
        events.stream()
                .flatMap(event -> event.identifiers().stream())
                .distinct()
                .forEach(identifier -> {
                    Root holder = holder(host, identifier);
                    holders.put(identifier, holder);
                    assertThat(holder.links().asked().values())
                            .as("claims of %s", holder.links().self())
                            .allMatch(asked -> asked.refusedAt().isPresent());
                });
        var one = new UnionOfUsers(events);
        holders.forEach((identifier, holder) -> {
            if (identifier.kind() != IdentifierKind.USER) return;
            assertThat(holder.links().self().bornAt())
                    .as("customer of %s", identifier)
                    .isEqualTo(one.of(identifier));
        });
    }

    /** Who holds it: its row leads there, along merges that go up, and the holder has it at the row's epoch. */
    private static Root holder(SimulatedHost<Knowledge> host, Identifier identifier) {
        Person person = person(host, identifier);
        CustomerRef at = person.identifier().owner().orElseThrow();
        while (person(host, at.bornAt()).born().get(at.generation()) instanceof Role.Merged(var into)) {
            assertThat(into.isStrongerThan(at)).isTrue();
            at = into;
        }
        assertThat(person.identifier().owner()).as("row of %s", identifier).contains(at);
        if (!(person(host, at.bornAt()).born().get(at.generation()) instanceof Role.Is(var root))) {
            throw new AssertionError(at + " leads nowhere");
        }
        assertThat(root.links().owned())
                .containsEntry(identifier, person.identifier().epoch());
        return root;
    }

    private static Person person(SimulatedHost<Knowledge> host, Identifier identifier) {
        return host.state(identifier.address()).map(PERSONS.states()::decode).orElseThrow();
    }

    /** Each user's strongest that is said to be the same; no user is the same by anything else. */
    private static final class UnionOfUsers {
        private final SortedMap<Identifier, Identifier> strongest = new TreeMap<>();

        UnionOfUsers(List<Event> events) {
            for (Event event : events) {
                if (event.type() != EventType.ALIAS) continue;
                Identifier one = of(event.identifiers().getFirst());
                Identifier other = of(event.identifiers().getLast());
                Identifier both = one.compareTo(other) < 0 ? one : other;
                strongest.put(one, one);
                strongest.put(other, other);
                strongest.replaceAll((_, old) -> old.equals(one) || old.equals(other) ? both : old);
                event.identifiers().forEach(user -> strongest.put(user, both));
            }
        }

        Identifier of(Identifier user) {
            return Optional.ofNullable(strongest.get(user)).orElse(user);
        }
    }

    private static Identifier user(String id) {
        return new Identifier(IdentifierKind.USER, id);
    }

    private static Shape said(Identifier wished, Identifier previous) {
        return new Shape(EventType.ALIAS, List.of(wished, previous));
    }

    private static Shape named(Identifier... identifiers) {
        return new Shape(EventType.IDENTIFY, List.of(identifiers));
    }

    private static Event event(int second, Shape shape) {
        Value.Fields properties = shape.type == EventType.ALIAS
                ? Value.Fields.NONE.with(
                        "previousId", Value.of(shape.identifiers.getLast().value()))
                : Value.Fields.NONE;
        return new Event(
                new MessageId("m" + second),
                shape.type,
                shape.type.word(),
                NOON.plusSeconds(second),
                NOON.plusSeconds(3_600),
                "site",
                shape.identifiers,
                properties,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }
}
