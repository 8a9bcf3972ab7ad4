package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.IdentifierLimits;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Input;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Limits per kind and refusals that are kept, in every interleaving of small histories and at random in larger ones. */
class LimitsTest {
    private static final boolean LONG = Boolean.getBoolean("carillon.long");
    private static final int STATES_MAX = 500_000;
    private static final int REFUSALS_MAX = 16;
    private static final Identifier E2 = new Identifier(IdentifierKind.EMAIL, "joe@x.org");
    private static final IdentifierLimits ONE_EMAIL = IdentifierLimits.DEFAULT.with(
            IdentifierKind.EMAIL, List.of(new IdentifierLimits.Limit(1, Optional.empty())));
    private static final List<List<Identifier>> SHAPES =
            Histories.shapes(List.of(Histories.U1, Histories.U2, Histories.E1, E2, Histories.A1));

    @Test
    void theLawsOfStructureHoldAtALimitInEveryInterleaving() {
        long states = 0;
        int streams = 0;
        for (int i = 0; i < SHAPES.size() * SHAPES.size() * SHAPES.size(); i += LONG ? 1 : 149) {
            List<Event> events = stream(i);
            states += explore(events, ONE_EMAIL, List.of());
            streams++;
        }

        report("one e-mail each", streams, states);
        assertThat(states).isGreaterThan(100);
    }

    @Test
    void aRefusalThatIsAskedAgainAfterADayLeavesNothingOpenAtAnyMoment() {
        Duration day = Duration.ofHours(25);
        List<Input<Knowledge>> days =
                List.of(Input.of("a day passes", host -> host.clock(host.now().plus(day))));
        long states = 0;
        int streams = 0;
        for (int i = 0; i < SHAPES.size() * SHAPES.size() * SHAPES.size(); i += LONG ? 7 : 401) {
            states += explore(stream(i), IdentifierLimits.DEFAULT, List.of(days));
            streams++;
        }

        report("a day passes", streams, states);
        assertThat(states).isGreaterThan(100);
    }

    /** Two users who name twenty e-mails, most of which are the other's, again and again for days. */
    @Test
    void noMoreThanSixteenRefusalsAreKeptAndEachIsAskedForAgain() {
        Seeds.forAll(300, LimitsTest::quarrel, Shrinker.lists(), (events, seed) -> {
            SimulatedHost<Knowledge> host = Histories.host(Settings.calm(seed));
            var chance = new Chance(seed);
            for (Event event : events) {
                Histories.submit(host, event);
                for (int steps = chance.between(0, 6); steps > 0 && host.step(chance); steps--) {}
                if (chance.chance(0.1)) host.clock(host.now().plus(Duration.ofHours(13)));
            }
            host.rest();

            atRest(new Laws(events), host);
            for (Root root : new Laws(events).picture(Seen.in(host)).roots().values()) {
                assertThat(root.links().asked().values())
                        .filteredOn(asked -> asked.refusedAt().isPresent())
                        .hasSizeLessThanOrEqualTo(REFUSALS_MAX);
            }
        });
    }

    private static List<Event> quarrel(Chance chance) {
        var events = new ArrayList<Event>();
        int count = chance.between(5, 60);
        for (int i = 0; i < count; i++) {
            var identifiers = new TreeSet<Identifier>();
            identifiers.add(chance.pick(List.of(Histories.U1, Histories.U2)));
            chance.list(0, 3, some -> some.between(1, 20))
                    .forEach(number ->
                            identifiers.add(new Identifier(IdentifierKind.EMAIL, "e%d@x.org".formatted(number))));
            events.add(Histories.event(i + 1, List.copyOf(identifiers)));
        }
        return events;
    }

    private static List<Event> stream(int index) {
        var events = new ArrayList<Event>();
        int rest = index;
        for (int i = 0; i < 3; i++) {
            events.add(Histories.event(i + 1, SHAPES.get(rest % SHAPES.size())));
            rest /= SHAPES.size();
        }
        return events;
    }

    private static long explore(List<Event> events, IdentifierLimits limits, List<List<Input<Knowledge>>> inputs) {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(0).handlingOnce(), limits);
        events.forEach(event -> Histories.submit(host, event));
        var laws = new Laws(events);
        try {
            return new Explorer<Knowledge>(STATES_MAX, one -> laws.always(Seen.in(one)), one -> {
                        atRest(laws, one);
                        nobodyGainedPastTheLimit(laws, one, limits);
                    })
                    .explore(host, inputs)
                    .states();
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(events, broken.getMessage()), broken);
        }
    }

    private static void atRest(Laws laws, SimulatedHost<Knowledge> host) {
        assertThat(host.parked(1)).isEmpty();
        Picture picture = laws.picture(Seen.in(host));
        laws.always(Seen.in(host));
        laws.everyEventIsThere(picture);
        Laws.noClaimIsOpen(picture);
        laws.everyProfileIsThatOfItsEvents(picture);
        picture.rows()
                .forEach((identifier, role) -> role.owner()
                        .ifPresent(
                                owner -> assertThat(picture.root(owner).links().owned())
                                        .as("owned by %s", owner)
                                        .containsEntry(identifier, role.epoch())));
    }

    /** Whoever absorbed nobody gained one by one. */
    private static void nobodyGainedPastTheLimit(Laws laws, SimulatedHost<Knowledge> host, IdentifierLimits limits) {
        for (Root root : laws.picture(Seen.in(host)).roots().values()) {
            if (!root.links().absorbed().isEmpty()) continue;
            for (IdentifierKind kind : IdentifierKind.values()) {
                assertThat(limits.passed(kind, root.links().count(kind)))
                        .as("%s of %s", kind, root.links())
                        .isEmpty();
            }
        }
    }

    private static void report(String what, int streams, long states) {
        if (LONG) System.out.printf("limits, %s: %d streams, %d states%n", what, streams, states);
    }
}
