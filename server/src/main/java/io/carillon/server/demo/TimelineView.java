package io.carillon.server.demo;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that happened to one person, newest first, day by day; a decision with all that was found. */
final class TimelineView {
    private static final int PROPERTIES_SHOWN = 3;

    private final Map<String, Value.Fields> decisions = new HashMap<>();
    private final Set<String> explained = new HashSet<>();

    private final Map<String, String> segmentNames;

    /**
     * Of one person.
     *
     * @param decisions as the API lists them
     * @param segmentNames by id
     */
    TimelineView(Value.Fields decisions, Map<String, String> segmentNames) {
        this.segmentNames = segmentNames;
        for (Value.Fields decision : Said.items(decisions, "items")) {
            this.decisions.put(Said.text(decision, "id"), decision);
        }
    }

    /** @param onward the way to what is older */
    Html html(Value.Fields timeline, Html onward) {
        List<Value.Fields> rows = Said.items(timeline, "items");
        if (rows.isEmpty()) return Markup.empty("Nothing has happened yet.");
        var html = new StringBuilder();
        String day = "";
        for (Value.Fields row : rows) {
            String on = Said.instant(row, "at").map(Markup::day).orElse("");
            if (!on.equals(day)) {
                html.append(Html.of("{}<h3 class=\"day\">{}</h3><ol class=\"timeline\">", end(day), on)
                        .text());
            }
            day = on;
            html.append(isToldAbove(row) ? "" : item(row).text());
        }
        return Html.of("{}{}{}", new Html(html.toString()), end(day), onward);
    }

    /** On its way to an end that stands above with everything that was asked. */
    private boolean isToldAbove(Value.Fields row) {
        String type = Said.text(row, "type");
        boolean isOnItsWay = type.equals("message_queued") || type.equals("message_claimed");
        return isOnItsWay && explained.contains(Said.text(row, "id"));
    }

    private static Html end(String day) {
        return new Html("</ol>").when(!day.isEmpty());
    }

    private Html item(Value.Fields row) {
        String type = Said.text(row, "type");
        Instant at = Said.instant(row, "at").orElse(Instant.EPOCH);
        return Html.of(
                "<li data-key=\"{}\" class=\"{}\"><time datetime=\"{}\">{}</time><div>{}</div></li>",
                Integer.toHexString(row.hashCode()),
                kind(type),
                at,
                Markup.time(at),
                said(type, row));
    }

    /** One of few, for its sign. */
    private static String kind(String type) {
        if (type.startsWith("message_")) return "message " + type.substring("message_".length());
        if (type.startsWith("segment_")) return "segment";
        if (type.startsWith("journey_")) return "journey";
        if (type.startsWith("identifier_") || type.equals("absorbed") || type.equals("merged")) return "identity";
        return type.equals("event") ? "event" : "choice";
    }

    private Html said(String type, Value.Fields row) {
        return switch (type) {
            case "event" -> event(row.fields("event"));
            case "segment_entered" -> plain("Entered segment", segment(row));
            case "segment_left" -> plain("Left segment", segment(row));
            case "journey_started" -> plain("Entered journey", run(row));
            case "journey_ended" -> plain("Left journey", run(row) + ": " + Said.text(row, "reason"));
            case "absorbed" -> plain("Took in", Said.text(row, "from") + ", because of " + Said.text(row, "because"));
            case "merged" -> plain("Joined", Said.text(row, "into") + ", because of " + Said.text(row, "because"));
            case "unmerged" -> plain("Was told apart from", Said.text(row, "from"));
            case "restored" -> plain("Is their own again, apart from", Said.text(row, "from"));
            case "identifier_gained" -> plain("Is known as", Said.text(row, "identifier"));
            case "identifier_moved" -> plain("Is no longer known as", Said.text(row, "identifier"));
            case "subscribed", "unsubscribed" ->
                plain(
                        type.equals("subscribed") ? "Subscribed to" : "Unsubscribed from",
                        "%s by %s (%s)"
                                .formatted(Said.text(row, "topic"), Said.text(row, "channel"), Said.text(row, "by")));
            default -> type.startsWith("message_") ? decision(type, row) : plain(words(type), rest(row));
        };
    }

    private String segment(Value.Fields row) {
        String id = Said.text(row, "segment");
        return segmentNames.getOrDefault(id, id);
    }

    private static Html plain(String what, String detail) {
        return Html.of("<p>{} <span>{}</span></p>", what, detail);
    }

    /** The latest row of a message has everything; those before it only what came of it then. */
    private Html decision(String type, Value.Fields row) {
        String id = Said.text(row, "id");
        String outcome = type.substring("message_".length());
        Html title = Html.of(
                "<p>{} <a href=\"/messages/{}\">{}</a> <span>{}</span></p>",
                Markup.outcome(outcome),
                id,
                JourneyDiagram.name(Said.text(row, "message")),
                Said.text(row, "channel"));
        Optional<Value.Fields> whole = Optional.ofNullable(decisions.get(id));
        if (whole.isEmpty() || !explained.add(id)) {
            return Html.of("{}<p class=\"note\">{}</p>", title, Said.text(row, "reason"));
        }
        return Html.of(
                "{}<p class=\"why\">{}</p><details><summary>What was asked</summary>{}</details>",
                title,
                Said.text(whole.get(), "explanation"),
                MessagePage.gates(whole.get()));
    }

    private static Html event(Value.Fields event) {
        Value.Fields properties = event.fields("properties");
        String name = Said.text(event, "name").isEmpty() ? Said.text(event, "type") : Said.text(event, "name");
        String shown = properties.fields().entrySet().stream()
                .filter(field -> !(field.getValue() instanceof Value.Items || field.getValue() instanceof Value.Fields))
                .limit(PROPERTIES_SHOWN)
                .map(field -> Said.plain(field.getValue()))
                .collect(Collectors.joining(" · "));
        Value.Fields all = properties.isEmpty() ? event.fields("traits") : properties;
        return Html.of(
                "<p><b>{}</b> <span>{}</span></p>{}",
                name,
                shown,
                Html.of("<details><summary>As it came</summary><pre><code>{}</code></pre></details>", Json.write(all))
                        .when(!all.isEmpty()));
    }

    private static String run(Value.Fields row) {
        String key = Said.text(row, "key");
        return JourneyDiagram.name(Said.text(row, "journey")) + (key.isEmpty() ? "" : " (" + key + ")");
    }

    private static String words(String type) {
        return JourneyDiagram.name(type);
    }

    /** Whatever else a row says. */
    private static String rest(Value.Fields row) {
        return row.fields().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("type") && !field.getKey().equals("at"))
                .map(field -> Said.plain(field.getValue()))
                .collect(Collectors.joining(", "));
    }
}
