package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.util.Comparator;
import java.util.List;

/** What was wrong with the data. */
final class QualityPage {
    private QualityPage() {}

    /** @param quality what the API says of it */
    static Html body(Value.Fields quality) {
        List<Value.Fields> items = Said.items(quality, "items").stream()
                .sorted(Comparator.comparingLong((Value.Fields item) -> Said.number(item, "count"))
                        .reversed())
                .toList();
        return Html.of("""
                <h1>Data quality</h1>
                <p class="note lead">What could not be used, in whole or in part, and identifiers that could not be linked. Nothing is dropped without a trace.</p>
                <div class="card">{}</div>
                """, items.isEmpty() ? Markup.empty("Everything that came in was in order.") : table(items));
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
