package io.carillon.core.definition;

import io.carillon.core.message.AddressRange;
import io.carillon.core.message.WebhookSecret;
import io.carillon.core.message.WebhookUrl;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of whoever is called by webhook. */
record WebhookSettings(Value.Fields settings, Map<String, Secret> secrets) {
    /** Old and new, and one for whoever is late. */
    private static final int SECRETS_MAX = 5;

    private static final int RANGES_MAX = 100;
    private static final int CONNECTIONS_MAX = 256;
    private static final int CONNECTIONS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT_MIN = Duration.ofMillis(50);

    static Optional<WebhookSettings> read(Section section, Secrets from) {
        Optional<Field> urlField = section.required("url", WebhookUrl.EXPECTED);
        Optional<Secret> url = urlField.flatMap(field -> url(field, from));
        Optional<Secret> keys = section.required("secret", "${env:NAME}; a list of several while one replaces another")
                .flatMap(field -> keys(field, from));
        Optional<Field> privateField = section.optional("allowPrivate");
        Optional<List<Value>> ranges =
                privateField.isEmpty() ? Optional.of(List.of()) : privateField.flatMap(WebhookSettings::ranges);
        Optional<Field> connectionsField = section.optional("connections");
        Optional<Integer> connections = connectionsField.isEmpty()
                ? Optional.of(CONNECTIONS)
                : connectionsField.flatMap(field -> field.whole(1, CONNECTIONS_MAX));
        Optional<Field> timeoutField = section.optional("timeout");
        Optional<Duration> timeout =
                timeoutField.isEmpty() ? Optional.of(TIMEOUT) : timeoutField.flatMap(WebhookSettings::timeout);
        if (url.isPresent() && ranges.isPresent()) expectProtection(urlField.get(), url.get(), ranges.get());
        if (url.isEmpty() || keys.isEmpty() || ranges.isEmpty() || connections.isEmpty() || timeout.isEmpty())
            return Optional.empty();
        var settings = new LinkedHashMap<String, Value>();
        settings.put("allowPrivate", Value.of(ranges.get()));
        settings.put("connections", Value.of(connections.get()));
        settings.put("callTimeout", Value.of(timeout.get().toMillis() + "ms"));
        // Many an address has a token in it.
        var secrets = new LinkedHashMap<String, Secret>();
        secrets.put("url", url.get());
        secrets.put("keys", keys.get());
        return Optional.of(new WebhookSettings(Value.of(settings), secrets));
    }

    private static Optional<Secret> url(Field field, Secrets from) {
        Optional<Secret> text = SecretText.read(field, from);
        if (text.isEmpty() || WebhookUrl.of(text.get().value()).isPresent()) return text;
        if (SecretText.isReference(field) && !from.areReal()) return text;
        String shown = SecretText.isReference(field)
                ? field.name()
                : field.quoted(text.get().value());
        field.error("%s is not %s".formatted(shown, WebhookUrl.EXPECTED));
        return Optional.empty();
    }

    private static void expectProtection(Field field, Secret url, List<Value> ranges) {
        boolean isOpen =
                WebhookUrl.of(url.value()).filter(it -> !it.isProtected()).isPresent();
        if (!isOpen || !ranges.isEmpty()) return;
        field.error("http goes only to a private address that allowPrivate names; expected https");
    }

    /** In one text, divided by spaces, as no key has one. */
    private static Optional<Secret> keys(Field field, Secrets from) {
        Optional<List<Field>> fields = field.oneOrMore();
        if (fields.isEmpty()) return Optional.empty();
        if (fields.get().size() > SECRETS_MAX) {
            field.error(
                    "has %d keys; expected at most %d".formatted(fields.get().size(), SECRETS_MAX));
            return Optional.empty();
        }
        var keys = new ArrayList<String>();
        for (Field each : fields.get()) key(each, from).ifPresent(key -> keys.add(key.value()));
        return keys.size() == fields.get().size() ? Optional.of(new Secret(String.join(" ", keys))) : Optional.empty();
    }

    private static Optional<Secret> key(Field field, Secrets from) {
        Optional<Secret> key = SecretText.referred(field, from);
        if (key.isEmpty()
                || !from.areReal()
                || WebhookSecret.of(key.get().value()).isPresent()) return key;
        field.error("%s is not %s".formatted(field.name(), WebhookSecret.EXPECTED));
        return Optional.empty();
    }

    private static Optional<List<Value>> ranges(Field field) {
        Optional<List<Field>> fields = field.items();
        if (fields.isEmpty()) return Optional.empty();
        if (fields.get().size() > RANGES_MAX) {
            field.error(
                    "has %d ranges; expected at most %d".formatted(fields.get().size(), RANGES_MAX));
            return Optional.empty();
        }
        var ranges = new ArrayList<Value>();
        for (Field each : fields.get()) {
            Optional<String> text = each.text();
            if (text.isEmpty()) continue;
            if (AddressRange.of(text.get()).isPresent()) ranges.add(Value.of(text.get()));
            else {
                each.error("%s is not a range of addresses; expected e.g. 10.20.0.0/16, 127.0.0.1, fd00::/8"
                        .formatted(each.quoted(text.get())));
            }
        }
        return ranges.size() == fields.get().size() ? Optional.of(ranges) : Optional.empty();
    }

    private static Optional<Duration> timeout(Field field) {
        Optional<Duration> timeout = field.duration();
        if (timeout.isEmpty()) return timeout;
        if (timeout.get().compareTo(TIMEOUT_MIN) >= 0 && timeout.get().compareTo(TIMEOUT) <= 0) return timeout;
        field.error("timeout is out of range; expected 50ms to 10s");
        return Optional.empty();
    }
}
