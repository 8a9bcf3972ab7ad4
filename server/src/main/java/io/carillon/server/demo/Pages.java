package io.carillon.server.demo;

import io.carillon.server.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list that is in memory.
 *
 * @param number of the part, from 1
 */
record Pages<T>(List<T> items, int number, int count) {
    private static final int SIZE = 40;
    private static final int NUMBER_MAX = 10_000;

    /** The part that {@code ?page=} asks for; the first when it asks for none that there is. */
    static <T> Pages<T> of(List<T> all, Request request) {
        int count = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int asked = request.query("page")
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::parseInt)
                .filter(number -> number <= Math.min(count, NUMBER_MAX))
                .orElse(1);
        return new Pages<>(all.subList((asked - 1) * SIZE, Math.min(all.size(), asked * SIZE)), asked, count);
    }

    /** @param path of the first part, with its query if it has one */
    Html links(String path) {
        String more = path + (path.contains("?") ? "&" : "?") + "page=";
        Html newer = Html.of("<a rel=\"prev\" href=\"{}{}\">← Newer</a>", more, Integer.toString(number - 1));
        Html older = Html.of("<a rel=\"next\" href=\"{}{}\">Older →</a>", more, Integer.toString(number + 1));
        return Html.of(
                        "<nav class=\"pages\" aria-label=\"Pages\">{}<span>{} of {}</span>{}</nav>",
                        newer.when(number > 1),
                        number,
                        count,
                        older.when(number < count))
                .when(count > 1);
    }

    /** The way on by the API's own cursor. */
    static Html onward(String path, Optional<String> next) {
        return next.map(cursor -> Html.of(
                        "<nav class=\"pages\" aria-label=\"Pages\"><a rel=\"next\" href=\"{}?cursor={}\">More →</a></nav>",
                        path,
                        cursor))
                .orElse(Html.NONE);
    }
}
