package io.carillon.core.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.IdentifierLimits;
import io.carillon.core.identity.IdentifierLimits.Limit;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.identity.Junk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What {@code workspace.yaml} says of who is whom: {@code country} and {@code identity}. */
final class IdentitySection {
    private static final int PATTERN_LENGTH_MAX = 500;
    private static final List<String> COUNTRIES = countries();

    private IdentitySection() {}

    static void read(Section workspace, Draft draft) {
        Optional<String> country = workspace.optional("country").flatMap(IdentitySection::country);
        var limits = IdentifierLimits.DEFAULT;
        var junk = Junk.DEFAULT;
        Optional<Section> identity = workspace
                .optional("identity")
                .flatMap(field -> field.section("limits and junk, e.g. limits: {email: 5}"));
        if (identity.isPresent()) {
            Section section = identity.get();
            limits = section.optional("limits")
                    .flatMap(field -> field.section("kinds of identifier, e.g. email: 5"))
                    .map(IdentitySection::limits)
                    .orElse(limits);
            junk = section.optional("junk")
                    .flatMap(field -> field.section("values, patterns and roleAddresses"))
                    .map(IdentitySection::junk)
                    .orElse(junk);
            section.close();
        }
        draft.identity = new IdentityRules(country, limits, junk);
    }

    static Optional<String> country(Field field) {
        Optional<String> text = field.text();
        if (text.isEmpty() || COUNTRIES.contains(text.get())) return text;
        field.error("%s is not a country; expected two capital letters of ISO 3166, e.g. DE"
                .formatted(field.quoted(text.get())));
        return Optional.empty();
    }

    private static IdentifierLimits limits(Section section) {
        IdentifierLimits limits = IdentifierLimits.DEFAULT;
        for (IdentifierKind kind : IdentifierKind.values()) {
            Optional<List<Limit>> said = section.optional(kind.word()).flatMap(IdentitySection::limitsOf);
            if (said.isPresent()) limits = limits.with(kind, said.get());
        }
        section.close();
        return limits;
    }

    private static Optional<List<Limit>> limitsOf(Field field) {
        return field.oneOrMore().map(items -> {
            var limits = new ArrayList<Limit>();
            for (Field item : items) limit(item).ifPresent(limits::add);
            return limits;
        });
    }

    private static Optional<Limit> limit(Field field) {
        if (!(field.node() instanceof MappingNode)) return max(field).map(max -> new Limit(max, Optional.empty()));
        Optional<Section> section = field.section("max and within");
        if (section.isEmpty()) return Optional.empty();
        Optional<Integer> max =
                section.get().required("max", "a whole number, e.g. 5").flatMap(IdentitySection::max);
        Optional<Duration> within = section.get().optional("within").flatMap(Field::duration);
        section.get().close();
        return max.map(many -> new Limit(many, within));
    }

    private static Optional<Integer> max(Field field) {
        return field.whole(1, IdentifierLimits.TOTAL_MAX);
    }

    private static Junk junk(Section section) {
        List<String> values = section.optional("values")
                .flatMap(field -> bounded(field, Junk.VALUES_MAX))
                .map(items ->
                        items.stream().flatMap(item -> item.line().stream()).toList())
                .orElse(List.of());
        List<Pattern> patterns = section.optional("patterns")
                .flatMap(field -> bounded(field, Junk.PATTERNS_MAX))
                .map(items ->
                        items.stream().flatMap(item -> pattern(item).stream()).toList())
                .orElse(List.of());
        SortedSet<String> roles =
                section.optional("roleAddresses").map(IdentitySection::roles).orElse(Junk.ROLE_ADDRESSES);
        section.close();
        return new Junk(Junk.lowerCase(values), patterns, roles);
    }

    /** {@code true} is the built-in list, {@code false} none, a list takes its place. */
    private static SortedSet<String> roles(Field field) {
        if (!(field.node() instanceof SequenceNode)) {
            boolean builtIn = field.flag().orElse(true);
            return builtIn ? Junk.ROLE_ADDRESSES : Collections.emptySortedSet();
        }
        var words = new TreeSet<String>();
        for (Field item : bounded(field, Junk.VALUES_MAX).orElse(List.of())) {
            item.line().ifPresent(word -> {
                if (word.contains("@")) {
                    item.error("%s is an address; expected what stands before the @, e.g. info"
                            .formatted(item.quoted(word)));
                } else {
                    words.add(word);
                }
            });
        }
        return Junk.lowerCase(words);
    }

    private static Optional<List<Field>> bounded(Field field, int max) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty() || items.get().size() <= max) return items;
        field.error("\"%s\" has %d items; at most %d are allowed"
                .formatted(field.name(), items.get().size(), max));
        return Optional.empty();
    }

    private static Optional<Pattern> pattern(Field field) {
        Optional<String> text = field.line();
        if (text.isEmpty()) return Optional.empty();
        if (text.get().length() > PATTERN_LENGTH_MAX) {
            field.error("%s is too long; a pattern has at most %d characters"
                    .formatted(field.quoted(text.get()), PATTERN_LENGTH_MAX));
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text.get()));
        } catch (PatternSyntaxException e) {
            field.error("%s is not a regular expression (RE2 syntax): %s"
                    .formatted(field.quoted(text.get()), e.getDescription()));
            return Optional.empty();
        }
    }

    private static List<String> countries() {
        return List.of(Locale.getISOCountries());
    }
}
