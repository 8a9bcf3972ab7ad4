package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Gate;
import io.carillon.core.person.Channel;
import io.carillon.testkit.SimulatedProvider;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is written to too often. */
class FrequencyCapsTest {
    private static final WorkspaceFiles FILES = files();

    private int said;

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(capped("{purpose: marketing, max: 2, within: 7d}"))
            .identify("user:ada email:ada@example.com", "phone", "+4930123456");

    @Test
    void aCapCountsEveryChannelInASlidingWindow() {
        say("mail");
        world.advance(Duration.ofDays(1));
        say("text");
        world.advance(Duration.ofDays(1));

        say("mail");
        world.advance(Duration.ofDays(5).minusMillis(1));
        say("mail");
        assertThat(world.messagesTo("user:ada")).containsExactly("mail", "text");
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP, Gate.FREQUENCY_CAP);

        world.advance(Duration.ofMillis(1));
        say("mail");
        assertThat(world.messagesTo("user:ada")).containsExactly("mail", "text", "mail");
    }

    @Test
    void transactionalMessagesNeitherCountNorAreHeldBack() {
        for (int i = 0; i < 4; i++) say("receipt");

        say("mail");

        assertThat(world.messagesTo("user:ada")).hasSize(5);
    }

    @Test
    void aCapOfAChannelOrATopicCountsNothingElse() {
        world.workspace(capped("{max: 1, within: 1d, channel: sms}, {max: 1, within: 1d, topic: news}"));

        for (int i = 0; i < 2; i++) for (String message : List.of("text", "mail", "news")) say(message);

        assertThat(world.messagesTo("user:ada")).containsExactly("text", "mail", "news", "mail");
    }

    @Test
    void whatTheProviderRejectedDoesNotCount() {
        world.provider().will(SimulatedProvider.Behaviour.REJECTS, SimulatedProvider.Behaviour.REJECTS);
        say("mail");
        say("mail");

        say("mail");
        say("mail");

        assertThat(world.messagesTo("user:ada")).hasSize(2);
    }

    @Test
    void whatMayHaveLeftCounts() {
        world.provider().will(SimulatedProvider.Behaviour.LOSES_IT, SimulatedProvider.Behaviour.LOSES_IT);
        say("mail");
        say("mail");

        say("mail");

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP);
    }

    @Test
    void whatTwoHalvesWereSentCountsOnceForBoth() {
        world.identify("email:eve@example.com");
        world.track("email:eve@example.com", "Say mail", "n", "1");
        world.identify("user:eve").track("user:eve", "Say mail", "n", "2");
        assertThat(world.messagesTo("email:eve@example.com")).hasSize(1);

        world.identify("user:eve email:eve@example.com");
        world.track("user:eve", "Say mail", "n", "3").track("user:eve", "Say mail", "n", "4");

        assertThat(world.messagesTo("user:eve")).hasSize(2);
    }

    @Test
    void whatIsDelayedIsJudgedAgainWhenItIsToLeave() {
        world.worker().hold();
        for (int i = 0; i < 3; i++) say("mail");

        world.worker().goOn();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.messagesTo("user:ada")).hasSize(2);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP);
    }

    @Test
    void aCapIsJudgedForTheInstantAtWhichTheMessageIsToLeave() {
        world.workspace(capped("{max: 1, within: 10h}")
                .changing("workspace.yaml", "timezone", "quietHours: {from: \"21:00\", to: \"08:00\"}\ntimezone"));
        world.advance(Duration.ofHours(10)); // 20:00 in Berlin
        say("mail");
        world.advance(Duration.ofHours(2));

        say("mail"); // the cap is full now, and has room at 08:00
        world.advance(Duration.ofHours(10));

        assertThat(world.messagesTo("user:ada")).hasSize(2);
        assertThat(world.withheldFrom("user:ada")).isEmpty();
    }

    @Test
    void ofTwoThatWaitAndRoomForOneTheMoreImportantGoes() {
        world.workspace(capped("{max: 1, within: 7d}"));
        world.worker().hold();
        say("mail");
        say("urgent");

        world.worker().goOn();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("urgent");
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP);
    }

    @Test
    void theOtherGoesWhenTheMoreImportantOneMayNot() {
        world.workspace(capped("{max: 1, within: 7d}"));
        world.worker().hold();
        say("mail");
        say("urgent");
        world.choose("user:ada", Channel.EMAIL, "news", false);

        world.worker().goOn();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("mail");
    }

    private void say(String message) {
        world.track("user:ada", "Say " + message, "n", Integer.toString(said++));
    }

    private static WorkspaceFiles capped(String caps) {
        return FILES.changing("workspace.yaml", "timezone", "frequencyCaps: [%s]\ntimezone".formatted(caps));
    }

    /** An event {@code Say X} has the message X sent at once. */
    private static WorkspaceFiles files() {
        WorkspaceFiles files = WorkspaceFiles.smallest()
                .with("topics/news.yaml", "topic: news\ndefault: opt-out\n")
                .with("channels/sms.yaml", "channel: sms\nprovider: sandbox\n")
                .with(
                        "messages/text.yaml",
                        "message: text\npurpose: marketing\ntopic: reminders\nchannels: {sms: {body: Hi}}\n");
        files = mail(files, "mail", "marketing", "reminders", 0);
        files = mail(files, "news", "marketing", "news", 0);
        files = mail(files, "urgent", "marketing", "news", 10);
        files = mail(files, "receipt", "transactional", "news", 0);
        for (String name : List.of("mail", "text", "news", "urgent", "receipt")) {
            files = files.with("journeys/%s.yaml".formatted(name), """
                    journey: %1$s
                    trigger: {event: Say %1$s, key: n}
                    steps:
                      - send: %1$s
                    """.formatted(name));
        }
        return files;
    }

    private static WorkspaceFiles mail(WorkspaceFiles files, String name, String purpose, String topic, int priority) {
        return files.with("messages/%s.yaml".formatted(name), """
                message: %s
                purpose: %s
                topic: %s
                priority: %d
                channels: {email: {subject: Hi, html: "<a href='{{ unsubscribe_url }}'>Bye</a>"}}
                """.formatted(name, purpose, topic, priority));
    }
}
