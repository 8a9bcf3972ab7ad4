package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Generator;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LargeHistoriesTest {
    private static final List<Identifier> USERS = of(IdentifierKind.USER, "1", "2", "3");
    private static final List<Identifier> OTHERS = others();
    private static final int EVENTS_MIN = 3;
    private static final int EVENTS_MAX = 12;

    @Test
    void theLawsHoldInAnyOrderWithCrashesAndRepeats() {
        Seeds.forAll(LargeHistoriesTest::history, Shrinker.lists(), LargeHistoriesTest::weather);
    }

    @Test
    void anyOrderOfOneUsersEventsIsUnionFind() {
        Seeds.forAll(LargeHistoriesTest::ofOneUser, Shrinker.lists(), (events, seed) -> {
            assertThat(new Laws(events).isContested()).isFalse();

            weather(events, seed);
        });
    }

    @Test
    void oneAtATimeIsTheOracleAlsoWhenTheOldArrivesLate() {
        Seeds.forAll(LargeHistoriesTest::pairs, Shrinker.lists(), (events, _) -> OneAtATimeTest.check(events));
    }

    private static void weather(List<Event> events, long seed) {
        if (events.isEmpty()) return;
        var laws = new Laws(events);
        var chance = new Chance(seed);
        var births = new Births();
        SimulatedHost<Knowledge> host = Histories.host(Settings.stormy(seed).withWakeUpsLast(true));
        for (Event event : events) {
            Histories.submit(host, event);
            for (int steps = chance.between(0, 8); steps > 0 && host.step(chance); steps--) {
                laws.always(host);
                births.note(laws.picture(host));
            }
            host.clock(host.now().plus(Duration.ofSeconds(chance.between(0, 60))));
        }
        run(host, chance, laws, births);
        // A crash may have lost what was not answered: whoever waits for an answer sends it again.
        events.forEach(event -> Histories.submit(host, event));
        run(host, chance, laws, births);
        // The last crash may have lost some again.
        if (laws.picture(host).history().size() < events.size()) {
            SimulatedHost<Knowledge> calm = host;
            events.forEach(event -> Histories.submit(calm, event));
            while (!calm.deliverable().isEmpty()) {
                calm.deliver(chance.pick(calm.deliverable()));
                births.note(laws.picture(calm));
            }
        }
        laws.atRest(host);
        births.everySplitKeyIsThatOfTheFirstBorn(laws.picture(host));
    }

    private static void run(SimulatedHost<Knowledge> host, Chance chance, Laws laws, Births births) {
        while (host.step(chance)) {
            laws.always(host);
            births.note(laws.picture(host));
        }
    }

    /** Events of one to three identifiers, at most one of them a user, whose times have nothing to do with their order. */
    private static List<Event> history(Chance chance) {
        return events(chance, USERS, 3);
    }

    private static List<Event> ofOneUser(Chance chance) {
        return events(chance, USERS.subList(0, 1), 4);
    }

    /** One at a time: where more than one claim of an event without a user is under way, the first to arrive decides. */
    private static List<Event> pairs(Chance chance) {
        return events(chance, USERS, 2);
    }

    private static List<Event> events(Chance chance, List<Identifier> users, int identifiersMax) {
        Generator<List<Identifier>> named = choices -> {
            var identifiers = new TreeSet<>(choices.list(0, identifiersMax - 1, c -> c.pick(OTHERS)));
            if (identifiers.isEmpty() || choices.chance(0.5)) identifiers.add(choices.pick(users));
            return List.copyOf(identifiers);
        };
        var events = new ArrayList<Event>();
        int count = chance.between(EVENTS_MIN, EVENTS_MAX);
        for (int i = 0; i < count; i++) {
            var traits = chance.list(0, 2, c -> c.pick(List.of("firstName", "city", "plan")));
            events.add(Histories.event(
                    "m" + i,
                    Histories.NOON.plusSeconds(chance.between(0, EVENTS_MAX)),
                    named.from(chance),
                    Histories.traits(traits, "said by m" + i)));
        }
        return events;
    }

    private static List<Identifier> others() {
        var others = new ArrayList<Identifier>();
        others.addAll(of(IdentifierKind.EMAIL, "jane@x.org", "joe@x.org"));
        others.addAll(of(IdentifierKind.DEVICE, "d1", "d2"));
        others.addAll(of(IdentifierKind.ANONYMOUS, "a1", "a2", "a3"));
        return others;
    }

    private static List<Identifier> of(IdentifierKind kind, String... values) {
        return List.of(values).stream()
                .map(value -> new Identifier(kind, value))
                .toList();
    }
}
