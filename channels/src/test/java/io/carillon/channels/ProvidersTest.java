package io.carillon.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.channels.email.SmtpProvider;
import io.carillon.channels.sandbox.SandboxProvider;
import io.carillon.channels.webhook.WebhookProvider;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.value.Value;
import io.carillon.testkit.smtp.SmtpSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final Value.Fields SMTP = Value.of(Map.of(
            "host", Value.of("127.0.0.1"),
            "port", Value.of(2525),
            "security", Value.of("none"),
            "from", Value.of("Shop <shop@example.com>")));

    @Test
    void theSandboxTakesWhateverAnyChannelSends() {
        for (Channel channel : Channel.values()) {
            var provider = Providers.open(channel, "sandbox", Value.Fields.NONE, Map.of());

            assertThat(provider).isInstanceOf(SandboxProvider.class);
            assertThat(provider.send(message(channel))).isEqualTo(new Accepted("sandbox-d1"));
        }
    }

    @Test
    void anSmtpChannelSendsToItsServer() throws Exception {
        try (var sink = SmtpSink.start()) {
            var settings = SMTP.with("port", Value.of(sink.port()));
            var provider = Providers.open(Channel.EMAIL, "smtp", settings, Map.of());
            try (var smtp = (SmtpProvider) provider) {

                assertThat(smtp.send(message(Channel.EMAIL))).isEqualTo(new Accepted("d1@example.com"));

                assertThat(sink.to("ada@example.org")).hasSize(1);
                assertThat(sink.byMessageId("d1@example.com").orElseThrow().header("Subject"))
                        .isEqualTo(Optional.of("Hi"));
            }
        }
    }

    @Test
    void aWebhookChannelIsMadeOfItsSettingsAndSecrets() {
        var settings = new Value.Fields(
                Map.of("allowPrivate", Value.of(List.of(Value.of("127.0.0.0/8"))), "callTimeout", Value.of("500ms")));
        var secrets = Map.of("url", "http://127.0.0.1:1/in", "keys", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var provider = Providers.open(Channel.WEBHOOK, "webhook", settings, secrets);
        var message = new Outgoing(
                new DispatchId("d1"),
                new Endpoint(Channel.WEBHOOK, "c1"),
                Purpose.TRANSACTIONAL,
                new Content.Plain("{}"),
                Instant.EPOCH);

        assertThat(provider).isInstanceOf(WebhookProvider.class);
        assertThat(provider.send(message)).isInstanceOf(SendOutcome.NotSent.class);
        assertThatThrownBy(() -> Providers.open(Channel.WEBHOOK, "webhook", settings, Map.of()))
                .hasMessageContaining("url");
        assertThatThrownBy(() -> Providers.open(Channel.WEBHOOK, "smtp", settings, secrets))
                .hasMessageContaining("expected webhook or sandbox");
    }

    @Test
    void settingsMayComeAsTextAndSecretsApart() throws Exception {
        var settings = SMTP.with("port", Value.of("2525"))
                .with("connections", Value.of(2))
                .with("callTimeout", Value.of("500ms"));

        var provider =
                Providers.open(Channel.EMAIL, "smtp", settings, Map.of("username", "shop", "password", "secret"));

        assertThat(provider).isInstanceOf(SmtpProvider.class);
        ((SmtpProvider) provider).close();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertWrong(
                "pigeon",
                Value.Fields.NONE,
                "channel email: there is no provider \"pigeon\"; expected smtp or sandbox");
        assertWrong("smtp", Value.Fields.NONE, "email provider smtp: \"host\" is missing");
        assertWrong(
                "smtp",
                SMTP.with("prot", Value.of(1)),
                "email provider smtp: unknown key \"prot\"; expected one of host,");
        assertWrong("smtp", SMTP.with("port", Value.of("x")), "email provider smtp: port \"x\" is not a whole number");
        assertWrong("smtp", SMTP.with("port", Value.of(70000)), "email provider smtp: SMTP port must be in 1..65535");
        assertWrong("smtp", SMTP.with("security", Value.of("ssl")), "security \"ssl\" is not none, starttls or tls");
        assertWrong("smtp", SMTP.with("from", Value.of("Shop")), "SMTP from \"Shop\" is not one address");
        assertWrong("smtp", SMTP.with("username", Value.of("shop")), "username and password come together");
        assertWrong("smtp", SMTP.with("callTimeout", Value.of("soon")), "callTimeout \"soon\" is not a duration");
        assertWrong("sandbox", SMTP, "email provider sandbox: unknown key");
    }

    @Test
    void aSecretIsNeverShown() {
        var secrets = Map.of("port", "hunter2");

        assertThatThrownBy(() -> Providers.open(Channel.EMAIL, "smtp", SMTP, secrets))
                .hasMessageContaining("(secret)")
                .hasMessageNotContaining("hunter2");
    }

    private static void assertWrong(String provider, Value.Fields settings, String message) {
        assertThatThrownBy(() -> Providers.open(Channel.EMAIL, provider, settings, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Outgoing message(Channel channel) {
        var content = new Content.Email("Hi", "<p>Hi</p>", "Hi", Optional.empty());
        var to = new Endpoint(channel, "ada@example.org");
        return new Outgoing(new DispatchId("d1"), to, Purpose.TRANSACTIONAL, content, Instant.EPOCH);
    }
}
