package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.condition.Window;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.journey.Exit;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Reentry;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.journey.Trigger;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class WorkspaceReaderTest {
    @Test
    void readsTheSmallestWorkspaceAsItStands() {
        Workspace workspace = Workspaces.valid(Workspaces.SMALLEST);

        assertThat(workspace.name()).isEqualTo("shop");
        assertThat(workspace.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(workspace.triggerMaxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(workspace.sources().values())
                .containsExactly(new SourceDefinition(
                        "site", new Secret("value-of-SITE_KEY"), Optional.empty(), Optional.empty()));
        assertThat(workspace.topics().values())
                .containsExactly(new Topic(new TopicId("reminders"), "reminders", false, Optional.empty()));
        assertThat(workspace.channels().values())
                .containsExactly(new ChannelDefinition("mail", Channel.EMAIL, "smtp", smtp(), Map.of()));
        assertThat(workspace.messages().values())
                .containsExactly(new MessageDefinition(
                        new MessageName("cart-reminder"),
                        Purpose.MARKETING,
                        Optional.of(new TopicId("reminders")),
                        MessageDefinition.EXPIRES,
                        0,
                        Map.of(
                                Channel.EMAIL,
                                new MessageDefinition.ChannelText(Map.of(
                                        "subject",
                                        "Still yours, {{ customer.firstName }}",
                                        "html",
                                        "<p>{{ event.name }} is waiting."
                                                + " <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>")))));
        assertThat(workspace.journeys().values())
                .containsExactly(JourneyDefinition.of(
                        new JourneyId("abandoned-cart"),
                        new Trigger(new EventQuery("Product Added", List.of(), Optional.of("cart_id"))),
                        Optional.empty(),
                        List.of(new Exit(EventQuery.named("Order Completed"))),
                        new Reentry.Always(),
                        false,
                        List.of(
                                new Step.Wait(new StepId("1"), Duration.ofHours(1)),
                                new Step.Send(new StepId("2"), new MessageName("cart-reminder")))));
        assertThat(workspace.provider(Channel.EMAIL)).isPresent();
        assertThat(workspace.provider(Channel.SMS)).isEmpty();
    }

    @Test
    void readsAWebhookChannel() {
        String keys = Workspaces.HOOK.replace("${env:HOOK_KEY}", "[\"${env:HOOK_KEY_2}\", \"${env:HOOK_KEY}\"]");

        Workspace workspace = Workspaces.valid(
                Workspaces.with("channels/hook.yaml", keys + "allowPrivate: [10.0.0.0/8, '::1']\ntimeout: 2s\n"));

        ChannelDefinition hook = Objects.requireNonNull(workspace.channels().get("hook"));
        assertThat(hook.settings().toString())
                .isEqualTo("{\"allowPrivate\":[\"10.0.0.0/8\",\"::1\"],\"connections\":8,\"callTimeout\":\"2000ms\"}");
        assertThat(hook.secrets())
                .containsEntry("url", new Secret("https://hooks.example.com/in?shop=1"))
                .containsEntry("keys", new Secret(Workspaces.HOOK_KEY + " " + Workspaces.HOOK_KEY));
    }

    @Test
    void anOldVersionIsReadThoughItsSecretsAreGone() {
        String hook = Workspaces.HOOK.replace("https://hooks.example.com/in?shop=1", "${env:HOOK_URL}");
        Secrets gone = new Secrets() {
            @Override
            public Optional<String> env(String name) {
                return Optional.of("gone");
            }

            @Override
            public Optional<String> file(String path) {
                return Optional.of("gone");
            }

            @Override
            public boolean areReal() {
                return false;
            }
        };

        assertThat(WorkspaceReader.read(Workspaces.with("channels/hook.yaml", hook), gone, Workspaces.TEMPLATES))
                .isInstanceOf(Outcome.Valid.class);
        assertThat(Workspaces.read(Workspaces.with("channels/hook.yaml", hook))).isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void theEngineThatRendersSaysWhereATemplateIsWrong() {
        TemplateCheck liquid = source -> {
            try {
                Template.parse(source);
                return Optional.empty();
            } catch (TemplateException e) {
                return Optional.of(new TemplateCheck.Fault(e.line(), e.column(), e.problem()));
            }
        };
        String broken = Workspaces.text("messages/cart-reminder.yaml").replace("firstName }}", "firstName | upcas }}");

        assertThat(WorkspaceReader.read(Workspaces.SMALLEST, Workspaces.SECRETS, liquid))
                .isInstanceOf(Outcome.Valid.class);
        Outcome outcome = WorkspaceReader.read(
                Workspaces.with("messages/cart-reminder.yaml", broken), Workspaces.SECRETS, liquid);
        assertThat(((Outcome.Invalid) outcome).problems())
                .singleElement()
                .asString()
                .startsWith("messages/cart-reminder.yaml:6:52: subject: ")
                .contains("upcas");
    }

    @Test
    void readsConditions() {
        Workspace workspace = Workspaces.valid(Workspaces.with("segments/vips.yaml", """
            segment: lapsing-vips
            name: Lapsing VIPs
            when:
              all:
                - trait: address.country
                  in: [DE, AT, CH]
                - trait: age
                  atLeast: 18
                  lessThan: 65.5
                - trait: plan
                  not: free
                - event: Order Completed
                  where: {property: total, atLeast: 50}
                  count: {atLeast: 3}
                  within: 365d
                - not: {event: Order Completed, within: 60d}
            """));

        SegmentDefinition segment = Objects.requireNonNull(workspace.segments().get(new SegmentId("lapsing-vips")));
        assertThat(segment)
                .isEqualTo(new SegmentDefinition(
                        new SegmentId("lapsing-vips"),
                        "Lapsing VIPs",
                        new Condition.All(List.of(
                                new Condition.TraitIs(
                                        "address.country",
                                        new ValueTest.In(List.of(Value.of("DE"), Value.of("AT"), Value.of("CH")))),
                                new Condition.All(List.of(
                                        new Condition.TraitIs("age", new ValueTest.AtLeast(new BigDecimal("18"))),
                                        new Condition.TraitIs("age", new ValueTest.LessThan(new BigDecimal("65.5"))))),
                                new Condition.TraitIs(
                                        "plan", new ValueTest.Not(new ValueTest.In(List.of(Value.of("free"))))),
                                new Condition.Measured(
                                        new EventQuery(
                                                "Order Completed",
                                                List.of(new Where(
                                                        "total", new ValueTest.AtLeast(new BigDecimal("50")))),
                                                Optional.empty()),
                                        Measure.COUNT,
                                        new Window.Rolling(Duration.ofDays(365)),
                                        new ValueTest.AtLeast(new BigDecimal("3"))),
                                new Condition.Not(new Condition.Measured(
                                        EventQuery.named("Order Completed"),
                                        Measure.COUNT,
                                        new Window.Rolling(Duration.ofDays(60)),
                                        new ValueTest.AtLeast(BigDecimal.ONE)))))));
    }

    @Test
    void readsEveryKeyOfAJourney() {
        Workspace workspace = Workspaces.valid(Workspaces.with("journeys/full.yml", """
            journey: full
            trigger:
              event: Product Added
              where: [{property: price, greaterThan: 10}, {property: currency, equals: EUR}]
              key: cart_id
            when: {trait: vip, equals: true}
            exit:
              - {event: Order Completed, key: cart_id}
              - event: Cart Emptied
            reentry: {after: 30d}
            restart: true
            steps:
              - {id: pause, wait: 90m}
              - send: cart-reminder
            """));

        JourneyDefinition journey = Objects.requireNonNull(workspace.journeys().get(new JourneyId("full")));
        assertThat(journey.when()).contains(new Condition.TraitIs("vip", new ValueTest.Equals(Value.of(true))));
        assertThat(journey.exits()).extracting(Exit::isOfOneKey).containsExactly(true, false);
        assertThat(journey.reentry()).isEqualTo(new Reentry.After(Duration.ofDays(30)));
        assertThat(journey.restart()).isTrue();
        assertThat(journey.steps()).extracting(step -> step.id().text()).containsExactly("pause", "2");
    }

    @Test
    void readsAReentryWrittenAsText() {
        String journey = Workspaces.text("journeys/abandoned-cart.yaml");

        for (String text : List.of("'after: 2w'", "after 2w")) {
            Workspace workspace = Workspaces.valid(
                    Workspaces.with("journeys/abandoned-cart.yaml", journey + "reentry: " + text + "\n"));
            assertThat(Objects.requireNonNull(workspace.journeys().get(new JourneyId("abandoned-cart")))
                            .reentry())
                    .isEqualTo(new Reentry.After(Duration.ofDays(14)));
        }
    }

    @Test
    void secretsComeFromOutsideAndAreNotPrinted() {
        String mail = Workspaces.text("channels/mail.yaml");

        Workspace workspace = Workspaces.valid(
                Workspaces.with("channels/mail.yaml", mail + "username: shop\npassword: ${file:/run/mail}\n"));

        ChannelDefinition channel = Objects.requireNonNull(workspace.channels().get("mail"));
        assertThat(channel.secrets().get("password")).isEqualTo(new Secret("value-of-file"));
        assertThat(workspace.toString()).doesNotContain("value-of");
    }

    @Test
    void aSenderIsOneAddressWithOrWithoutAName() {
        for (String from :
                List.of("shop@example.com", "Blumen Müller <a.b+c@xn--mller-kva.de>", "'\"Shop, Inc.\" <a@b.org>'")) {
            assertThat(Workspaces.read(withSender(from))).as(from).isInstanceOf(Outcome.Valid.class);
        }
        for (String from : List.of("Shop", "a@b.org, c@d.org", "Shop, Inc. <a@b.org>", "\"a@b.org\\nBcc: x@y.org\"")) {
            assertThat(Workspaces.read(withSender(from))).as(from).isInstanceOf(Outcome.Invalid.class);
        }
    }

    private static SortedMap<String, String> withSender(String from) {
        String mail = Workspaces.text("channels/mail.yaml");
        return Workspaces.with("channels/mail.yaml", mail.replace("Shop <shop@example.com>", from));
    }

    @Test
    void aMarketingMailWithoutAWayOutIsWarnedOf() {
        String message = Workspaces.text("messages/cart-reminder.yaml").replace("unsubscribe_url", "shop_url");

        Outcome outcome = Workspaces.read(Workspaces.with("messages/cart-reminder.yaml", message));

        assertThat(outcome).isInstanceOf(Outcome.Valid.class);
        assertThat(((Outcome.Valid) outcome).warnings())
                .extracting(Problem::toString)
                .containsExactly("messages/cart-reminder.yaml:7:11: marketing e-mail without a way out;"
                        + " expected a link to {{ unsubscribe_url }}");
    }

    @Test
    void whatIsKeptForHowLongIsReadAndTheRestIsAsItIsByDefault() {
        String workspace = Workspaces.text("workspace.yaml") + "retention: {history: 3y, content: forever}\n";

        Outcome outcome = Workspaces.read(Workspaces.with("workspace.yaml", workspace));

        Retention retention = ((Outcome.Valid) outcome).workspace().retention();
        assertThat(retention.of(Retention.Kind.HISTORY)).contains(Duration.ofDays(1_095));
        assertThat(retention.of(Retention.Kind.CONTENT)).isEmpty();
        assertThat(retention.of(Retention.Kind.WEBHOOK_CALLS)).contains(Duration.ofDays(30));
        assertThat(retention.of(Retention.Kind.JOURNAL)).isEmpty();
    }

    @Test
    void aWindowLongerThanHistoryIsKeptIsWarnedOf() {
        var files = Workspaces.with("segments/a.yaml", "segment: a\nwhen: {event: x, within: 365d}\n");
        files.put("segments/b.yaml", "segment: b\nwhen: {event: x, within: 90d}\n");
        files.put("segments/c.yaml", "segment: c\nwhen: {message: any, was: sent, during: last year}\n");
        files.put("workspace.yaml", Workspaces.text("workspace.yaml") + "retention: {history: 90d, decisions: 300d}\n");

        Outcome outcome = Workspaces.read(files);

        assertThat(((Outcome.Valid) outcome).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "segments/a.yaml:2:26: within reaches further back than history rows are kept (90d);"
                                + " what is new is counted from what is left",
                        "segments/c.yaml:2:41: during reaches further back than decisions rows are kept (300d);"
                                + " what is new is counted from what is left");
    }

    @Test
    void otherFilesAreLeftAlone() {
        assertThat(Workspaces.read(Workspaces.with("README.md", "{{{"))).isInstanceOf(Outcome.Valid.class);
    }

    private static Value.Fields smtp() {
        return Value.Fields.NONE
                .with("host", Value.of("127.0.0.1"))
                .with("port", Value.of(2525))
                .with("security", Value.of("none"))
                .with("from", Value.of("Shop <shop@example.com>"))
                .with("connections", Value.of(8))
                .with("callTimeout", Value.of("10000ms"));
    }
}
