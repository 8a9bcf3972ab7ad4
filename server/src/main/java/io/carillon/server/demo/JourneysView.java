package io.carillon.server.demo;

import static io.carillon.server.demo.Markup.escape;
import static io.carillon.server.demo.Markup.number;

import io.carillon.core.journey.Ended;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.Step;
import io.carillon.server.runtime.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Each journey as a row of its steps, with the people who stand at each, and how the others left it. */
final class JourneysView {
    private final JourneyDefinition journey;
    private final List<Run> active = new ArrayList<>();
    private final Map<RunEnd, Integer> ended = new TreeMap<>();

    private JourneysView(JourneyDefinition journey, Picture picture) {
        this.journey = journey;
        picture.customers().values().forEach(root -> {
            Map<RunKey, Run> runs = root.customer().runs().active();
            runs.values().stream()
                    .filter(run -> run.key().journey().equals(journey.id()))
                    .forEach(active::add);
            Map<RunKey, Ended> past = root.customer().runs().ended();
            past.forEach((key, end) -> {
                if (key.journey().equals(journey.id())) ended.merge(end.reason(), 1, Integer::sum);
            });
        });
    }

    static String of(Engine engine, Picture picture) {
        var html = new StringBuilder();
        for (JourneyDefinition journey :
                engine.workspace().orElseThrow().journeys().values()) {
            html.append(new JourneysView(journey, picture).html());
        }
        return html.toString();
    }

    private String html() {
        int left = ended.values().stream().mapToInt(Integer::intValue).sum();
        var html = new StringBuilder("<article class=\"journey\"><h3>%s</h3><div class=\"steps\">"
                .formatted(escape(journey.id().text())));
        html.append(step("trigger", journey.trigger().query().event(), active.size() + left, "entered"));
        for (int index = 0; index < journey.steps().size(); index++) {
            int at = index;
            long here = active.stream()
                    .filter(run -> run.version().equals(journey.version()) && run.step() == at)
                    .count();
            html.append(shown(journey.steps().get(index), here));
        }
        html.append("<i>→</i><div class=\"end\">");
        if (ended.isEmpty()) html.append("<span>nobody has left it yet</span>");
        ended.forEach((reason, count) -> html.append("<span><b>%s</b> %s</span>"
                .formatted(number(count), reason.name().toLowerCase(Locale.ROOT))));
        return html.append("</div></div></article>").toString();
    }

    private static String shown(Step step, long here) {
        return switch (step) {
            case Step.Wait(var _, var duration) -> arrow("wait", said(duration), here);
            case Step.WaitFor(var _, var event, var atMost) ->
                arrow("wait", "%s, at most %s".formatted(event.event(), said(atMost)), here);
            case Step.WaitUntil(var id, var _, var atMost) ->
                arrow("wait", "until %s, at most %s".formatted(id.text(), said(atMost)), here);
            case Step.Send(var _, var message) -> arrow("send", message.text(), here);
            case Step.Branch(var id, var _, var _) -> arrow("if", id.text(), here);
            case Step.WaitTime(var _, var time, var _) -> arrow("wait", "until " + time, here);
            case Step.Split(var _, var ways) ->
                arrow("split", ways.stream().map(Step.Way::name).collect(Collectors.joining(" / ")), here);
            case Step.SetTraits(var _, var settings) ->
                arrow("set", settings.stream().map(Step.Setting::trait).collect(Collectors.joining(", ")), here);
            case Step.Start(var _, var journey) -> arrow("start", journey.text(), here);
            case Step.Stop(var _, var journey) -> arrow("stop", journey.text(), here);
            case Step.Call call -> arrow("webhook", call.webhook(), here);
            case Step.Go _ -> ""; // nobody stands there
        };
    }

    private static String arrow(String kind, String what, long here) {
        return "<i>→</i>" + step(kind, what, here, "here now");
    }

    private static String step(String kind, String what, long people, String meaning) {
        return "<div class=\"%s\"><small>%s</small>%s<span><b>%s</b> %s</span></div>"
                .formatted(kind, kind, escape(what), number(people), meaning);
    }

    private static String said(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
