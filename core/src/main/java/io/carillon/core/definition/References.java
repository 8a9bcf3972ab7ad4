package io.carillon.core.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Names of one kind of definition. All are announced before any is spoken of. */
final class References {
    private final String kind;
    private final Set<String> announced = new LinkedHashSet<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private boolean complete = true;

    /** @param kind as a sentence names it: {@code message} */
    References(String kind) {
        this.kind = kind;
    }

    /** There is a file for it, which is read later. */
    void announce(String name) {
        announced.add(name);
    }

    /** Answers whether the name was free; reports it when it was not. */
    boolean define(Field field, String name) {
        announced.add(name);
        String other = files.putIfAbsent(name, field.report().file());
        if (other == null) return true;
        field.error("%s \"%s\" is defined twice, also in %s".formatted(kind, name, other));
        return false;
    }

    /** Answers whether there is such a name; reports it when there is surely none. */
    boolean mention(Field field, String name) {
        if (announced.contains(name)) return true;
        if (!complete) return false;
        String shown = Field.shown(name);
        String hint = Spelling.nearest(name, announced)
                .map("did you mean \"%s\"?"::formatted)
                .orElse("expected a file in %ss/ with %s: %s".formatted(kind, kind, shown));
        field.error("%s \"%s\" is not defined; %s".formatted(kind, shown, hint));
        return false;
    }

    /** One of them could not be read at all, so its name is not known. */
    void miss() {
        complete = false;
    }

    /** In the order of their files. */
    Collection<String> names() {
        return Collections.unmodifiableSet(announced);
    }
}
