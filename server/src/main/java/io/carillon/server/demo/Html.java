package io.carillon.server.demo;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a page. Whatever is put into one is escaped, unless it is a piece itself: what people wrote cannot become
 * markup.
 */
record Html(String text) {
    static final Html NONE = new Html("");
    private static final String PLACE = "{}";

    /**
     * Fills the places of a template.
     *
     * @param template markup with a {@code {}} for each part
     * @param parts pieces as they stand, numbers with thousands apart, everything else escaped
     */
    static Html of(String template, Object... parts) {
        var html = new StringBuilder(template.length() + parts.length * 16);
        int from = 0;
        for (Object part : parts) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) throw new IllegalArgumentException("more parts than places in " + template);
            html.append(template, from, place).append(shown(part));
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0)
            throw new IllegalArgumentException("more places than parts: " + template);
        return new Html(html.append(template, from, template.length()).toString());
    }

    static Html join(Stream<Html> pieces) {
        return new Html(pieces.map(Html::text).collect(Collectors.joining()));
    }

    /** This, or nothing. */
    Html when(boolean shown) {
        return shown ? this : NONE;
    }

    private static String shown(Object part) {
        return switch (part) {
            case Html(var html) -> html;
            case Long number -> Markup.number(number);
            case Integer number -> Markup.number(number);
            default -> Markup.escape(part.toString());
        };
    }
}
