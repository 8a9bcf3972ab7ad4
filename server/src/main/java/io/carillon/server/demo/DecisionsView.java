package io.carillon.server.demo;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Decisions, newest first, each with its reasons in words. */
record DecisionsView(Picture picture, Reasons reasons) {

    /** What came of a decision, as far as somebody who looks for it cares. */
    enum Fate {
        SENT,
        DELAYED,
        WITHHELD,
        LAPSED,
        FAILED;

        static Optional<Fate> ofWord(String word) {
            return Stream.of(values()).filter(fate -> fate.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean has(Dispatch dispatch, Picture picture) {
            return switch (this) {
                case SENT -> dispatch.status() == DispatchStatus.SENT;
                case DELAYED ->
                    dispatch.status() == DispatchStatus.QUEUED
                            && dispatch.dueAt().isAfter(picture.at());
                case WITHHELD -> dispatch.status() == DispatchStatus.WITHHELD;
                case LAPSED -> dispatch.status() == DispatchStatus.LAPSED;
                case FAILED ->
                    dispatch.status() == DispatchStatus.REJECTED
                            || dispatch.status() == DispatchStatus.UNCERTAIN
                            || dispatch.status() == DispatchStatus.DEAD;
            };
        }
    }

    List<MessageRow> of(Optional<Fate> fate) {
        return picture.messages().stream()
                .filter(row -> fate.isEmpty() || fate.get().has(row.dispatch(), picture))
                .toList();
    }

    /** A link for each fate, with how many there are. */
    Html filter(String path, String rest, Optional<Fate> current) {
        var links = new ArrayList<Html>();
        links.add(choice(path + rest, "all", picture.messages().size(), current.isEmpty()));
        for (Fate fate : Fate.values()) {
            links.add(choice(
                    path + "?show=" + fate.word() + rest,
                    fate.word(),
                    of(Optional.of(fate)).size(),
                    current.equals(Optional.of(fate))));
        }
        return Html.of("<nav class=\"filter\" aria-label=\"Outcome\">{}</nav>", Html.join(links.stream()));
    }

    static Html choice(String href, String name, long count, boolean isCurrent) {
        return Html.of(
                "<a href=\"{}\"{}>{} <b>{}</b></a>",
                href,
                new Html(" aria-current=\"true\"").when(isCurrent),
                name,
                count);
    }

    Html list(List<MessageRow> rows) throws IOException, InterruptedException {
        if (rows.isEmpty()) return Markup.empty("There is none.");
        var items = new ArrayList<Html>();
        for (MessageRow row : rows) items.add(item(row));
        return Html.of("<ol class=\"decisions\">{}</ol>", Html.join(items.stream()));
    }

    private Html item(MessageRow row) throws IOException, InterruptedException {
        Dispatch dispatch = row.dispatch();
        Reasons.Explained explained = reasons.of(row, picture);
        boolean isDelayed =
                Fate.DELAYED.has(dispatch, picture) && explained.outcome().equals(DispatchStatus.QUEUED.word());
        return Html.of(
                """
                <li data-key="{}"><span class="when">{}</span>{}<div class="what"><p><b>{}</b> · <a href="/messages/{}">{}</a>\
                 <span class="note">· {}</span></p><p class="why">{}</p>{}</div></li>""",
                dispatch.id().text(),
                Markup.moment(dispatch.changedAt()),
                Markup.outcome(isDelayed ? "delayed" : explained.outcome()),
                picture.face(row.customer()).map(Face::link).orElse(Html.of("Somebody")),
                dispatch.id().text(),
                JourneyDiagram.name(dispatch.message().text()),
                dispatch.channel().word(),
                explained.text(),
                Html.of("<details><summary>What was asked</summary>{}</details>", explained.gates())
                        .when(!explained.gates().equals(Html.NONE)));
    }
}
