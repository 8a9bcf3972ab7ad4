package io.carillon.core.definition;

import io.carillon.core.schema.Schema;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a company expects its sources to send.
 *
 * @param sources whose events it is about; empty for those of all
 * @param onViolation what becomes of an event that is not as it says
 * @param onUnplanned what becomes of an event that it does not name
 * @param events what is expected of the properties, by the event's name
 * @param traits what each is, by its name
 * @param properties of any event: what each is, by its name
 */
public record TrackingPlan(
        String id,
        SortedSet<String> sources,
        Consequence onViolation,
        Consequence onUnplanned,
        Map<String, Schema> events,
        Map<String, Expected> traits,
        Map<String, Expected> properties) {

    public TrackingPlan {
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public boolean isFor(String source) {
        return sources.isEmpty() || sources.contains(source);
    }

    /** What becomes of an event, from nothing to the worst. */
    public enum Consequence {
        /** It is taken, and nothing said. */
        ALLOW,
        /** It is taken and counted. */
        OBSERVE,
        /** It is kept apart until somebody repaired it. */
        QUARANTINE,
        /** It is refused and counted. */
        BLOCK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> wordsFrom(Consequence least) {
            return Arrays.stream(values())
                    .filter(it -> it.compareTo(least) >= 0)
                    .map(Consequence::word)
                    .toList();
        }

        static Consequence ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public Consequence worse(Consequence other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** What a field is. */
    public sealed interface Expected {
        /**
         * Cleansed as a kind.
         *
         * @param word one of {@link #KINDS}
         */
        record OfKind(String word) implements Expected {}

        /** Left as it is sent, whatever its name says. */
        record AsIs() implements Expected {}

        /** Not cleansed, but checked. */
        record Checked(Schema schema) implements Expected {}
    }

    /** The kinds that the module {@code cleanse} knows. */
    public static final List<String> KINDS = List.of(
            "name",
            "email",
            "phone",
            "country",
            "region",
            "language",
            "currency",
            "money",
            "date",
            "address",
            "gender",
            "boolean",
            "url",
            "number",
            "timezone");

    /** Instead of a kind: leave it as it is. */
    static final String AS_IS = "as-is";

    /** What the plan says of a trait, if it does. */
    public Optional<Expected> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }
}
