package io.carillon.server.demo;

import static io.carillon.server.demo.Markup.escape;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One person, from what the API says of them. */
final class PersonPage {
    private PersonPage() {}

    static String body(Value.Fields profile, Value.Fields timeline, Value.Fields decisions) {
        return """
            <h1>%s</h1>
            <div class="columns">
            <section><h2>Who</h2>%s<h2>Traits</h2>%s<h2>Segments</h2><p>%s</p></section>
            <section><h2>What was decided, and why</h2>%s</section>
            </div>
            <section><h2>Timeline</h2>%s</section>
            """.formatted(
                        escape(People.name(profile.fields("traits"))),
                        identifiers(profile),
                        traits(profile.fields("traits")),
                        chips(texts(profile, "segments")),
                        decisions(decisions),
                        timeline(timeline));
    }

    private static String identifiers(Value.Fields profile) {
        var all = items(profile, "identifiers").stream()
                .map(it -> said(it, "kind") + ":" + said(it, "value"))
                .toList();
        int merged = texts(profile, "mergedIds").size();
        String note = merged == 0
                ? ""
                : "<p class=\"note\">Was %d customers until we learnt better.</p>".formatted(merged + 1);
        return "<p>" + chips(all) + "</p>" + note;
    }

    private static String chips(List<String> texts) {
        if (texts.isEmpty()) return "<span class=\"note\">none</span>";
        var html = new StringBuilder();
        for (String text : texts) html.append("<span class=\"chip\">%s</span> ".formatted(escape(text)));
        return html.toString();
    }

    private static String traits(Value.Fields traits) {
        if (traits.isEmpty()) return "<p class=\"note\">They have told nothing.</p>";
        var html = new StringBuilder("<dl>");
        traits.fields()
                .forEach((name, value) -> html.append("<dt>%s<dd>%s".formatted(escape(name), escape(plain(value)))));
        return html.append("</dl>").toString();
    }

    private static String decisions(Value.Fields decisions) {
        List<Value.Fields> all = items(decisions, "items");
        if (all.isEmpty()) return "<p class=\"note\">No journey wished to say anything yet.</p>";
        var html = new StringBuilder();
        for (Value.Fields decision : all) {
            html.append("<article class=\"decision\"><h3>%s %s <small>%s · %s</small></h3><ol>"
                    .formatted(
                            escape(said(decision, "message")),
                            Markup.outcome(said(decision, "outcome")),
                            escape(said(decision, "journey")),
                            time(decision)));
            for (Value.Fields reason : items(decision, "reasons")) {
                boolean passed = reason.get("passed").equals(Optional.of(Value.of(true)));
                html.append("<li class=\"%s\"><b>%s</b> %s</li>"
                        .formatted(
                                passed ? "passed" : "failed",
                                escape(said(reason, "gate").replace('_', ' ')),
                                escape(said(reason, "detail"))));
            }
            html.append(
                    "</ol><a href=\"/messages/%s\">the message</a></article>".formatted(escape(said(decision, "id"))));
        }
        return html.toString();
    }

    private static String timeline(Value.Fields timeline) {
        var html = new StringBuilder("<table class=\"timeline\">");
        for (Value.Fields row : items(timeline, "items")) {
            html.append("<tr><td>%s<td><span class=\"chip\">%s</span><td>%s</tr>"
                    .formatted(time(row), escape(said(row, "type").replace('_', ' ')), escape(summary(row))));
        }
        return html.append("</table>").toString();
    }

    private static String summary(Value.Fields row) {
        return switch (said(row, "type")) {
            case "event" -> event(row.fields("event"));
            case "segment_entered", "segment_left" -> said(row, "segment");
            case "journey_started" -> run(row);
            case "journey_ended" -> run(row) + ": " + said(row, "reason");
            case "identifier_gained", "identifier_refused", "identifier_moved" -> said(row, "identifier");
            case "absorbed" -> "took in " + said(row, "from") + " because of " + said(row, "because");
            case "merged" -> "joined " + said(row, "into") + " because of " + said(row, "because");
            case "subscribed", "unsubscribed" ->
                "%s about %s, by %s".formatted(said(row, "channel"), said(row, "topic"), said(row, "by"));
            default -> said(row, "message") + reason(row);
        };
    }

    private static String run(Value.Fields row) {
        String key = said(row, "key");
        return said(row, "journey") + (key.isEmpty() ? "" : " " + key);
    }

    private static String reason(Value.Fields row) {
        String reason = said(row, "reason");
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String event(Value.Fields event) {
        Value.Fields properties = event.fields("properties");
        String name = said(event, "name").isEmpty() ? said(event, "type") : said(event, "name");
        String what = said(properties, "name");
        String total =
                properties.get("total").map(value -> " " + plain(value) + " €").orElse("");
        return name + (what.isEmpty() ? "" : " " + said(properties, "image") + " " + what) + total;
    }

    private static String time(Value.Fields row) {
        String at = said(row, "at");
        return at.isEmpty() ? "" : Markup.time(Instant.parse(at));
    }

    private static String plain(Value value) {
        return value instanceof Value.Text(var text) ? text : Json.write(value);
    }

    static String said(Value.Fields fields, String name) {
        return fields.text(name).orElse("");
    }

    private static List<Value.Fields> items(Value.Fields fields, String name) {
        if (!(fields.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items))) return List.of();
        return items.stream()
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .toList();
    }

    private static List<String> texts(Value.Fields fields, String name) {
        if (!(fields.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items))) return List.of();
        return items.stream().map(PersonPage::plain).toList();
    }
}
