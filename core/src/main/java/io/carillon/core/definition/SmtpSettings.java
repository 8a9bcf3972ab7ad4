package io.carillon.core.definition;

import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of {@code provider: smtp}. */
record SmtpSettings(Value.Fields settings, Map<String, Secret> secrets) {
    private static final int CONNECTIONS_MAX = 256;
    private static final int CONNECTIONS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT_MIN = Duration.ofMillis(50);
    private static final Duration TIMEOUT_MAX = Duration.ofMinutes(10);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]{1,253}");
    private static final String ADDRESS = "[^\\p{Cntrl}\\s<>@,;:()\"\\[\\]\\\\]+@[\\p{L}\\p{N}.-]+";
    private static final String NAME = "(\"[^\\p{Cntrl}<>\"\\\\]*\"|[^\\p{Cntrl}<>@,;:()\"\\[\\]\\\\]*)";
    private static final Pattern FROM = Pattern.compile(ADDRESS + "|" + NAME + " ?<" + ADDRESS + ">");

    static Optional<SmtpSettings> read(Section section, Secrets secrets) {
        Optional<Field> hostField = section.required("host", "the SMTP server, e.g. smtp.example.com");
        Optional<String> host = hostField.flatMap(field -> place(field, HOST, secrets, "a host name"));
        Optional<Field> portField = section.optional("port");
        Optional<Integer> port = portField.flatMap(field -> field.whole(1, 65_535));
        Optional<Field> securityField = section.optional("security");
        Optional<String> security = securityField.isEmpty()
                ? Optional.of("starttls")
                : securityField.flatMap(field -> field.word(List.of("none", "starttls", "tls")));
        Optional<String> from = section.required("from", "the sender, e.g. Shop <shop@example.com>")
                .flatMap(field -> place(field, FROM, secrets, "a sender; expected e.g. Shop <shop@example.com>"));
        Optional<Field> connections = section.optional("connections");
        Optional<Integer> pool = connections.flatMap(field -> field.whole(1, CONNECTIONS_MAX));
        Optional<Field> timeoutField = section.optional("timeout");
        Optional<Duration> timeout = timeoutField.flatMap(SmtpSettings::timeout);
        Optional<Map<String, Secret>> login = login(section, secrets);

        boolean failed = (portField.isPresent() && port.isEmpty())
                || (connections.isPresent() && pool.isEmpty())
                || (timeoutField.isPresent() && timeout.isEmpty());
        if (failed || host.isEmpty() || security.isEmpty() || from.isEmpty() || login.isEmpty())
            return Optional.empty();
        var settings = new LinkedHashMap<String, Value>();
        settings.put("host", Value.of(host.get()));
        settings.put("port", Value.of(port.orElse(defaultPort(security.get()))));
        settings.put("security", Value.of(security.get()));
        settings.put("from", Value.of(from.get()));
        settings.put("connections", Value.of(pool.orElse(CONNECTIONS)));
        settings.put("callTimeout", Value.of(timeout.orElse(TIMEOUT).toMillis() + "ms"));
        return Optional.of(new SmtpSettings(Value.of(settings), login.get()));
    }

    /** A text that differs between a test and the real thing, so it may come from outside. */
    private static Optional<String> place(Field field, Pattern pattern, Secrets secrets, String expected) {
        Optional<String> text = SecretText.read(field, secrets).map(Secret::value);
        if (text.isEmpty() || pattern.matcher(text.get()).matches()) return text;
        String shown = SecretText.isReference(field) ? field.name() : field.quoted(text.get());
        field.error("%s is not %s".formatted(shown, expected));
        return Optional.empty();
    }

    private static Optional<Duration> timeout(Field field) {
        Optional<Duration> timeout = field.duration();
        if (timeout.isEmpty()) return timeout;
        if (timeout.get().compareTo(TIMEOUT_MIN) >= 0 && timeout.get().compareTo(TIMEOUT_MAX) <= 0) return timeout;
        field.error("timeout is out of range; expected 50ms to 10m");
        return Optional.empty();
    }

    private static Optional<Map<String, Secret>> login(Section section, Secrets secrets) {
        Optional<Field> username = section.optional("username");
        Optional<Field> password = section.optional("password");
        if (username.isEmpty() && password.isEmpty()) return Optional.of(Map.of());
        if (username.isEmpty() || password.isEmpty()) {
            username.or(() -> password).get().error("username and password go together; one of them is missing");
        }
        Optional<Secret> user = username.flatMap(field -> SecretText.read(field, secrets));
        Optional<Secret> word = password.flatMap(field -> SecretText.referred(field, secrets));
        if (user.isEmpty() || word.isEmpty()) return Optional.empty();
        var login = new LinkedHashMap<String, Secret>();
        login.put("username", user.get());
        login.put("password", word.get());
        return Optional.of(login);
    }

    private static int defaultPort(String security) {
        return switch (security) {
            case "tls" -> 465;
            case "starttls" -> 587;
            default -> 25;
        };
    }
}
