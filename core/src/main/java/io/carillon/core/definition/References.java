package io.carillon.core.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Names of one kind of definition, and who speaks of them. */
final class References {
    private record Mention(Report report, Node node, String name) {}

    private final String kind;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private boolean complete = true;

    /** @param kind as a sentence names it: {@code message} */
    References(String kind) {
        this.kind = kind;
    }

    /** Answers whether the name was free; reports it when it was not. */
    boolean define(Field field, String name) {
        String other = files.putIfAbsent(name, field.report().file());
        if (other == null) return true;
        field.error("%s \"%s\" is defined twice, also in %s".formatted(kind, name, other));
        return false;
    }

    void mention(Field field, String name) {
        mentions.add(new Mention(field.report(), field.node(), name));
    }

    /** One of them could not be read at all, so its name is not known. */
    void miss() {
        complete = false;
    }

    /** Reports mentions of what is not there. */
    void check() {
        if (!complete) return;
        for (Mention mention : mentions) {
            if (files.containsKey(mention.name())) continue;
            String name = Field.shown(mention.name());
            String hint = Spelling.nearest(mention.name(), files.keySet())
                    .map("did you mean \"%s\"?"::formatted)
                    .orElse("expected a file in %ss/ with %s: %s".formatted(kind, kind, name));
            mention.report().error(mention.node(), "%s \"%s\" is not defined; %s".formatted(kind, name, hint));
        }
    }
}
