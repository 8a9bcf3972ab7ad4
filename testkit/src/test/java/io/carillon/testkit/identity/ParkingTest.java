package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.Addresses;
import io.carillon.core.entity.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.ParkId;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event whose business part fails, because it makes more choices than a person may have while its topics exist. */
class ParkingTest {
    private static final int TOPICS = Consents.CHOICES_MAX / Channel.values().length + 1;

    private final Event poison = Histories.event("m1", Histories.NOON, List.of(Histories.A1), tooManyChoices());
    private final SimulatedHost<Knowledge> host = Histories.host(Settings.calm(1));

    @BeforeEach
    void handleThePoison() {
        host.publish(knowledge(topics()));
        submit(poison);
        assertThat(host.parked(9)).hasSize(1);
        assertThat(firstNames(Histories.A1)).isEmpty();
    }

    @Test
    void aReDrivenEventIsInTheHistoryOnce() {
        host.publish(knowledge(Map.of()));

        redrive();

        assertThat(firstNames(Histories.A1)).containsExactly("Ada");
        assertThat(marks(Histories.A1)).isEmpty();
        assertThat(rowsOf(poison)).isEqualTo(1);
    }

    @Test
    void anEventThatFailsAgainCanBeReDrivenOnceMore() {
        redrive();
        assertThat(marks(Histories.A1)).hasSize(1);
        host.publish(knowledge(Map.of()));

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
        host.publish(knowledge(Map.of()));

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
        host.publish(knowledge(Map.of()));
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
        return Picture.of(host, List.of(Histories.U1, Histories.U2, Histories.A1));
    }

    private static Knowledge knowledge(Map<TopicId, Topic> topics) {
        Knowledge.Definitions none = Knowledge.Definitions.NONE;
        var definitions = new Knowledge.Definitions(
                none.zone(),
                none.triggerMaxAge(),
                topics,
                none.channels(),
                none.messages(),
                none.segments(),
                none.journeys());
        return new Knowledge(1, definitions, List.of(), new Addresses("http://localhost", Histories.KEY));
    }

    private static Map<TopicId, Topic> topics() {
        var topics = new LinkedHashMap<TopicId, Topic>();
        for (int i = 0; i < TOPICS; i++) {
            var topic = new Topic(new TopicId("t" + i), "topic " + i, false);
            topics.put(topic.id(), topic);
        }
        return topics;
    }

    private static Value.Fields tooManyChoices() {
        var choices = new ArrayList<Value>();
        for (int i = 0; i < TOPICS; i++) {
            for (Channel channel : Channel.values()) {
                choices.add(new Value.Fields(Map.of(
                        "channel", Value.of(channel.word()),
                        "topic", Value.of("t" + i),
                        "subscribed", Value.of(true))));
            }
        }
        return Histories.traits(List.of("firstName"), "Ada").with("subscriptions", Value.of(choices));
    }
}
