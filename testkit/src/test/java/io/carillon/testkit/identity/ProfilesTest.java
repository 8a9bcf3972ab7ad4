package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.person.Profile;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final List<Event> LIFE = List.of(
            saying("m1", 1, "Ada", Histories.A1),
            saying("m2", 2, "Ada L.", Histories.U1, Histories.A1),
            saying("m3", 3, "Jane", Histories.U1, Histories.E1),
            saying("m4", 4, "Janet", Histories.E1, Histories.D1),
            saying("m5", 4, "Jane the latest", Histories.D1));

    @Test
    void traitsKeepTheLatestValueWhateverTheOrderOfArrival() {
        Profile expected = Profile.EMPTY;
        for (Event event : LIFE) expected = expected.with(event);
        Profile inOrder = expected;

        Seeds.forAll(500, chance -> chance.shuffled(LIFE), (events, seed) -> {
            SimulatedHost<Knowledge> host = Histories.host(Settings.calm(seed));
            var chance = new Chance(seed);
            for (Event event : events) {
                Histories.submit(host, event);
                for (int steps = chance.between(0, 4); steps > 0 && host.step(chance); steps--) {}
            }
            host.rest();

            assertThat(customer(host, Histories.U1).customer().profile()).isEqualTo(inOrder);
        });
        assertThat(inOrder.value("firstName"))
                .contains(Histories.traits(List.of("firstName"), "Jane the latest")
                        .fields()
                        .get("firstName"));
    }

    @Test
    void theSplitKeyDrawnForAVisitorStaysWhenTheySignUp() {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(1));
        Histories.submit(host, Histories.event(1, Histories.A1));
        host.rest();
        String drawn = customer(host, Histories.A1).customer().splitKey().value();

        host.clock(host.now().plus(Duration.ofDays(1)));
        Histories.submit(host, Histories.event(2, Histories.U1, Histories.A1));
        host.rest();

        assertThat(customer(host, Histories.U1).customer().splitKey().value()).isEqualTo(drawn);
    }

    @Test
    void aVisitorOnAnotherDeviceTakesTheSplitKeyOfTheCustomerBornEarlier() {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(1));
        Histories.submit(host, Histories.event(1, Histories.U1));
        host.rest();
        String drawn = customer(host, Histories.U1).customer().splitKey().value();

        host.clock(host.now().plus(Duration.ofDays(1)));
        Histories.submit(host, Histories.event(2, Histories.A1));
        Histories.submit(host, Histories.event(3, Histories.U1, Histories.A1));
        host.rest();

        assertThat(customer(host, Histories.A1).customer().splitKey().value()).isEqualTo(drawn);
    }

    private static Root customer(SimulatedHost<Knowledge> host, Identifier identifier) {
        Picture picture = Picture.of(Seen.in(host), Histories.identifiers(LIFE));
        return picture.root(picture.ownerOf(identifier).orElseThrow());
    }

    private static Event saying(String id, int second, String firstName, Identifier... identifiers) {
        return Histories.event(
                id,
                Histories.NOON.plusSeconds(second),
                List.of(identifiers),
                Histories.traits(List.of("firstName"), firstName));
    }
}
