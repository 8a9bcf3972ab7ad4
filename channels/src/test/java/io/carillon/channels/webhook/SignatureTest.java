package io.carillon.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.message.WebhookSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Pattern FIELD = Pattern.compile("\"([a-z-]+)\": \"((?:\\\\.|[^\"\\\\])*)\"");

    @Test
    void isThatOfThePublishedVector() throws IOException {
        Map<String, String> vector = vector();
        var key = WebhookSecret.of(vector.getOrDefault("secret", "")).orElseThrow();
        var at = Instant.ofEpochSecond(Long.parseLong(vector.getOrDefault("webhook-timestamp", "")));

        String signature = Signature.of(
                List.of(key),
                vector.getOrDefault("webhook-id", ""),
                at,
                vector.getOrDefault("payload", "").getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo(vector.get("signature"));
    }

    @Test
    void whileKeysAreExchangedThereIsOneOfEach() {
        var old = WebhookSecret.of(Webhooks.KEY).orElseThrow();
        var fresh = WebhookSecret.of(Webhooks.OTHER_KEY).orElseThrow();
        byte[] body = {'{', '}'};

        String both = Signature.of(List.of(fresh, old), "d1", Webhooks.AT, body);

        assertThat(both)
                .isEqualTo(Signature.of(List.of(fresh), "d1", Webhooks.AT, body)
                        + " "
                        + Signature.of(List.of(old), "d1", Webhooks.AT, body));
    }

    private static Map<String, String> vector() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SignatureTest.class.getResourceAsStream("standard-webhooks.json"))) {
            var matcher = FIELD.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var fields = new HashMap<String, String>();
            while (matcher.find()) fields.put(matcher.group(1), matcher.group(2).replace("\\\"", "\""));
            return fields;
        }
    }
}
