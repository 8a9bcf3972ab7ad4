package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** One message, from what the API says of it. */
final class MessagePage {
    private MessagePage() {}

    /**
     * The page.
     *
     * @param message as the API shows it
     * @param decision of which it came, when it was found
     * @param preview as it looks where it arrives; none when it was never written
     */
    static Html body(Value.Fields message, Optional<Value.Fields> decision, Optional<Html> preview) {
        return Html.of(
                """
                <p class="crumb"><a href="/messages">Messages</a></p>
                <h1>{} {}</h1>
                <section class="two"><div>
                <div class="card"><h2>Why</h2>{}</div>
                <div class="card"><h2>What</h2><dl class="facts">{}</dl></div>
                </div><div class="card">{}</div></section>
                """,
                JourneyDiagram.name(Said.text(message, "message")),
                Markup.outcome(Said.text(message, "status")),
                decision.map(MessagePage::why).orElseGet(() -> Html.of("<p>{}</p>", Said.text(message, "reason"))),
                facts(message),
                preview.orElseGet(() -> Markup.empty("It was never written: there was nothing to be said.")));
    }

    private static Html why(Value.Fields decision) {
        return Html.of("<p class=\"explained\">{}</p>{}", Said.text(decision, "explanation"), gates(decision));
    }

    /** Each thing that was asked before a message may leave, and the answer. */
    static Html gates(Value.Fields decision) {
        List<Value.Fields> reasons = Said.items(decision, "reasons");
        return Html.of("<ol class=\"gates\">{}</ol>", Html.join(reasons.stream().map(MessagePage::reason)))
                .when(!reasons.isEmpty());
    }

    private static Html reason(Value.Fields reason) {
        boolean passed = Said.flag(reason, "passed");
        return Html.of(
                "<li class=\"{}\"><b>{}</b><span class=\"hidden\"> {}:</span> {}</li>",
                passed ? "passed" : "failed",
                Said.text(reason, "gate").replace('_', ' '),
                passed ? "passed" : "did not pass",
                Said.text(reason, "detail"));
    }

    private static Html facts(Value.Fields message) {
        Html to = Html.of(
                "<a href=\"/customers/{}\">{}</a>",
                Said.text(message, "customer"),
                message.text("endpoint").orElse("this customer"));
        return Html.of(
                "{}{}{}{}{}{}{}{}{}",
                fact("to", to),
                fact("channel", Said.text(message, "channel")),
                fact("journey", Said.text(message, "journey")),
                fact("of", Said.text(message, "key")),
                fact("purpose", Said.text(message, "purpose")),
                fact("topic", Said.text(message, "topic")),
                fact("decided", Said.moment(message, "decidedAt")),
                fact("changed", Said.moment(message, "changedAt")),
                fact("attempts", Long.toString(Said.number(message, "attempts"))));
    }

    private static Html fact(String name, String text) {
        return text.isEmpty() ? Html.NONE : fact(name, Html.of("{}", text));
    }

    private static Html fact(String name, Html value) {
        return Html.of("<dt>{}</dt><dd>{}</dd>", name, value);
    }
}
