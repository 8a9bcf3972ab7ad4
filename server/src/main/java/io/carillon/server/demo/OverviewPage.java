package io.carillon.server.demo;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first page: the whole of the shop at one moment, in the order in which data flows. */
final class OverviewPage {
    private static final int DECISIONS_SHOWN = 10;
    private static final int CUSTOMERS_SHOWN = 8;
    private static final int NAMES_SHOWN = 8;

    private final Engine engine;
    private final Picture picture;
    private final Course course;
    private final DecisionsView decisions;
    private final DemoPages.Api api;

    OverviewPage(Engine engine, Picture picture, Course course, Reasons reasons, DemoPages.Api api) {
        this.engine = engine;
        this.picture = picture;
        this.course = course;
        this.decisions = new DecisionsView(picture, reasons);
        this.api = api;
    }

    Html body(Optional<DecisionsView.Fate> shown) throws IOException, InterruptedException {
        var messages = new MessageViews(engine, picture);
        return Html.of(
                """
                <h1 class="hidden">Overview</h1>
                <section class="figures row" aria-label="At a glance">{}</section>
                <section class="two wide"><div class="card"><h2>Events in</h2>{}</div><div class="card"><h2>By name</h2>{}</div></section>
                <section aria-labelledby="segments"><h2 id="segments"><a href="/segments">Segments</a></h2>{}</section>
                <section aria-labelledby="journeys"><h2 id="journeys">Journeys</h2><div class="journeys">{}</div></section>
                <section aria-labelledby="messages"><h2 id="messages"><a href="/messages">Messages</a></h2>
                <div class="gallery">{}</div>
                <div class="two"><div class="card"><h3>How far they came</h3>{}</div><div class="card"><h3>By channel</h3>{}</div></div></section>
                <section aria-labelledby="decisions"><h2 id="decisions"><a href="/decisions">Decisions</a></h2>
                <div class="card">{}{}</div></section>
                <section class="two"><div class="card"><h2><a href="/customers">Newest customers</a></h2>{}</div>{}</section>
                """,
                figures(),
                events(),
                names(),
                new SegmentViews(engine, picture, course).overview(),
                journeys(),
                messages.gallery(),
                course.isDrawn() ? course.messages() : Markup.empty("Nothing to draw yet."),
                messages.counts(),
                decisions.filter("/", "#decisions", shown),
                decisions.list(
                        decisions.of(shown).stream().limit(DECISIONS_SHOWN).toList()),
                CustomersPage.list(
                        picture.customers().stream().limit(CUSTOMERS_SHOWN).toList()),
                new WebhooksView(api).html());
    }

    private Html figures() {
        Traffic traffic = picture.traffic();
        Picture.Arriving events = picture.events();
        long sent = count(DispatchStatus.SENT);
        long held = count(DispatchStatus.WITHHELD) + count(DispatchStatus.LAPSED);
        return Html.of(
                "{}{}{}{}{}",
                figure(
                        "Events in",
                        events.total(),
                        Html.of("{} per second", Markup.rate(events.rate())),
                        Chart.spark("Events per second in the last minute", events.perSecond())),
                figure(
                        "Customers",
                        picture.customers().size(),
                        Html.of("{} profiles merged into them", picture.merged()),
                        Chart.spark("Customers over time", course.customers())),
                figure(
                        "On a journey",
                        traffic.underWay(),
                        Html.of("{} have come to an end", traffic.finished()),
                        Chart.spark("Runs under way in the last minute", picture.underWay())),
                figure(
                        "Messages sent",
                        sent,
                        Html.of("{} waiting", count(DispatchStatus.QUEUED) + count(DispatchStatus.CLAIMED)),
                        Chart.spark("Messages sent over time", course.messages("sent"))),
                figure(
                        "Not sent",
                        held,
                        Html.of("<a href=\"/decisions?show=withheld\">See why</a>"),
                        Chart.spark("Messages not sent over time", course.messages("withheld", "lapsed"))));
    }

    private static Html figure(String name, long number, Html note, Html spark) {
        return Html.of(
                "<div class=\"card figure\"><h2>{}</h2><p class=\"number\">{}</p><p class=\"note\">{}</p>{}</div>",
                name,
                number,
                note,
                spark);
    }

    private long count(DispatchStatus status) {
        return picture.messages().stream()
                .filter(row -> row.dispatch().status() == status)
                .count();
    }

    private Html events() {
        Html unusable = picture.events().unusable() == 0
                ? Html.of("Nothing was unusable.")
                : Html.of(
                        "<a href=\"/quality\">{} unusable, and why</a>",
                        picture.events().unusable());
        return Html.of(
                "{}<p class=\"note\">{}</p>",
                course.isDrawn() ? course.events() : Markup.empty("The first bar comes with the next day."),
                unusable);
    }

    private Html names() {
        List<Map.Entry<String, Long>> byName = picture.events().byName();
        if (byName.isEmpty()) return Markup.empty("Nothing has come in yet.");
        String most = Long.toString(byName.getFirst().getValue());
        return Html.of(
                "<dl class=\"meters\">{}</dl>{}",
                Html.join(byName.stream()
                        .limit(NAMES_SHOWN)
                        .map(entry -> Html.of(
                                "<div><dt>{}</dt><dd>{}</dd><dd class=\"meter\" aria-hidden=\"true\"><svg viewBox=\"0 0 {} 1\""
                                        + " preserveAspectRatio=\"none\"><rect width=\"{}\" height=\"1\"/></svg></dd></div>",
                                entry.getKey(),
                                entry.getValue(),
                                most,
                                entry.getValue().toString()))),
                Html.of("<p class=\"note\">and {} other names</p>", byName.size() - NAMES_SHOWN)
                        .when(byName.size() > NAMES_SHOWN));
    }

    private Html journeys() {
        return Html.join(engine.workspace().stream()
                .flatMap(workspace -> workspace.journeys().values().stream())
                .map(journey -> new JourneyDiagram(journey, picture).html()));
    }
}
