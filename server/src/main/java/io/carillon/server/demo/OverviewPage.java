package io.carillon.server.demo;

import static io.carillon.server.demo.Markup.escape;
import static io.carillon.server.demo.Markup.number;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.MessageRow;
import io.carillon.core.entity.Root;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The first page: the whole of the shop at one moment, in the order in which data flows. */
final class OverviewPage {
    private static final int DECISIONS_SHOWN = 14;
    private static final int CUSTOMERS_SHOWN = 7;

    private final Engine engine;
    private final Picture picture;

    OverviewPage(Engine engine, Picture picture) {
        this.engine = engine;
        this.picture = picture;
    }

    String body(Replay replay, long mails) {
        long runs = picture.customers().values().stream()
                .mapToLong(root -> root.customer().runs().active().size()
                        + root.customer().runs().ended().size())
                .sum();
        return """
            <section class="stages" data-live="stages">
              %s<i>→</i>%s<i>→</i>%s<i>→</i>%s<i>→</i>%s
            </section>
            <div class="columns">
            <section data-live="journeys"><h2>Journeys</h2>%s</section>
            <section data-live="people"><h2>Segments</h2>%s<h2>Customers seen last</h2>%s</section>
            </div>
            <section><h2>Messages</h2><div class="mails">%s</div></section>
            <section data-live="decisions"><h2>Latest decisions, and why</h2>%s</section>
            """.formatted(
                stage("events in", replay.accepted(), replay.refused() + " refused"),
                stage("customers", picture.customers().size(), known() + " told us who they are"),
                stage("journey runs", runs, running() + " under way"),
                stage("decisions", picture.messages().size(), count(DispatchStatus.WITHHELD) + " to say nothing"),
                stage(
                        "mails received",
                        mails,
                        replay.cameBack() + " came back and bought, " + replay.unsubscribed() + " unsubscribed"),
                JourneysView.of(engine, picture),
                segments(),
                customers(),
                messages(),
                decisions());
    }

    private static String stage(String name, long number, String note) {
        return "<div><b>%s</b><span>%s</span><small>%s</small></div>"
                .formatted(number(number), escape(name), escape(note));
    }

    private long known() {
        return picture.customers().values().stream()
                .filter(root -> People.email(root).isPresent())
                .count();
    }

    private long running() {
        return picture.customers().values().stream()
                .mapToLong(root -> root.customer().runs().active().size())
                .sum();
    }

    private long count(DispatchStatus status) {
        return picture.messages().stream()
                .filter(row -> row.dispatch().status() == status)
                .count();
    }

    private String segments() {
        long all = Math.max(1, picture.customers().size());
        var html = new StringBuilder();
        picture.segments()
                .forEach(
                        (segment, size) -> html.append("""
                <div class="bar"><span>%s</span><meter min="0" max="%d" value="%d"></meter><b>%s</b></div>
                """.formatted(escape(segment.name()), all, size, number(size))));
        return html.toString();
    }

    private String messages() {
        var html = new StringBuilder();
        for (MessageDefinition message :
                engine.workspace().orElseThrow().messages().values()) {
            List<MessageRow> rows = of(message.name());
            html.append("<article><h3>%s <small>%s%s</small></h3>"
                    .formatted(
                            escape(message.name().text()),
                            escape(message.purpose().word()),
                            message.topic()
                                    .map(topic -> " · " + escape(topic.text()))
                                    .orElse("")));
            String name = escape(message.name().text());
            String preview =
                    latestSent(rows).map(this::preview).orElse("<div class=\"none\">nobody has got it yet</div>");
            // Each a part of its own: a mail is drawn anew only when there is a later one.
            html.append("<p data-live=\"counts %s\">%s</p>".formatted(name, counts(rows)));
            html.append("<div data-live=\"mail %s\">%s</div>".formatted(name, preview));
            html.append("</article>");
        }
        return html.toString();
    }

    private List<MessageRow> of(MessageName message) {
        return picture.messages().stream()
                .filter(row -> row.dispatch().message().equals(message))
                .toList();
    }

    private static String counts(List<MessageRow> rows) {
        var html = new StringBuilder();
        for (DispatchStatus status : DispatchStatus.values()) {
            long count = rows.stream()
                    .filter(row -> row.dispatch().status() == status)
                    .count();
            if (count > 0)
                html.append(number(count))
                        .append(' ')
                        .append(Markup.outcome(status.word()))
                        .append(' ');
        }
        return html.toString();
    }

    private static Optional<MessageRow> latestSent(List<MessageRow> rows) {
        return rows.stream()
                .filter(row -> row.dispatch().status() == DispatchStatus.SENT)
                .max(Comparator.comparing(row -> row.dispatch().id()));
    }

    private String preview(MessageRow row) {
        if (!(Picture.content(engine, row).orElse(null) instanceof Content.Email(var subject, var html, var _, var _)))
            return "";
        return """
            <a class="subject" href="/messages/%s">%s</a><div class="preview">%s</div>""".formatted(escape(row.dispatch().id().text()), escape(subject), Markup.mail(html));
    }

    private String decisions() {
        if (picture.messages().isEmpty()) return "<div class=\"none\">nothing was decided yet</div>";
        var html = new StringBuilder("<table><tr><th>when<th>who<th>message<th>outcome<th>the last thing found</tr>");
        List<MessageRow> latest = picture.messages().stream()
                .sorted(Comparator.comparing((MessageRow row) -> row.dispatch().changedAt())
                        .reversed())
                .limit(DECISIONS_SHOWN)
                .toList();
        for (MessageRow row : latest) {
            Dispatch dispatch = row.dispatch();
            html.append("<tr><td>%s<td>%s<td><a href=\"/messages/%s\">%s</a><td>%s<td>%s</tr>"
                    .formatted(
                            Markup.time(dispatch.changedAt()),
                            who(row.customer()),
                            escape(dispatch.id().text()),
                            escape(dispatch.message().text()),
                            Markup.outcome(dispatch.status().word()),
                            escape(row.reason())));
        }
        return html.append("</table>").toString();
    }

    private String who(CustomerRef ref) {
        Optional<Root> root = picture.customer(ref);
        return root.map(this::link).orElse("somebody");
    }

    private String link(Root root) {
        String id = engine.knowledge().addresses().idOf(root.links().self()).text();
        return "<a href=\"/customers/%s\">%s</a>".formatted(escape(id), escape(People.name(root)));
    }

    private String customers() {
        var latest = new ArrayList<>(picture.customers().values());
        latest.sort(
                Comparator.comparing((Root root) -> root.customer().seenAt()).reversed());
        var html = new StringBuilder("<ul class=\"people\">");
        for (Root root : latest.subList(0, Math.min(CUSTOMERS_SHOWN, latest.size()))) {
            html.append("<li>%s <small>%s · %s</small></li>"
                    .formatted(link(root), Markup.time(root.customer().seenAt()), identifiers(root)));
        }
        return html.append("</ul>").toString();
    }

    private static String identifiers(Root root) {
        int known = root.links().owned().size();
        int merged = root.links().absorbed().size();
        return known
                + (known == 1 ? " identifier" : " identifiers")
                + (merged > 0 ? ", once " + (merged + 1) + " customers" : "");
    }
}
