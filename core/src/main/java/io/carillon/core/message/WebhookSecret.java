package io.carillon.core.message;

import io.carillon.core.codec.Bytes;
import java.util.Base64;
import java.util.Optional;

/**
 * A key that webhooks are signed with, 24 to 64 bytes.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public record WebhookSecret(Bytes key) {
    public static final String EXPECTED = "whsec_ and 24 to 64 bytes in Base64";
    private static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;

    /** Reads the shared form, for example {@code whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}. */
    public static Optional<WebhookSecret> of(String text) {
        if (!text.startsWith(PREFIX)) return Optional.empty();
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            if (key.length < BYTES_MIN || key.length > BYTES_MAX) return Optional.empty();
            return Optional.of(new WebhookSecret(Bytes.copyOf(key)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
