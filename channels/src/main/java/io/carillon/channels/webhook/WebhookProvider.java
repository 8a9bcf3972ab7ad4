package io.carillon.channels.webhook;

import io.carillon.channels.net.Resolver;
import io.carillon.core.message.Content;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Provider;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;

/**
 * Carries messages of the webhook channel to one receiver. The dispatch id is the {@code webhook-id}, the same at every
 * attempt. Thread-safe; made for many virtual threads.
 *
 * <p>A receiver that says 410 is called no more, until the channel is published anew or the process starts again.
 */
public final class WebhookProvider implements Provider {
    public static final int BODY_BYTES_MAX = 1_000_000;

    private final WebhookCaller caller;
    private final AtomicBoolean gone = new AtomicBoolean();

    /** Trusts the certificates that the system trusts. */
    public WebhookProvider(WebhookReceiver receiver) {
        this(receiver, (SSLSocketFactory) SSLSocketFactory.getDefault(), Resolver.SYSTEM);
    }

    public WebhookProvider(WebhookReceiver receiver, SSLSocketFactory tls, Resolver.LookUp lookUp) {
        this.caller = new WebhookCaller(receiver, tls, lookUp);
    }

    @Override
    public SendOutcome send(Outgoing message) {
        if (gone.get()) return new Rejected(Rejection.BLOCKED, "the receiver said 410, gone: it is called no more");
        if (!(message.content() instanceof Content.Plain(var text))) {
            return new Rejected(Rejection.OTHER, "its content is not for webhooks");
        }
        byte[] body = text.strip().getBytes(StandardCharsets.UTF_8);
        if (body.length == 0 || body.length > BODY_BYTES_MAX) {
            return new Rejected(
                    Rejection.OTHER, "a body of %d bytes; expected 1 to %d".formatted(body.length, BODY_BYTES_MAX));
        }
        CallResult result = caller.call(message.id().text(), message.at(), body, message.isTest());
        if (Verdict.isGone(result)) gone.set(true);
        return Verdict.of(result, message.id());
    }
}
