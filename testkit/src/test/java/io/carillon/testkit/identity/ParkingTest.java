package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Definitions;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.ParkId;
import io.carillon.core.value.Value;
import io.carillon.testkit.PoisonedKind;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event whose business part fails, for as long as the poison works. */
class ParkingTest {
    private final Event poison = Histories.event(
            "m1", Histories.NOON, List.of(Histories.A1), new Value.Fields(Map.of("firstName", Value.of("Ada"))));
    private boolean poisonous = true;
    private final SimulatedHost<Knowledge> host = new SimulatedHost<>(
            List.of(
                    new PoisonedKind<>(
                            new PersonKind(),
                            message -> poisonous && message.toString().contains("id=m1,")),
                    new EndpointKind(),
                    new QualityKind()),
            new Knowledge(1, Definitions.NONE, List.of(), new Addresses("http://localhost", Histories.KEY)),
            Histories.NOON.plusSeconds(3_600),
            Settings.calm(1));

    @BeforeEach
    void handleThePoison() {
        submit(poison);
        assertThat(host.parked(9)).hasSize(1);
        assertThat(firstNames(Histories.A1)).isEmpty();
    }

    @Test
    void aReDrivenEventIsInTheHistoryOnce() {
        poisonous = false;

        redrive();

        assertThat(firstNames(Histories.A1)).containsExactly("Ada");
        assertThat(marks(Histories.A1)).isEmpty();
        assertThat(rowsOf(poison)).isEqualTo(1);
    }

    @Test
    void anEventThatFailsAgainCanBeReDrivenOnceMore() {
        redrive();
        assertThat(marks(Histories.A1)).hasSize(1);
        poisonous = false;

        redrive();

        assertThat(firstNames(Histories.A1)).containsExactly("Ada");
        assertThat(marks(Histories.A1)).isEmpty();
        assertThat(rowsOf(poison)).isEqualTo(1);
    }

    @Test
    void anEventThatFailsAgainCanBeDismissed() {
        redrive();

        host.dismiss(parked());
        host.rest();

        assertThat(marks(Histories.A1)).isEmpty();
        assertThat(host.parked(9)).isEmpty();
    }

    @Test
    void afterAMergeAReDrivenEventIsThatOfWhoeverAbsorbedItsCustomer() {
        submit(Histories.event(2, Histories.U1, Histories.A1));
        submit(Histories.event(3, Histories.U2, Histories.A1)); // a1 is another's now, its history is not
        redrive(); // fails again, at another address
        redrive();
        assertThat(marks(Histories.U1)).hasSize(1);
        poisonous = false;

        redrive();

        assertThat(firstNames(Histories.U1)).containsExactly("Ada");
        assertThat(firstNames(Histories.U2)).isEmpty();
        assertThat(marks(Histories.U1)).isEmpty();
        assertThat(rowsOf(poison)).isEqualTo(1);
    }

    @Test
    void aReDriveFollowsAMergeAndWorksOnce() {
        redrive();
        ParkId failed = parked();
        poisonous = false;
        submit(Histories.event(2, Histories.U1, Histories.A1));

        host.redrive(failed);
        host.redrive(failed);
        host.rest();

        assertThat(firstNames(Histories.U1)).containsExactly("Ada");
        assertThat(rowsOf(poison)).isEqualTo(1);
        assertThat(host.parked(9)).isEmpty();
    }

    private void submit(Event event) {
        Histories.submit(host, event);
        host.rest();
    }

    private void redrive() {
        host.redrive(parked());
        host.rest();
    }

    private ParkId parked() {
        return host.parked(1).getFirst().id();
    }

    private List<String> marks(Identifier identifier) {
        Picture picture = picture();
        return List.copyOf(picture.root(picture.ownerOf(identifier).orElseThrow())
                .customer()
                .parked());
    }

    private List<String> firstNames(Identifier identifier) {
        Picture picture = picture();
        return picture
                .root(picture.ownerOf(identifier).orElseThrow())
                .customer()
                .profile()
                .values()
                .text("firstName")
                .stream()
                .toList();
    }

    private int rowsOf(Event event) {
        return picture().history().getOrDefault(event.id(), List.of()).size();
    }

    private Picture picture() {
        return Picture.of(Seen.in(host), List.of(Histories.U1, Histories.U2, Histories.A1));
    }
}
