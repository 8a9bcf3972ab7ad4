package io.carillon.testkit;

import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.Workspace;
import io.carillon.core.definition.WorkspaceReader;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a workspace: text by path. Immutable. */
public record WorkspaceFiles(SortedMap<String, String> texts) {
    private static final String HOOK_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Secrets SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return Optional.of(name.endsWith("HOOK_KEY") ? HOOK_KEY : "secret of " + name);
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    };

    public WorkspaceFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** The smallest useful one: a shop that reminds of abandoned carts by e-mail, an hour after. */
    public static WorkspaceFiles smallest() {
        return new WorkspaceFiles(new TreeMap<>())
                .with("workspace.yaml", """
                        workspace: shop
                        timezone: Europe/Berlin
                        """)
                .with("sources/site.yaml", """
                        source: site
                        writeKey: ${env:SITE_KEY}
                        """)
                .with("topics/reminders.yaml", """
                        topic: reminders
                        default: opt-out
                        """)
                .with("channels/mail.yaml", """
                        channel: email
                        provider: smtp
                        host: 127.0.0.1
                        port: 2525
                        security: none
                        from: Shop <shop@example.com>
                        """)
                .with("messages/cart-reminder.yaml", """
                        message: cart-reminder
                        purpose: marketing
                        topic: reminders
                        channels:
                          email:
                            subject: "Still yours, {{ customer.firstName }}"
                            html: "<p>{{ event.name }} is waiting. <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>"
                        """)
                .with("journeys/abandoned-cart.yaml", """
                        journey: abandoned-cart
                        trigger: {event: Product Added, key: cart_id}
                        exit: [{event: Order Completed}]
                        steps:
                          - wait: 1h
                          - send: cart-reminder
                        """);
    }

    public WorkspaceFiles with(String path, String text) {
        var more = new TreeMap<>(texts);
        more.put(path, text);
        return new WorkspaceFiles(more);
    }

    public WorkspaceFiles without(String path) {
        var fewer = new TreeMap<>(texts);
        if (fewer.remove(path) == null) throw new IllegalArgumentException("there is no file " + path);
        return new WorkspaceFiles(fewer);
    }

    public String text(String path) {
        return Optional.ofNullable(texts.get(path))
                .orElseThrow(() -> new IllegalArgumentException("there is no file " + path));
    }

    /** With one text in place of another. */
    public WorkspaceFiles changing(String path, String what, String into) {
        String text = text(path);
        if (!text.contains(what)) throw new IllegalArgumentException(path + " does not contain " + what);
        return with(path, text.replace(what, into));
    }

    /**
     * What they define.
     *
     * @throws IllegalArgumentException with every problem, when they are no workspace
     */
    public Workspace read() {
        return switch (WorkspaceReader.read(texts, SECRETS, TemplateCheck.LIQUID)) {
            case Outcome.Valid(var workspace, var _) -> workspace;
            case Outcome.Invalid(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }
}
