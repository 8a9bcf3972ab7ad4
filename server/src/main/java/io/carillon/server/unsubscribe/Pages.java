package io.carillon.server.unsubscribe;

import io.carillon.core.entity.knowledge.Addresses.Unsubscribe;
import io.carillon.core.message.DispatchId;
import java.util.List;

/** The words and the looks of the pages. */
final class Pages {
    private Pages() {}

    static String subscribed(String topic, Unsubscribe link) {
        return frame("Your subscription", """
                <h1>%s</h1>
                <p>%s gets messages about this.</p>
                <form method="post"><button name="unsubscribe" value="now">Unsubscribe</button></form>""".formatted(escape(topic), escape(masked(link))));
    }

    static String unsubscribed(String topic, Unsubscribe link, List<DispatchId> onTheirWay) {
        String late = switch (onTheirWay.size()) {
            case 0 -> "";
            case 1 -> "<p>One message had left already and may still arrive.</p>";
            default -> "<p>%d messages had left already and may still arrive.</p>".formatted(onTheirWay.size());
        };
        return frame("You are unsubscribed", """
                <h1>You are unsubscribed</h1>
                <p>%s gets no more messages about “%s”.</p>
                %s
                <form method="post"><button class="quiet" name="subscribe" value="again">Subscribe again</button></form>""".formatted(escape(masked(link)), escape(topic), late));
    }

    static String test() {
        return frame("A test", """
                <h1>This message was a test</h1>
                <p>Its link unsubscribes nobody. In the messages that customers get, this page is where they unsubscribe.</p>""");
    }

    static String badLink() {
        return frame("This link does not work", """
                <h1>This link does not work</h1>
                <p>It may have been cut off on its way. Please use the whole link from your message.</p>""");
    }

    static String busy() {
        return frame("Please try again", """
                <h1>Please try again</h1>
                <p>We could not save your choice just now. Please try again in a few seconds.</p>""");
    }

    private static String frame(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1d2330; background: #f4f5f8; }
            main { max-width: 30rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 12px;
                   box-shadow: 0 1px 3px rgb(0 0 0 / .12); }
            h1 { font-size: 1.4rem; margin: 0 0 .75rem; }
            p { margin: 0 0 1.25rem; }
            button { font: inherit; padding: .6rem 1.2rem; border: 0; border-radius: 8px; background: #2f4bd8; color: #fff;
                     cursor: pointer; }
            button.quiet { background: #e6e8ef; color: #1d2330; }
            </style>
            </head>
            <body><main>
            %s
            </main></body>
            </html>
            """.formatted(escape(title), body);
    }

    /** Enough for its owner to know it by: whoever gets the link by accident learns no address. */
    private static String masked(Unsubscribe link) {
        String value = link.endpoint().value();
        int at = value.lastIndexOf('@');
        if (at < 1) return "…" + value.substring(Math.max(0, value.length() - 3));
        return value.charAt(0) + "…" + value.substring(at);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
