package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How good the data are: a score and its trend for each source, what is wrong, and what could not be used. */
final class QualityPage {
    private QualityPage() {}

    /** What the API says of it. */
    record Facts(Value.Fields quality, Value.Fields scores, Value.Fields findings) {}

    static Html body(Facts facts) {
        List<Value.Fields> items = Said.items(facts.quality(), "items").stream()
                .sorted(Comparator.comparingLong((Value.Fields item) -> Said.number(item, "count"))
                        .reversed())
                .toList();
        List<Value.Fields> scores = Said.items(facts.scores(), "items");
        List<Value.Fields> findings = Said.items(facts.findings(), "items");
        return Html.of(
                """
                <h1>Data quality</h1>
                <p class="note lead">Each source is compared with its own last four weeks. Nothing is dropped without a trace.</p>
                <div class="card"><h2>Scores</h2>{}</div>
                <div class="card"><h2>Findings</h2>{}</div>
                <div class="card"><h2>What could not be used</h2>{}</div>
                """,
                scores.isEmpty() ? Markup.empty("Nothing came in so far.") : scores(scores),
                findings.isEmpty()
                        ? Markup.empty("Nothing is out of the ordinary.")
                        : Html.join(findings.stream().map(QualityPage::finding)),
                items.isEmpty() ? Markup.empty("Everything that came in was in order.") : table(items));
    }

    private static Html scores(List<Value.Fields> scores) {
        return Html.of(
                """
                <div class="scroll"><table><thead><tr><th scope="col">source</th><th scope="col" class="right">score</th>\
                <th scope="col">trend</th><th scope="col" class="right">findings</th><th scope="col" class="right">events today</th>\
                <th scope="col">weakest</th></tr></thead><tbody>{}</tbody></table></div>""",
                Html.join(scores.stream()
                        .map(each -> Html.of(
                                "<tr><td><b>{}</b></td><td class=\"right\">{}</td><td>{}</td><td class=\"right\">{}</td><td class=\"right\">{}</td><td>{}</td></tr>",
                                Said.text(each, "source"),
                                Said.number(each, "score"),
                                Chart.spark("score by day", trend(each)),
                                Said.number(each, "findings"),
                                Said.number(each, "events"),
                                weakest(each)))));
    }

    private static List<Double> trend(Value.Fields source) {
        var trend = new ArrayList<Double>();
        for (Value.Fields point : Said.items(source, "trend")) trend.add((double) Said.number(point, "score"));
        return trend;
    }

    private static String weakest(Value.Fields source) {
        Value.Fields dimensions = source.fields("dimensions");
        return dimensions.fields().keySet().stream()
                .filter(name -> Said.number(dimensions, name) < 100)
                .min(Comparator.comparingLong(name -> Said.number(dimensions, name)))
                .map(name -> name + " " + Said.number(dimensions, name))
                .orElse("");
    }

    private static Html finding(Value.Fields finding) {
        List<String> examples = Said.texts(finding, "examples");
        return Html.of(
                """
                <article class="finding {}"><p><b>{}</b></p>
                <p class="note">{} · {} · since {}</p>{}
                <p>To fix: {}</p></article>""",
                Said.text(finding, "severity"),
                Said.text(finding, "what"),
                Said.text(finding, "source"),
                Said.text(finding, "severity") + " · " + Said.text(finding, "dimension"),
                Said.moment(finding, "since"),
                Html.of(
                                "<p>For example {}</p>",
                                Html.join(examples.stream().map(it -> Html.of("<code>{}</code> ", it))))
                        .when(!examples.isEmpty()),
                Said.text(finding, "fix"));
    }

    private static Html table(List<Value.Fields> items) {
        return Html.of(
                """
                <div class="scroll"><table><thead><tr><th scope="col">reason</th><th scope="col">source</th><th scope="col" class="right">count</th>\
                <th scope="col">for example</th><th scope="col">last</th></tr></thead><tbody>{}</tbody></table></div>""",
                Html.join(items.stream()
                        .map(item -> Html.of(
                                "<tr><td><b>{}</b></td><td>{}</td><td class=\"right\">{}</td><td><code>{}</code></td><td>{}</td></tr>",
                                Said.text(item, "reason").replace('_', ' '),
                                Said.text(item, "source"),
                                Said.number(item, "count"),
                                Said.text(item, "example"),
                                Said.moment(item, "lastAt")))));
    }
}
