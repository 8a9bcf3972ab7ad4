package io.carillon.core.definition;

import io.carillon.core.definition.Lines.Place;
import io.carillon.core.value.LetterCase;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML 1.2 text to nodes that know their place. Bounded in length and depth; an alias repeats a plain value only. */
final class Yaml {
    static final int LENGTH_MAX = 1 << 20;
    static final int DEPTH_MAX = 40;

    private Yaml() {}

    /** The definition of a file; empty after reporting why there is none. */
    static Optional<MappingNode> read(String text, Report report) {
        if (text.length() > LENGTH_MAX) {
            report.error(Place.START, "has %d characters; at most %d are read".formatted(text.length(), LENGTH_MAX));
            return Optional.empty();
        }
        var settings = LoadSettings.builder()
                .setLabel(report.file())
                .setUseMarks(true)
                .setAllowNonScalarKeys(true) // refused later, with a place
                .setCodePointLimit(LENGTH_MAX)
                .build();
        try {
            if (!isBounded(new Parse(settings).parseString(text), report)) return Optional.empty();
            return mapping(new Compose(settings).composeString(text), report);
        } catch (MarkedYamlEngineException e) {
            report.error(report.lines().of(e.getProblemMark().or(e::getContextMark)), "is not YAML: " + oneLine(e));
        } catch (ReaderException e) {
            report.error(
                    report.lines().ofCodePoint(e.getPosition()),
                    "has a character that YAML does not allow: U+%04X".formatted(e.getCodePoint()));
        } catch (RuntimeException e) { // the library's ways to refuse a text are not all of one type
            report.error(Place.START, "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Composing recurses, so what is too deep must be found before. */
    private static boolean isBounded(Iterable<Event> events, Report report) {
        int depth = 0;
        int documents = 0;
        Set<String> collections = new TreeSet<>();
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case DocumentStart -> documents++;
                default -> {}
            }
            if (depth > DEPTH_MAX) {
                report.error(
                        report.lines().of(event.getStartMark()),
                        "is nested deeper than %d levels".formatted(DEPTH_MAX));
                return false;
            }
            if (documents > 1) {
                report.error(
                        report.lines().of(event.getStartMark()),
                        "a second definition begins here; expected one per file");
                return false;
            }
            if (event instanceof AliasEvent alias) {
                if (collections.contains(alias.getAlias().getValue())) {
                    report.error(
                            report.lines().of(event.getStartMark()),
                            "an alias may repeat a plain value only; write this out");
                    return false;
                }
            } else if (event instanceof NodeEvent node && !(event instanceof ScalarEvent)) {
                node.getAnchor().ifPresent(anchor -> collections.add(anchor.getValue()));
            }
        }
        return true;
    }

    private static Optional<MappingNode> mapping(Optional<Node> root, Report report) {
        if (root.isEmpty()) {
            report.error(Place.START, "is empty; expected a definition");
        } else if (root.get() instanceof MappingNode mapping) {
            return Optional.of(mapping);
        } else {
            report.error(root.get(), "is not a definition; expected lines of the form key: value");
        }
        return Optional.empty();
    }

    private static String oneLine(MarkedYamlEngineException e) {
        String problem = Optional.ofNullable(e.getProblem()).orElse("");
        String context = Optional.ofNullable(e.getContext()).orElse("");
        String joined = context.isEmpty() ? problem : problem + " (" + context + ")";
        return LetterCase.lower(joined.replaceAll("\\s+", " ").strip());
    }
}
