package io.carillon.server.demo;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.server.runtime.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Messages as people get them, and how many of them. */
record MessageViews(Engine engine, Picture picture) {

    /** The latest of each that left, as it looks where it arrives. */
    Html gallery() {
        Map<MessageName, MessageRow> latest = new LinkedHashMap<>();
        for (MessageRow row : picture.messages()) {
            if (row.dispatch().status() == DispatchStatus.SENT)
                latest.putIfAbsent(row.dispatch().message(), row);
        }
        return Html.join(engine.workspace().stream()
                .flatMap(workspace -> workspace.messages().values().stream())
                .map(message -> latestOf(message, Optional.ofNullable(latest.get(message.name())))));
    }

    private Html latestOf(MessageDefinition message, Optional<MessageRow> latest) {
        Html preview = latest.flatMap(row -> content(row)
                        .map(content -> Html.of(
                                "<p class=\"note\">to {}, {}</p>{}",
                                picture.face(row.customer()).map(Face::link).orElse(Html.of("somebody")),
                                Markup.moment(row.dispatch().changedAt()),
                                preview(row, content, false))))
                .orElseGet(() -> Markup.empty("Nobody has got it yet."));
        return Html.of(
                "<article class=\"card said\" data-key=\"{}\"><h3>{}</h3>{}</article>",
                message.name().text(),
                JourneyDiagram.name(message.name().text()),
                preview);
    }

    /** @param whole on a page of its own, not as one of many */
    Html preview(MessageRow row, Content content, boolean whole) {
        String id = row.dispatch().id().text();
        return switch (content) {
            case Content.Email(var subject, var html, var text, var unsubscribeUrl) ->
                Html.of(
                        """
                        <div class="mail{}"><a class="subject" href="/messages/{}">{}</a>\
                        <div class="frame"><iframe sandbox="" loading="lazy" src="/messages/{}/content" title="{}"{}></iframe></div></div>""",
                        whole ? " whole" : "",
                        id,
                        subject,
                        id,
                        subject,
                        new Html(" tabindex=\"-1\"").when(!whole));
            case Content.Titled(var title, var body) -> notice(id, title, body);
            case Content.Plain(var body) ->
                row.dispatch().channel() == Channel.SMS
                        ? Html.of(
                                "<div class=\"phone\"><a class=\"bubble\" href=\"/messages/{}\">{}</a></div>", id, body)
                        : notice(id, engine.workspace().map(Workspace::name).orElse("Shop"), body);
        };
    }

    private static Html notice(String id, String title, String body) {
        return Html.of("""
                <div class="phone"><a class="notice" href="/messages/{}"><img src="/demo.svg" alt="" width="28" height="28">\
                <span><b>{}</b>{}</span></a></div>""", id, title, body);
    }

    /** What a message said. */
    Optional<Content> content(MessageRow row) {
        Optional<Bytes> stored =
                engine.host().row(Messages.CONTENT, row.dispatch().id().text());
        return stored.map(Content.Stored.CONTENTS::decode);
    }

    /** How many of each channel came how far. */
    Html counts() {
        var counts = new TreeMap<Channel, Map<DispatchStatus, Long>>();
        for (MessageRow row : picture.messages()) {
            Dispatch dispatch = row.dispatch();
            counts.computeIfAbsent(dispatch.channel(), _ -> new TreeMap<>()).merge(dispatch.status(), 1L, Long::sum);
        }
        if (counts.isEmpty()) return Markup.empty("No journey has wished to say anything yet.");
        List<DispatchStatus> seen = List.of(DispatchStatus.values()).stream()
                .filter(status -> counts.values().stream().anyMatch(channel -> channel.containsKey(status)))
                .toList();
        Html head = Html.join(seen.stream().map(status -> Html.of("<th scope=\"col\">{}</th>", status.word())));
        Html rows = Html.join(counts.entrySet().stream()
                .map(channel -> Html.of(
                        "<tr><th scope=\"row\"><a href=\"/messages?channel={}\">{}</a></th>{}</tr>",
                        channel.getKey().word(),
                        channel.getKey().word(),
                        Html.join(seen.stream().map(status -> cell(channel, status))))));
        return Html.of(
                "<div class=\"scroll\"><table class=\"numbers\"><thead><tr><th scope=\"col\">channel</th>{}</tr></thead><tbody>{}</tbody></table></div>",
                head,
                rows);
    }

    private static Html cell(Map.Entry<Channel, Map<DispatchStatus, Long>> channel, DispatchStatus status) {
        long count = channel.getValue().getOrDefault(status, 0L);
        if (count == 0) return Html.of("<td class=\"none\">–</td>");
        return Html.of(
                "<td><a href=\"/messages?channel={}&amp;status={}\">{}</a></td>",
                channel.getKey().word(),
                status.word(),
                count);
    }
}
