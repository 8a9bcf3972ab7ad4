package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Conditions that others speak of by name: segments and roles. Each is read once, when it is first asked for; what it
 * stands for takes the place of its name.
 */
final class NamedConditions {
    /**
     * A condition that could be read.
     *
     * @param parts with those of what it names
     * @param levels with those of what it names
     */
    record Read(Condition condition, int parts, int levels) {}

    /** In all conditions of a workspace, each with those of what it names: so many are compiled at each publication. */
    private static final int PARTS_OF_ALL_MAX = 300_000;

    /** Who asks for a condition that is being read, and for which. */
    private record Asking(Node condition, String by) {}

    private final Draft draft;
    private final Map<String, Field> segments = new LinkedHashMap<>();
    private final Map<String, Field> roles = new LinkedHashMap<>();
    private final Map<Node, Optional<Read>> read = new LinkedHashMap<>();
    private final Deque<Asking> asking = new ArrayDeque<>();
    private int partsOfAll;

    NamedConditions(Draft draft) {
        this.draft = draft;
    }

    /** There is a segment of this name; of two the first counts. */
    void announceSegment(String name, Field when) {
        segments.putIfAbsent(name, when);
    }

    void announceRole(String name, Field when) {
        roles.putIfAbsent(name, when);
    }

    /** Reads a condition that stands in a definition; empty after reporting what is wrong. */
    Optional<Condition> read(Field when) {
        return read(when, when.place(), 0).map(Read::condition);
    }

    /**
     * What a name stands for; empty after reporting what is wrong with it.
     *
     * @param mention where it is spoken of, under the key {@code segment} or {@code role}
     * @param above levels over the mention
     */
    Optional<Read> of(Field mention, String name, int above) {
        boolean isRole = mention.name().equals("role");
        Field when = (isRole ? roles : segments).get(name);
        if (when != null) {
            if (isBeingRead(when)) {
                mention.error("%s \"%s\" would stand for itself: %s; expected no circle"
                        .formatted(mention.name(), name, circle(when, mention)));
                return Optional.empty();
            }
            return read(when, mention.place(), above);
        }
        if (isRole) return role(mention, name);
        draft.segmentNames.mention(mention, name); // when it is known, its file has a problem of its own
        return Optional.empty();
    }

    /** What each role stands for: those of the workspace, and of the built-in ones those that it does not redefine. */
    Map<String, Condition> roles() {
        var all = new LinkedHashMap<>(Roles.BUILT_IN);
        roles.forEach((name, when) -> read(when).ifPresent(condition -> all.put(name, condition)));
        return all;
    }

    private Optional<Read> role(Field mention, String name) {
        Optional<Condition> builtIn = Optional.ofNullable(Roles.BUILT_IN.get(name));
        if (builtIn.isPresent()) return builtIn.map(condition -> new Read(condition, Roles.PARTS, Roles.LEVELS));
        if (!draft.knowsRoles) return Optional.empty();
        var names = new LinkedHashSet<String>(Roles.BUILT_IN.keySet());
        names.addAll(roles.keySet());
        mention.error("role \"%s\" is not defined; %s"
                .formatted(
                        Field.shown(name),
                        Spelling.nearest(name, names)
                                .map("did you mean \"%s\"?"::formatted)
                                .orElse("expected %s, or a name under roles: in workspace.yaml"
                                        .formatted(String.join(", ", names)))));
        return Optional.empty();
    }

    private Optional<Read> read(Field when, String by, int above) {
        Optional<Read> known = read.get(when.node());
        if (known != null) return known;
        asking.addLast(new Asking(when.node(), by));
        var reader = new ConditionReader(draft, above);
        Optional<Read> result =
                reader.read(when).map(condition -> new Read(condition, reader.parts(), reader.levels()));
        asking.removeLast();
        int before = partsOfAll;
        partsOfAll = Math.min(PARTS_OF_ALL_MAX + 1, before + reader.parts());
        if (before <= PARTS_OF_ALL_MAX && partsOfAll > PARTS_OF_ALL_MAX) {
            when.error("all conditions together have at most %d parts, with those of the segments and roles in them"
                    .formatted(PARTS_OF_ALL_MAX));
        }
        read.put(when.node(), result);
        return result;
    }

    private boolean isBeingRead(Field when) {
        return asking.stream().anyMatch(it -> it.condition().equals(when.node()));
    }

    /** Where each of them speaks of the next, beginning after the one that the circle leads back to. */
    private String circle(Field when, Field mention) {
        var places = new StringBuilder();
        boolean isInside = false;
        for (Asking each : asking) {
            if (isInside) places.append(each.by()).append(" → ");
            isInside |= each.condition().equals(when.node());
        }
        return places.append(mention.place()).toString();
    }
}
