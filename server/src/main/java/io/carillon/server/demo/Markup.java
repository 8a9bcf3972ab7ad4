package io.carillon.server.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Pieces of HTML that every page has. */
final class Markup {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(DayClock.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).withZone(DayClock.ZONE);

    private Markup() {}

    static String page(String title, DayClock clock, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Carillon demo</title>
            <link rel="stylesheet" href="/demo.css">
            <script src="/demo.js" defer></script>
            </head>
            <body>
            <header>
              <a class="brand" href="/"><span class="bell">🔔</span> Carillon</a>
              <span class="badge">simulated shoppers</span>
              <span class="clock" data-live="clock" title="not the world's time">%s<small>%s · clock × %s</small></span>
            </header>
            <main>
            %s
            </main>
            <footer>Everything here came in by <code>POST /v1/…</code> and went out by SMTP to a mail server in this process.
            Nobody on this page is real. Ctrl-C ends it.</footer>
            </body>
            </html>
            """.formatted(
                        escape(title),
                        time(clock.now()),
                        DAY.format(clock.now()),
                        Long.toString(Math.round(clock.factor())),
                        body);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** For text and attribute values. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A mail as its reader sees it; nothing in it can run or load. */
    static String mail(String html) {
        return "<iframe sandbox=\"\" srcdoc=\"" + escape(html) + "\"></iframe>";
    }

    static String outcome(String word) {
        return "<span class=\"outcome %s\">%s</span>".formatted(escape(word), escape(word));
    }
}
