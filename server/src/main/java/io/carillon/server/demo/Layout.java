package io.carillon.server.demo;

import java.time.Instant;
import java.util.List;

/** What every page has around it. */
record Layout(DayClock clock) {
    private record Place(String path, String name) {}

    private static final List<Place> PLACES = List.of(
            new Place("/", "Overview"),
            new Place("/customers", "Customers"),
            new Place("/segments", "Segments"),
            new Place("/messages", "Messages"),
            new Place("/decisions", "Decisions"),
            new Place("/quality", "Data quality"));

    /**
     * A whole page.
     *
     * @param place path of the part of the page that it belongs to
     */
    String page(String title, String place, Html body) {
        return Html.of(
                        """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} · Carillon</title>
                <link rel="icon" href="/demo.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/demo.css">
                <script src="/demo.js" defer></script>
                </head>
                <body>
                <a class="skip" href="#main">Skip to content</a>
                {}
                <header class="top">
                <a class="brand" href="/"><img src="/demo.svg" alt="" width="22" height="22">Carillon</a>
                <nav aria-label="Parts">{}</nav>
                <form role="search" action="/search"><label class="hidden" for="q">E-mail, user id or other identifier</label>
                <input id="q" type="search" name="q" placeholder="E-mail or user id" maxlength="200" autocomplete="off"></form>
                </header>
                <main id="main" data-live="main" data-every="{}" tabindex="-1">{}</main>
                <footer>Everything here came in by <code>POST /v1/…</code> and left through the channels of a real server in this
                process. Ctrl-C ends it.</footer>
                </body>
                </html>
                """,
                        title,
                        banner(),
                        Html.join(PLACES.stream().map(it -> link(it, place))),
                        place.equals("/") ? "1" : "3",
                        body)
                .text();
    }

    private static Html link(Place place, String current) {
        return Html.of(
                "<a href=\"{}\"{}>{}</a>",
                place.path(),
                new Html(" aria-current=\"page\"").when(place.path().equals(current)),
                place.name());
    }

    /** Nobody shall take it for the world's time, or for the world's people. */
    private Html banner() {
        Instant now = clock.now();
        return Html.of("""
                <p class="simulated" data-live="clock"><strong>Simulated clock: <time datetime="{}">{}</time>, ×{}</strong>
                <span>Browsing and names are simulated, orders are real (UCI Online Retail, CC BY 4.0).</span></p>""", now, Markup.whole(now), Math.round(clock.factor()));
    }
}
