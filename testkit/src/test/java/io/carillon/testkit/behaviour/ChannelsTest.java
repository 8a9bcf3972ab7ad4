package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.InWords;
import io.carillon.core.person.Channel;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.testkit.SimulatedProvider.Behaviour;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a person is written to, when a message could go out on several channels. */
class ChannelsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkspaceFiles FILES = WorkspaceFiles.smallest()
            .with("channels/sms.yaml", "channel: sms\nprovider: sandbox\n")
            .with("channels/push.yaml", "channel: push\nprovider: sandbox\n")
            .changing(
                    "messages/cart-reminder.yaml",
                    "channels:",
                    "channels:\n  push: {body: Still yours}\n  sms: {body: Still yours}");

    private int carts;

    // In Berlin it is 10:00, and the reminder is due at 11:00.
    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(FILES)
            .identify("user:ada email:ada@example.com", "phone", "+4930123456");

    @Test
    void theMessagesOrderDecidesAmongThoseOnWhichTheyCanBeReached() {
        remind();

        assertThat(channels()).containsExactly(Channel.SMS);
    }

    @Test
    void whatThePersonLikesComesFirst() {
        world.prefer("user:ada", new Preferences(List.of(Channel.EMAIL), List.of(), Optional.empty(), world.now()));

        remind();

        assertThat(channels()).containsExactly(Channel.EMAIL);
        assertThat(world.decisionsOf("user:ada").getFirst().candidates())
                .containsExactly(Channel.EMAIL, Channel.PUSH, Channel.SMS);
    }

    @Test
    void whatTheyLikeAtThatHourComesBeforeWhatTheyLike() {
        likesEmailBetween(LocalTime.of(11, 0), LocalTime.of(12, 0));
        remind();
        world.advance(Duration.ofHours(1));
        remind();

        assertThat(channels()).containsExactly(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void theLaterPreferencesSurviveAMerge() {
        world.identify("email:eve@example.com", "phone", "+4930123457");
        world.prefer(
                "email:eve@example.com",
                new Preferences(List.of(Channel.EMAIL), List.of(), Optional.empty(), world.now()));

        world.identify("user:eve email:eve@example.com");
        world.track("user:eve", "Product Added", "cart_id", "c1").advance(Duration.ofHours(1));

        assertThat(world.messageOf("user:eve").channel()).isEqualTo(Channel.EMAIL);
    }

    @Test
    void aRejectedMessageGoesOutOnTheNextChannelOnce() {
        world.provider().will(Behaviour.REJECTS);

        remind();
        world.advance(Duration.ofDays(1));

        assertThat(channels()).containsExactly(Channel.SMS, Channel.EMAIL);
        assertThat(world.dispatchesOf("user:ada"))
                .extracting(Dispatch::status)
                .containsExactlyInAnyOrder(DispatchStatus.REJECTED, DispatchStatus.SENT);
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void whatEveryChannelRejectsIsGivenUp() {
        world.provider().will(Behaviour.REJECTS, Behaviour.REJECTS, Behaviour.REJECTS);

        remind();
        world.advance(Duration.ofDays(1));

        assertThat(channels()).containsExactly(Channel.SMS, Channel.EMAIL);
        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void anAddressOfWhichItIsKnownThatItDoesNotExistIsPassedOver() {
        world.provider().will(Behaviour.KNOWS_NO_SUCH_ENDPOINT);
        remind();
        remind();

        assertThat(world.messagesTo("user:ada")).hasSize(2);
        assertThat(channels()).containsExactly(Channel.SMS, Channel.EMAIL, Channel.SMS, Channel.EMAIL);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.ENDPOINT);
    }

    @Test
    void whatMayHaveArrivedIsNotRepeatedOnAnotherChannel() {
        world.provider().will(Behaviour.LOSES_IT);

        remind();
        world.advance(Duration.ofDays(1));

        assertThat(channels()).containsExactly(Channel.SMS);
        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void whatIsTransactionalGoesOutOnTheNextChannelWhenItIsDead() {
        world.workspace(FILES.changing(
                "messages/cart-reminder.yaml", "purpose: marketing", "purpose: transactional\nexpires: 7d"));
        var busy = new Behaviour[10];
        Arrays.fill(busy, Behaviour.IS_BUSY);
        world.provider().will(busy);

        remind();
        world.advance(Duration.ofDays(3));

        assertThat(channels()).hasSize(11).endsWith(Channel.SMS, Channel.EMAIL);
        assertThat(world.dispatchesOf("user:ada"))
                .extracting(Dispatch::status)
                .containsExactlyInAnyOrder(DispatchStatus.DEAD, DispatchStatus.SENT);
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void marketingThatIsDeadIsNotSaidOnAnotherChannel() {
        world.workspace(FILES.changing("messages/cart-reminder.yaml", "topic:", "expires: 7d\ntopic:"));
        var busy = new Behaviour[10];
        Arrays.fill(busy, Behaviour.IS_BUSY);
        world.provider().will(busy);

        remind();
        world.advance(Duration.ofDays(3));

        assertThat(channels()).hasSize(10).containsOnly(Channel.SMS);
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void anAddressThatTwoPeopleShareGetsOneCopy() {
        WorkspaceFiles oneForAll =
                WorkspaceFiles.smallest().changing("journeys/abandoned-cart.yaml", ", key: cart_id", "");
        world.workspace(oneForAll).identify("user:bob", "email", "info@example.com");
        world.identify("user:cleo", "email", "info@example.com");
        world.track("user:bob", "Product Added").track("user:cleo", "Product Added");

        world.advance(Duration.ofHours(1));

        assertThat(world.inbox("info@example.com")).hasSize(1);
        assertThat(world.messagesTo("user:bob").size()
                        + world.messagesTo("user:cleo").size())
                .isOne();
    }

    @Test
    void anAddressThatMayHaveACopyGetsNoOtherWhenASecondAttemptFails() {
        WorkspaceFiles oneForAll =
                WorkspaceFiles.smallest().changing("journeys/abandoned-cart.yaml", ", key: cart_id", "");
        world.workspace(oneForAll).identify("user:bob", "email", "info@example.com");
        world.identify("user:cleo", "email", "info@example.com");
        world.provider().will(Behaviour.TAKES_IT_SILENTLY, Behaviour.REJECTS);
        world.track("user:bob", "Product Added").advance(Duration.ofHours(1));
        world.retry("user:bob", world.messageOf("user:bob").id());

        world.track("user:cleo", "Product Added").advance(Duration.ofHours(1));

        assertThat(world.inbox("info@example.com")).hasSize(1);
        assertThat(world.messagesTo("user:cleo")).isEmpty();
    }

    @Test
    void everyOutcomeCanBeReadToThePerson() {
        remind();
        assertThat(said()).isEqualTo("We sent you \"cart-reminder\" by text message on 2 March 2026 at 11:00.");

        world.choose("user:ada", Channel.SMS, "reminders", false);
        world.choose("user:ada", Channel.EMAIL, "reminders", false);
        remind();

        assertThat(said())
                .isEqualTo("On 2 March 2026 at 12:00 we decided not to send you \"cart-reminder\":"
                        + " we know of no way to reach you on your phone's screen;"
                        + " and you had asked not to get \"reminders\" by text message;"
                        + " and you had asked not to get \"reminders\" by e-mail.");
    }

    @Test
    void aDelayAndALapseCanBeReadToThePerson() {
        world.workspace(
                FILES.changing("workspace.yaml", "timezone", "quietHours: {from: \"10:30\", to: \"18:00\"}\ntimezone")
                        .changing("messages/cart-reminder.yaml", "topic:", "expires: 3h\ntopic:"));
        remind();
        assertThat(said())
                .isEqualTo("\"cart-reminder\" waits until 2 March 2026 at 14:00 to go out to you by text message,"
                        + " so that it does not disturb your quiet hours.");

        world.advance(Duration.ofHours(3));

        assertThat(said())
                .isEqualTo("We did not send you \"cart-reminder\". It was to go out by text message on"
                        + " 2 March 2026 at 11:00, could not leave in time, and is out of date by now.");
    }

    private void remind() {
        world.track("user:ada", "Product Added", "cart_id", "c" + carts++).advance(Duration.ofHours(1));
    }

    private void likesEmailBetween(LocalTime from, LocalTime to) {
        var part = new Preferences.ByHour(new HoursOfDay(from, to), List.of(Channel.EMAIL));
        world.prefer("user:ada", new Preferences(List.of(Channel.SMS), List.of(part), Optional.empty(), world.now()));
    }

    /** On which they were tried, in order. */
    private List<Channel> channels() {
        return world.decisionsOf("user:ada").stream()
                .filter(decision -> decision.status() == DispatchStatus.CLAIMED)
                .flatMap(decision -> decision.chosen().stream())
                .toList();
    }

    /** Of the latest decision. */
    private String said() {
        var rows = world.decisionsOf("user:ada");
        var id = rows.getLast().id();
        return InWords.of(rows.stream().filter(row -> row.id().equals(id)).toList(), BERLIN);
    }
}
