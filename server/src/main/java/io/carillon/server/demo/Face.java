package io.carillon.server.demo;

import io.carillon.core.entity.customer.Root;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A customer in a list.
 *
 * @param id in the API
 * @param identifiers how many lead to them
 * @param merged how many other customers they were before
 */
record Face(
        String id, String name, Optional<String> email, Instant bornAt, Instant seenAt, int identifiers, int merged) {

    static Face of(String id, Root root) {
        return new Face(
                id,
                People.name(root),
                People.email(root),
                root.customer().bornAt(),
                root.customer().seenAt(),
                root.links().owned().size(),
                root.links().absorbed().size());
    }

    /** Somebody of whom only the id is known yet. */
    static Face unknown(String id, Instant now) {
        return new Face(id, "Somebody new", Optional.empty(), now, now, 1, 0);
    }

    Html link() {
        return Html.of("<a href=\"/customers/{}\">{}</a>", id, name);
    }

    /** {@code Ada Berg} is AB. */
    static String initials(String name) {
        var initials = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && initials.length() < 2) initials.appendCodePoint(word.codePointAt(0));
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    /** A round sign of them, of a colour of their own. */
    static Html avatar(String id, String name) {
        int colour = Math.floorMod(id.hashCode(), 8);
        return Html.of("<span class=\"avatar c{}\" aria-hidden=\"true\">{}</span>", colour, initials(name));
    }
}
