package io.carillon.server.demo;

import io.carillon.server.http.Request;
import java.util.List;

/** Everybody, newest first. */
final class CustomersPage {
    private CustomersPage() {}

    static Html body(Picture picture, Request request) {
        Pages<Face> page = Pages.of(picture.customers(), request);
        return Html.of(
                """
                <h1>Customers</h1>
                <p class="note lead">{}; {} told us an address; {} are somebody else by now.</p>
                <div class="card">{}{}</div>
                """,
                Markup.count(picture.customers().size(), "customer"),
                picture.known(),
                Markup.count(picture.merged(), "profile"),
                list(page.items()),
                page.links("/customers"));
    }

    static Html list(List<Face> faces) {
        if (faces.isEmpty()) return Markup.empty("Nobody has come by yet.");
        return Html.of("<ul class=\"people\">{}</ul>", Html.join(faces.stream().map(CustomersPage::item)));
    }

    private static Html item(Face face) {
        Html merged = Html.of(" · {} profiles in one", face.merged() + 1).when(face.merged() > 0);
        return Html.of(
                """
                <li data-key="{}">{}<div>{}<span class="note">{}</span></div><span class="note aside">seen {}<br>{}{}</span></li>""",
                face.id(),
                Face.avatar(face.id(), face.name()),
                face.link(),
                face.email().orElse("no address known"),
                Markup.moment(face.seenAt()),
                Markup.count(face.identifiers(), "identifier"),
                merged);
    }
}
