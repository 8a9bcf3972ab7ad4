package io.carillon.core.definition;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The smallest useful workspace, and ways to read it. */
final class Workspaces {
    static final SortedMap<String, String> SMALLEST = new TreeMap<>(Map.of(
            "workspace.yaml",
            """
            workspace: shop
            timezone: Europe/Berlin
            """,
            "sources/site.yaml",
            """
            source: site
            writeKey: ${env:SITE_KEY}
            """,
            "topics/reminders.yaml",
            """
            topic: reminders
            default: opt-out        # subscribed until they say no; opt-in = only after a yes
            """,
            "channels/mail.yaml",
            """
            channel: email
            provider: smtp
            host: 127.0.0.1
            port: 2525
            security: none          # none, starttls, tls
            from: Shop <shop@example.com>
            """,
            "messages/cart-reminder.yaml",
            """
            message: cart-reminder
            purpose: marketing      # or transactional
            topic: reminders
            channels:
              email:
                subject: "Still yours, {{ customer.firstName }}"
                html: "<p>{{ event.name }} is waiting. <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>"
            """,
            "journeys/abandoned-cart.yaml",
            """
            journey: abandoned-cart
            trigger: {event: Product Added, key: cart_id}              # one run per cart
            exit: [{event: Order Completed}]
            steps:
              - wait: 1h
              - send: cart-reminder
            """));

    static final String HOOK_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final String HOOK = """
            channel: webhook
            provider: webhook
            url: https://hooks.example.com/in?shop=1
            secret: ${env:HOOK_KEY}
            """;

    static final String SUBSCRIPTION = """
            webhook: crm
            facts: [segment.entered, message.sent]
            url: https://crm.example.com/facts
            secret: ${env:HOOK_KEY}
            """;

    static final Secrets SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            if (name.equals("HOOK_KEY") || name.equals("HOOK_KEY_2")) return Optional.of(HOOK_KEY);
            return name.equals("SITE_KEY") || name.equals("MAIL_PASSWORD")
                    ? Optional.of("value-of-" + name)
                    : Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
            return path.equals("/run/mail") ? Optional.of("value-of-file") : Optional.empty();
        }
    };

    /** Knows one fault: a tag that never ends. */
    static final TemplateCheck TEMPLATES = source -> {
        int open = source.indexOf("{{");
        while (open >= 0 && isClosed(source, open)) open = source.indexOf("{{", open + 2);
        if (open < 0) return Optional.empty();
        int lineStart = source.lastIndexOf('\n', open) + 1;
        int line =
                (int) source.substring(0, open).chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new TemplateCheck.Fault(line, open - lineStart + 1, "{{ is never closed"));
    };

    private Workspaces() {}

    private static boolean isClosed(String source, int open) {
        int close = source.indexOf("}}", open);
        int next = source.indexOf("{{", open + 2);
        return close >= 0 && (next < 0 || close < next);
    }

    /** A file of the smallest workspace. */
    static String text(String path) {
        return Objects.requireNonNull(SMALLEST.get(path));
    }

    static SortedMap<String, String> with(String path, String text) {
        var files = new TreeMap<>(SMALLEST);
        files.put(path, text);
        return files;
    }

    static Outcome read(SortedMap<String, String> files) {
        return WorkspaceReader.read(files, SECRETS, TEMPLATES);
    }

    static Workspace valid(SortedMap<String, String> files) {
        return switch (read(files)) {
            case Outcome.Valid(var workspace, var _) -> workspace;
            case Outcome.Invalid(var problems) -> throw new AssertionError("expected no problems, had " + problems);
        };
    }
}
