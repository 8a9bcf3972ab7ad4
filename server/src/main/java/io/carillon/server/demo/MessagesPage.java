package io.carillon.server.demo;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.message.Content;
import io.carillon.core.person.Channel;
import io.carillon.server.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All messages, newest first, by status and channel. */
record MessagesPage(MessageViews views, Optional<Channel> channel, Optional<DispatchStatus> status) {

    static MessagesPage of(MessageViews views, Request request) {
        Optional<DispatchStatus> status = request.query("status")
                .flatMap(word -> Stream.of(DispatchStatus.values())
                        .filter(known -> known.word().equals(word))
                        .findFirst());
        return new MessagesPage(views, request.query("channel").flatMap(Channel::ofWord), status);
    }

    Html body(Request request) {
        List<MessageRow> all = views.picture().messages();
        List<MessageRow> shown = all.stream()
                .filter(row -> channel.isEmpty() || row.dispatch().channel() == channel.get())
                .filter(row -> status.isEmpty() || row.dispatch().status() == status.get())
                .toList();
        Pages<MessageRow> page = Pages.of(shown, request);
        Html list = page.items().isEmpty()
                ? Markup.empty("There is none.")
                : Html.of(
                        "<ul class=\"inbox\">{}</ul>",
                        Html.join(page.items().stream().map(this::item)));
        return Html.of("""
                <h1>Messages</h1>
                <div class="card">{}</div>
                {}{}
                <div class="card">{}{}</div>
                """, views.counts(), channels(all), statuses(all), list, page.links(path(channel, status)));
    }

    private Html channels(List<MessageRow> all) {
        var links = new ArrayList<Html>();
        links.add(DecisionsView.choice(path(Optional.empty(), status), "every channel", all.size(), channel.isEmpty()));
        for (Channel each : Channel.values()) {
            long count =
                    all.stream().filter(row -> row.dispatch().channel() == each).count();
            boolean isCurrent = channel.equals(Optional.of(each));
            if (count > 0 || isCurrent)
                links.add(DecisionsView.choice(path(Optional.of(each), status), each.word(), count, isCurrent));
        }
        return Html.of("<nav class=\"filter\" aria-label=\"Channel\">{}</nav>", Html.join(links.stream()));
    }

    private Html statuses(List<MessageRow> all) {
        var links = new ArrayList<Html>();
        List<MessageRow> ofChannel = all.stream()
                .filter(row -> channel.isEmpty() || row.dispatch().channel() == channel.get())
                .toList();
        links.add(DecisionsView.choice(
                path(channel, Optional.empty()), "every status", ofChannel.size(), status.isEmpty()));
        for (DispatchStatus each : DispatchStatus.values()) {
            long count = ofChannel.stream()
                    .filter(row -> row.dispatch().status() == each)
                    .count();
            boolean isCurrent = status.equals(Optional.of(each));
            if (count > 0 || isCurrent)
                links.add(DecisionsView.choice(path(channel, Optional.of(each)), each.word(), count, isCurrent));
        }
        return Html.of("<nav class=\"filter\" aria-label=\"Status\">{}</nav>", Html.join(links.stream()));
    }

    private static String path(Optional<Channel> channel, Optional<DispatchStatus> status) {
        var query = new ArrayList<String>();
        channel.ifPresent(it -> query.add("channel=" + it.word()));
        status.ifPresent(it -> query.add("status=" + it.word()));
        return query.isEmpty() ? "/messages" : "/messages?" + String.join("&", query);
    }

    private Html item(MessageRow row) {
        Dispatch dispatch = row.dispatch();
        Optional<Content> content = views.content(row);
        String said = content.map(MessagesPage::line).orElse(row.reason());
        Html preview = content.map(
                        it -> Html.of("<details><summary>Preview</summary>{}</details>", views.preview(row, it, true)))
                .orElse(Html.NONE);
        return Html.of(
                """
                <li data-key="{}"><span class="tag {}">{}</span><div><a href="/messages/{}">{}</a><span class="note">{}</span>{}</div>\
                <span class="note aside">{} to {}<br>{}</span></li>""",
                dispatch.id().text(),
                dispatch.status().word(),
                dispatch.status().word(),
                dispatch.id().text(),
                JourneyDiagram.name(dispatch.message().text()),
                said,
                preview,
                dispatch.channel().word(),
                views.picture().face(row.customer()).map(Face::link).orElse(Html.of("somebody")),
                Markup.moment(dispatch.changedAt()));
    }

    private static String line(Content content) {
        return switch (content) {
            case Content.Email(var subject, var html, var text, var unsubscribeUrl) -> subject;
            case Content.Titled(var title, var body) -> title;
            case Content.Plain(var body) -> body;
        };
    }
}
