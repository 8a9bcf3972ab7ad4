package io.carillon.channels.webhook;

import io.carillon.channels.net.Resolver;
import io.carillon.core.message.AddressRange;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.WebhookSecret;
import io.carillon.core.message.WebhookUrl;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Receivers and messages for tests. */
final class Webhooks {
    static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OTHER_KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final Instant AT = Instant.parse("2026-03-02T09:00:00.750Z");
    static final String BODY = "{\"type\":\"cart.reminder\",\"data\":{\"name\":\"Zoë\"}}";

    private Webhooks() {}

    static WebhookReceiver receiver(String url, String... allowPrivate) {
        return receiver(url, Duration.ofSeconds(10), allowPrivate);
    }

    static WebhookReceiver receiver(String url, Duration timeout, String... allowPrivate) {
        return new WebhookReceiver(
                WebhookUrl.of(url).orElseThrow(),
                List.of(WebhookSecret.of(KEY).orElseThrow()),
                Stream.of(allowPrivate)
                        .map(range -> AddressRange.of(range).orElseThrow())
                        .toList(),
                timeout);
    }

    static WebhookProvider to(FakeReceiver receiver) {
        return new WebhookProvider(receiver("http://127.0.0.1:" + receiver.port() + "/in?shop=1", "127.0.0.0/8"));
    }

    /** One that gives up soon. */
    static WebhookProvider hastyTo(FakeReceiver receiver) {
        return new WebhookProvider(
                receiver("http://127.0.0.1:" + receiver.port() + "/in", Duration.ofMillis(400), "127.0.0.0/8"));
    }

    static WebhookProvider to(WebhookReceiver receiver, Resolver.LookUp lookUp) {
        return new WebhookProvider(receiver, FakeReceiver.systemTls(), lookUp);
    }

    static Outgoing message() {
        return message(BODY);
    }

    static Outgoing message(String body) {
        return new Outgoing(
                new DispatchId("d_1-A"),
                new Endpoint(Channel.WEBHOOK, "c1"),
                Purpose.TRANSACTIONAL,
                new Content.Plain(body),
                AT);
    }
}
