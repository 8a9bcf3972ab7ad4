package io.carillon.server.demo;

import io.carillon.core.condition.Meaning;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Segments: who is in them, and how many there were. */
record SegmentViews(Engine engine, Picture picture, Course course) {
    private static final int COLOURS = 8;
    /** Of all customers; a segment of as many is not drawn with the others. */
    private static final double EVERYBODY = 0.95;

    private static final int LINE_LENGTH_MAX = 140;

    /** All of them in one picture, and in a list. */
    Html overview() {
        var lines = new ArrayList<Chart.Series>();
        var rows = new ArrayList<Html>();
        int index = 0;
        for (Map.Entry<SegmentDefinition, Long> entry : picture.segments().entrySet()) {
            SegmentDefinition segment = entry.getKey();
            int colour = index++ % COLOURS;
            List<Long> sizes = course.segment(segment.id().text());
            // Whoever is everybody would press the others to the ground.
            if (entry.getValue() < EVERYBODY * picture.customers().size()) {
                lines.add(new Chart.Series(segment.name(), colour, sizes));
            }
            rows.add(Html.of(
                    """
                    <li><span class="swatch c{}" aria-hidden="true"></span><div><a href="/segments/{}">{}</a>\
                    <span class="note">{}</span></div>{}<b>{}</b></li>""",
                    Integer.toString(colour),
                    segment.id().text(),
                    segment.name(),
                    Meaning.of(segment.when()).line(LINE_LENGTH_MAX),
                    Chart.spark(
                            "Members of " + segment.name() + " over time",
                            colour,
                            sizes.stream().map(Long::doubleValue).toList()),
                    entry.getValue()));
        }
        if (rows.isEmpty()) return Markup.empty("No segment is defined.");
        return Html.of(
                "<div class=\"two wide\"><div class=\"card\"><h3>Members over time</h3>{}</div><div class=\"card\"><ul class=\"legend\">{}</ul></div></div>",
                course.isDrawn()
                        ? Chart.lines("Members of each segment over time", course.times(), lines)
                        : Markup.empty("Nothing to draw yet."),
                Html.join(rows.stream()));
    }

    /**
     * One on a page of its own.
     *
     * @param whole what the API says of it
     * @param members a part of them, as the API lists them
     */
    Optional<Html> page(String id, Value.Fields whole, Value.Fields members) {
        Optional<SegmentDefinition> found = picture.segments().keySet().stream()
                .filter(segment -> segment.id().text().equals(id))
                .findFirst();
        return found.map(segment -> page(segment, whole, members));
    }

    private Html page(SegmentDefinition segment, Value.Fields whole, Value.Fields members) {
        String id = segment.id().text();
        List<Value.Fields> listed = Said.items(members, "items");
        var series = new Chart.Series(segment.name(), 0, course.segment(id));
        return Html.of(
                """
                <p class="crumb"><a href="/segments">Segments</a></p>
                <h1>{}</h1>
                <section class="two wide"><div class="card"><h2>{} now</h2>{}</div>
                <div class="card"><h2>Whoever meets</h2><ul class="meaning">{}</ul>
                <details><summary>As it is written</summary><pre><code>{}</code></pre></details></div></section>
                <section><h2>Members</h2><div class="card">{}{}</div></section>
                """,
                segment.name(),
                Markup.count(Said.number(whole, "size"), "member"),
                course.isDrawn()
                        ? Chart.lines("Members over time", course.times(), List.of(series))
                        : Markup.empty("Nothing to draw yet."),
                meaning(Meaning.of(segment.when())),
                Said.text(whole, "definition"),
                listed.isEmpty() ? Markup.empty("Nobody is in it now.") : CustomersPage.list(faces(listed)),
                Pages.onward("/segments/" + id, members.text("next")));
    }

    private List<Face> faces(List<Value.Fields> members) {
        Map<String, Face> byId = picture.customers().stream()
                .collect(java.util.stream.Collectors.toMap(Face::id, face -> face, (one, _) -> one));
        return members.stream()
                .map(member -> Said.text(member, "id"))
                .map(id -> Optional.ofNullable(byId.get(id)).orElseGet(() -> Face.unknown(id, picture.at())))
                .toList();
    }

    private static Html meaning(Meaning meaning) {
        Html parts = Html.join(meaning.parts().stream().map(SegmentViews::meaning));
        return Html.of(
                "<li>{}{}</li>",
                meaning.text(),
                Html.of("<ul>{}</ul>", parts).when(!meaning.parts().isEmpty()));
    }
}
