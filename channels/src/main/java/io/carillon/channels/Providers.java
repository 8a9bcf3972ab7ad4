package io.carillon.channels;

import io.carillon.channels.email.SmtpProvider;
import io.carillon.channels.sandbox.SandboxProvider;
import io.carillon.channels.webhook.WebhookProvider;
import io.carillon.channels.webhook.WebhookTarget;
import io.carillon.core.definition.Carrier;
import io.carillon.core.message.Provider;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.util.Map;

/** Makes the provider that a channel's definition names. */
public final class Providers {
    private Providers() {}

    /**
     * Whom a subscription calls.
     *
     * @param settings of its definition
     * @param secrets settings that must not be shown, by key
     * @throws IllegalArgumentException if a setting is missing, unknown or wrong; names the key and what was expected
     */
    public static WebhookTarget webhook(String name, Value.Fields settings, Map<String, String> secrets) {
        var given = new Settings("webhook " + name, settings, secrets);
        int parallel = given.whole("connections").orElse(WebhookTarget.PARALLEL_DEFAULT);
        return new WebhookTarget(WebhookForm.read(given), parallel);
    }

    /**
     * Opens no connection yet. Whoever asks closes the provider if it is {@link AutoCloseable}.
     *
     * @param provider its name, for example {@code smtp}
     * @param settings the definition's other keys, references to secrets resolved or left out
     * @param secrets settings that must not be shown, by key; they win over {@code settings}
     * @throws IllegalArgumentException if there is no such provider for the channel, or a setting is missing, unknown or
     *     wrong; names the key, the value (never a secret's) and what was expected
     */
    public static Provider open(Channel channel, String provider, Value.Fields settings, Map<String, String> secrets) {
        Carrier carrier = Carrier.ofWord(provider)
                .filter(known -> known.carries(channel))
                .orElseThrow(() -> new IllegalArgumentException("channel %s: there is no provider \"%s\"; expected %s"
                        .formatted(channel.word(), provider, Carrier.wordsFor(channel))));
        var given = new Settings(channel.word() + " provider " + provider, settings, secrets);
        return switch (carrier) {
            case SMTP -> new SmtpProvider(SmtpForm.read(given));
            case WEBHOOK -> new WebhookProvider(WebhookForm.read(given));
            case SANDBOX -> {
                given.only();
                yield new SandboxProvider();
            }
        };
    }
}
