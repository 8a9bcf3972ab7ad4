package io.carillon.server.demo;

import io.carillon.core.condition.Meaning;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.Step;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A journey from its trigger down to its end, with those who stand at each step, and how the others left it. */
final class JourneyDiagram {
    private static final int LINE_LENGTH_MAX = 120;

    private final JourneyDefinition journey;
    private final Picture picture;
    private final List<MessageRow> said;

    JourneyDiagram(JourneyDefinition journey, Picture picture) {
        this.journey = journey;
        this.picture = picture;
        said = picture.messages().stream()
                .filter(row -> row.dispatch().intent().run().journey().equals(journey.id()))
                .toList();
    }

    Html html() {
        Traffic traffic = picture.traffic();
        return Html.of(
                """
                <article class="card journey" id="journey-{}"><h3>{}</h3>
                <dl class="figures"><div><dt>entered</dt><dd>{}</dd></div><div><dt>under way</dt><dd>{}</dd></div>
                <div><dt>finished</dt><dd>{}</dd></div><div><dt>exited</dt><dd>{}</dd></div></dl>
                <ol class="flow"><li class="node trigger"><small>starts with</small><b>{}</b>{}</li>{}<li class="node end"><small>end</small>{}</li></ol>
                {}</article>""",
                journey.id().text(),
                name(journey.id().text()),
                traffic.entered(journey.id()),
                traffic.underWay(journey.id()),
                traffic.ended(journey.id(), RunEnd.COMPLETED),
                traffic.ended(journey.id(), RunEnd.EXITED),
                journey.trigger().query().event(),
                entryCondition(),
                sequence(0, journey.steps().size()),
                exits(),
                earlier());
    }

    /** {@code abandoned-cart} as a title. */
    static String name(String id) {
        String words = id.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Html entryCondition() {
        return journey.when()
                .map(when -> Html.of("<span>if {}</span>", Meaning.of(when).line(LINE_LENGTH_MAX)))
                .orElse(Html.NONE);
    }

    private Html exits() {
        String events = journey.exits().stream()
                .map(exit -> exit.query().event())
                .distinct()
                .collect(Collectors.joining(", "));
        return Html.of("<span>or at once on {}</span>", events).when(!events.isEmpty());
    }

    private Html earlier() {
        long earlier = picture.traffic().onEarlierVersions(journey);
        return Html.of("<p class=\"note\">{} more keep to an earlier version.</p>", earlier)
                .when(earlier > 0);
    }

    /** Steps from one index to before another; the ways of a branch stand side by side. */
    private Html sequence(int from, int to) {
        var nodes = new ArrayList<Html>();
        int index = from;
        while (index < to) {
            Step step = journey.steps().get(index);
            if (step instanceof Step.Branch(var id, var condition, var otherwise)) {
                int second = Math.min(otherwise, to);
                boolean isTwoWays = second > index + 1 && journey.steps().get(second - 1) instanceof Step.Go;
                int join = isTwoWays ? Math.min(joinOf(second - 1), to) : second;
                Html asks =
                        node("div", "branch", "asks if", Meaning.of(condition).line(LINE_LENGTH_MAX), here(index));
                nodes.add(fork(
                        asks,
                        List.of(
                                lane("yes", sequence(index + 1, isTwoWays ? second - 1 : second)),
                                lane("no", sequence(second, join)))));
                index = Math.max(index + 1, join);
            } else if (step instanceof Step.Split(var id, var ways)) {
                int join = Math.min(joinOf(ways.get(1).to() - 1), to);
                nodes.add(fork(node("div", "branch", "draws lots", "", here(index)), lanes(ways, join)));
                index = Math.max(index + 1, join);
            } else {
                nodes.add(shown(step, index));
                index++;
            }
        }
        return Html.join(nodes.stream());
    }

    /** Each way ends with a step over those that follow. */
    private List<Html> lanes(List<Step.Way> ways, int join) {
        int total = ways.stream().mapToInt(Step.Way::weight).sum();
        var lanes = new ArrayList<Html>();
        for (int way = 0; way < ways.size(); way++) {
            int next = way + 1 < ways.size() ? ways.get(way + 1).to() : join;
            String share =
                    "%s, %d of %d".formatted(ways.get(way).name(), ways.get(way).weight(), total);
            lanes.add(lane(share, sequence(ways.get(way).to(), next - 1)));
        }
        return lanes;
    }

    private static Html fork(Html asks, List<Html> lanes) {
        return Html.of("<li class=\"fork\">{}<div class=\"lanes\">{}</div></li>", asks, Html.join(lanes.stream()));
    }

    private static Html lane(String name, Html steps) {
        return Html.of("<div><span class=\"lane\">{}</span><ol class=\"flow\">{}</ol></div>", name, steps);
    }

    private int joinOf(int index) {
        return journey.steps().get(index) instanceof Step.Go(var id, var to) ? to : index + 1;
    }

    private Html shown(Step step, int index) {
        return switch (step) {
            case Step.Wait(var id, var duration) -> node("li", "wait", "waits", Markup.said(duration), here(index));
            case Step.WaitFor(var id, var event, var atMost) ->
                node("li", "wait", "waits for", event.event() + ", at most " + Markup.said(atMost), here(index));
            case Step.WaitUntil(var id, var condition, var atMost) ->
                node(
                        "li",
                        "wait",
                        "waits until",
                        Meaning.of(condition).line(LINE_LENGTH_MAX) + ", at most " + Markup.said(atMost),
                        here(index));
            case Step.Send(var id, var message) ->
                node("li", "send", "sends", message.text(), Html.of("{}{}", here(index), outcomes(id.text())));
            case Step.WaitTime(var id, var time, var days) ->
                node("li", "wait", "waits until", time + (days.size() < 7 ? " on " + days(days) : ""), here(index));
            case Step.SetTraits(var id, var settings) ->
                node("li", "act", "sets", each(settings, Step.Setting::trait), here(index));
            case Step.Start(var id, var other) -> node("li", "act", "starts", other.text(), here(index));
            case Step.Stop(var id, var other) -> node("li", "act", "stops", other.text(), here(index));
            case Step.Call call -> node("li", "act", "tells", call.webhook(), here(index));
            case Step.Branch _, Step.Split _, Step.Go _ -> Html.NONE; // drawn with the ways they lead
        };
    }

    private static String days(SortedSet<DayOfWeek> days) {
        return each(days, day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }

    private static <T> String each(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }

    private static Html node(String tag, String kind, String does, String what, Html people) {
        return Html.of("<{} class=\"node {}\"><small>{}</small><b>{}</b>{}</{}>", tag, kind, does, what, people, tag);
    }

    private Html here(int index) {
        long here = picture.traffic().at(journey, index);
        return Html.of("<span class=\"here\"><b>{}</b> here now</span>", here).when(here > 0);
    }

    private Html outcomes(String step) {
        long sent = count(step, DispatchStatus.SENT);
        long held = count(step, DispatchStatus.WITHHELD) + count(step, DispatchStatus.LAPSED);
        return Html.of(
                "<span>{} sent{}</span>", sent, Html.of(" · {} not sent", held).when(held > 0));
    }

    private long count(String step, DispatchStatus status) {
        return said.stream()
                .filter(row -> row.dispatch().status() == status
                        && row.dispatch().intent().step().text().equals(step))
                .count();
    }
}
