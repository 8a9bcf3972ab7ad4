package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person, from what the API says of them.
 *
 * @param whys of each segment, why they are in it or not
 */
record PersonPage(Value.Fields profile, List<Value.Fields> whys, Map<String, String> segmentNames, Html timeline) {

    Html body() {
        String name = People.name(profile.fields("traits"));
        String id = Said.text(profile, "id");
        return Html.of(
                """
                <p class="crumb"><a href="/customers">Customers</a></p>
                <div class="who">{}<div><h1>{}</h1><p class="note">{}</p></div></div>
                <section class="two person">
                <div>
                <div class="card"><h2>Identifiers</h2>{}</div>
                <div class="card"><h2>Traits</h2>{}{}</div>
                <div class="card"><h2>Segments</h2>{}</div>
                <div class="card"><h2>Journeys</h2>{}</div>
                <div class="card"><h2>Consent and preferences</h2>{}{}</div>
                </div>
                <div class="card"><h2>Timeline</h2>{}</div>
                </section>
                """,
                Face.avatar(id, name),
                name,
                seen(),
                identifiers(),
                traits(),
                computed(),
                segments(),
                journeys(),
                subscriptions(),
                preferences(),
                timeline);
    }

    private Html seen() {
        return Html.of(
                "First seen {}, last seen {} · {}",
                Said.moment(profile, "createdAt"),
                Said.moment(profile, "lastSeenAt"),
                Said.text(profile, "timezone"));
    }

    private Html identifiers() {
        Html all = Html.join(Said.items(profile, "identifiers").stream()
                .map(it -> Html.of(
                        "<li><span class=\"kind\">{}</span> {}</li>", Said.text(it, "kind"), Said.text(it, "value"))));
        int merged = Said.texts(profile, "mergedIds").size();
        return Html.of(
                "<ul class=\"identifiers\">{}</ul>{}",
                all,
                Html.of("<p class=\"note\">Was {} customers until we learnt better.</p>", merged + 1)
                        .when(merged > 0));
    }

    private Html traits() {
        Value.Fields traits = profile.fields("traits");
        if (traits.isEmpty()) return Markup.empty("They have told nothing.");
        Value.Fields sources = profile.fields("traitSources");
        var rows = new ArrayList<Html>();
        traits.fields().forEach((name, value) -> {
            Value.Fields source = sources.fields(name);
            rows.add(Html.of(
                    "<dt>{}</dt><dd>{} <span class=\"note\">{} {}</span></dd>",
                    name,
                    Said.readable(value),
                    Said.text(source, "source"),
                    Said.moment(source, "at")));
        });
        return Html.of("<dl class=\"facts\">{}</dl>", Html.join(rows.stream()));
    }

    private Html computed() {
        var rows = new ArrayList<Html>();
        profile.fields("computedTraits")
                .fields()
                .forEach((name, value) -> rows.add(Html.of("<dt>{}</dt><dd>{}</dd>", name, Said.readable(value))));
        return Html.of("<h3>Worked out</h3><dl class=\"facts\">{}</dl>", Html.join(rows.stream()))
                .when(!rows.isEmpty());
    }

    private Html segments() {
        if (whys.isEmpty()) return Markup.empty("No segment is defined.");
        Html in = Html.join(whys.stream().filter(why -> Said.flag(why, "in")).map(this::segment));
        Html out = Html.join(whys.stream().filter(why -> !Said.flag(why, "in")).map(this::segment));
        return Html.of(
                "{}{}",
                in.equals(Html.NONE) ? Markup.empty("In none now.") : in,
                Html.of("<h3>Not in</h3>{}", out).when(!out.equals(Html.NONE)));
    }

    private Html segment(Value.Fields why) {
        String id = Said.text(why, "segment");
        Html since = Said.instant(why, "since")
                .map(at -> Html.of("<span class=\"note\">since {}</span>", Markup.moment(at)))
                .orElse(Html.NONE);
        return Html.of(
                "<details class=\"segment {}\"><summary>{} {}</summary><ul class=\"meaning\">{}</ul><p><a href=\"/segments/{}\">All members</a></p></details>",
                Said.flag(why, "in") ? "passed" : "failed",
                segmentNames.getOrDefault(id, id),
                since,
                because(why.fields("because")),
                id);
    }

    private static Html because(Value.Fields explanation) {
        String sign = Said.flag(explanation, "holds") ? "passed" : "failed";
        if (explanation.get("text").isPresent()) {
            return Html.of("<li class=\"{}\">{}</li>", sign, Said.text(explanation, "text"));
        }
        if (explanation.get("not").isPresent()) {
            return Html.of("<li>not<ul>{}</ul></li>", because(explanation.fields("not")));
        }
        if (explanation.get("because").isPresent()) return named(explanation);
        String joint = explanation.get("all").isPresent() ? "all" : "none";
        return Html.of(
                "<li>{} of<ul>{}</ul></li>",
                joint,
                Html.join(Said.items(explanation, joint).stream().map(PersonPage::because)));
    }

    private static Html named(Value.Fields explanation) {
        Optional<String> name = explanation.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof Value.Text)
                .map(field -> field.getKey() + " " + Said.plain(field.getValue()))
                .findFirst();
        return Html.of("<li>{}<ul>{}</ul></li>", name.orElse(""), because(explanation.fields("because")));
    }

    private Html journeys() {
        List<Value.Fields> runs = Said.items(profile, "journeys");
        if (runs.isEmpty()) return Markup.empty("On none now.");
        return Html.of(
                "<ul class=\"plain\">{}</ul>",
                Html.join(runs.stream()
                        .map(run -> Html.of(
                                "<li><b>{}</b> {} <span class=\"note\">at step {} since {}{}</span></li>",
                                JourneyDiagram.name(Said.text(run, "journey")),
                                Said.text(run, "key"),
                                Said.number(run, "step"),
                                Said.moment(run, "startedAt"),
                                Said.instant(run, "waitsUntil")
                                        .map(until -> Html.of(", waits until {}", Markup.moment(until)))
                                        .orElse(Html.NONE)))));
    }

    private Html subscriptions() {
        List<Value.Fields> choices = Said.items(profile, "subscriptions");
        if (choices.isEmpty()) return Html.of("<p class=\"note\">No choice was made: each topic's default holds.</p>");
        return Html.of(
                "<ul class=\"plain\">{}</ul>",
                Html.join(choices.stream()
                        .map(choice -> Html.of(
                                "<li><span class=\"tag {}\">{}</span> {} by {} <span class=\"note\">{}, {}</span></li>",
                                Said.flag(choice, "subscribed") ? "sent" : "withheld",
                                Said.flag(choice, "subscribed") ? "yes" : "no",
                                Said.text(choice, "topic"),
                                Said.text(choice, "channel"),
                                Said.moment(choice, "at"),
                                Said.text(choice, "by")))));
    }

    private Html preferences() {
        Value.Fields preferences = profile.fields("preferences");
        List<String> channels = Said.texts(preferences, "channels");
        Value.Fields quiet = preferences.fields("quietHours");
        return Html.of(
                "{}{}",
                Html.of("<p>Prefers {}</p>", String.join(", then ", channels)).when(!channels.isEmpty()),
                Html.of("<p>Quiet from {} to {}</p>", Said.text(quiet, "from"), Said.text(quiet, "to"))
                        .when(!quiet.isEmpty()));
    }
}
