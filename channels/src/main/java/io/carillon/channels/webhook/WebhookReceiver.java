package io.carillon.channels.webhook;

import io.carillon.core.message.AddressRange;
import io.carillon.core.message.WebhookSecret;
import io.carillon.core.message.WebhookUrl;
import java.time.Duration;
import java.util.List;

/**
 * Who is called.
 *
 * @param keys at least one; every call is signed with each of them, so that they can be exchanged one after the other
 * @param allowPrivate ranges that are not public and may be called all the same
 * @param callTimeout most time that one call takes, from the look-up of the name to the answer, in [50 ms, 10 s]
 */
public record WebhookReceiver(
        WebhookUrl url, List<WebhookSecret> keys, List<AddressRange> allowPrivate, Duration callTimeout) {
    public static final Duration CALL_TIMEOUT_DEFAULT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT_MIN = Duration.ofMillis(50);

    /** @throws IllegalArgumentException if there is no key, or the time-out is out of range */
    public WebhookReceiver {
        keys = List.copyOf(keys);
        allowPrivate = List.copyOf(allowPrivate);
        if (keys.isEmpty()) throw new IllegalArgumentException("a webhook is signed with at least one key");
        if (callTimeout.compareTo(CALL_TIMEOUT_MIN) < 0 || callTimeout.compareTo(CALL_TIMEOUT_DEFAULT) > 0) {
            throw new IllegalArgumentException("webhook call time-out must be in 50ms..10s, was " + callTimeout);
        }
    }
}
