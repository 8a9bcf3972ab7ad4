package io.carillon.server.demo;

import static io.carillon.server.demo.Markup.escape;
import static io.carillon.server.demo.PersonPage.said;

import io.carillon.core.value.Value;

/** One message, from what the API says of it. */
final class MessagePage {
    private MessagePage() {}

    static String body(Value.Fields message) {
        Value.Fields content = message.fields("content");
        String rendered = content.isEmpty()
                ? "<p class=\"note\">It was never written: nothing was to be said.</p>"
                : "<div class=\"whole\">" + Markup.mail(said(content, "html")) + "</div>";
        return """
            <h1>%s %s</h1>
            <section>
            <dl><dt>to<dd><a href="/customers/%s">%s</a>
            <dt>subject<dd>%s
            <dt>journey<dd>%s %s
            <dt>purpose<dd>%s %s
            <dt>the last thing found<dd>%s</dl>
            %s
            </section>
            """.formatted(
                        escape(said(message, "message")),
                        Markup.outcome(said(message, "status")),
                        escape(said(message, "customer")),
                        escape(message.text("endpoint").orElse("this person")),
                        escape(said(content, "subject")),
                        escape(said(message, "journey")),
                        escape(said(message, "key")),
                        escape(said(message, "purpose")),
                        escape(said(message, "topic")),
                        escape(said(message, "reason")),
                        rendered);
    }
}
