package io.carillon.core.identity;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many identifiers of a kind a customer may gain from events. Of external ids each type counts for itself. A merge may
 * pass the limits, and so may whoever says explicitly that two are one.
 */
public record IdentifierLimits(Map<IdentifierKind, List<Limit>> byKind) {
    /** Of all kinds together. */
    public static final int TOTAL_MAX = 10_000;

    /** So generous that a person does not meet them and a shared key or a broken integration does. */
    public static final IdentifierLimits DEFAULT = new IdentifierLimits(Map.of(
            IdentifierKind.USER, List.of(Limit.ever(1)),
            IdentifierKind.EMAIL, List.of(Limit.ever(20)),
            IdentifierKind.PHONE, List.of(Limit.ever(20)),
            IdentifierKind.EXTERNAL, List.of(Limit.ever(50)),
            IdentifierKind.DEVICE, List.of(Limit.ever(200)),
            IdentifierKind.ANONYMOUS, List.of(Limit.ever(2_000))));

    /**
     * At most so many.
     *
     * @param within of those gained in this long; none counts all
     */
    public record Limit(int max, Optional<Duration> within) {
        public Limit {
            if (max < 1 || max > TOTAL_MAX) throw new IllegalArgumentException("a limit is 1 to 10000, was " + max);
        }

        static Limit ever(int max) {
            return new Limit(max, Optional.empty());
        }
    }

    public IdentifierLimits {
        var ordered = new EnumMap<IdentifierKind, List<Limit>>(IdentifierKind.class);
        ordered.putAll(byKind);
        byKind = Collections.unmodifiableMap(ordered);
    }

    public IdentifierLimits with(IdentifierKind kind, List<Limit> limits) {
        var more = new EnumMap<IdentifierKind, List<Limit>>(IdentifierKind.class);
        more.putAll(byKind);
        more.put(kind, List.copyOf(limits));
        return new IdentifierLimits(more);
    }

    public List<Limit> of(IdentifierKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether there is room for one more beside what is owned and what is asked for. */
    boolean allow(Links links, Identifier identifier, Instant now) {
        if (links.owned().size() + links.claims() >= TOTAL_MAX) return false;
        for (Limit limit : of(identifier.kind())) {
            if (count(links, identifier, limit, now) >= limit.max()) return false;
        }
        return true;
    }

    /** The limits of a kind that so many are more than. Windows are not asked: a merge is no gain of today. */
    public Optional<Limit> passed(IdentifierKind kind, int count) {
        return of(kind).stream()
                .filter(limit -> limit.within().isEmpty() && count > limit.max())
                .findFirst();
    }

    private static int count(Links links, Identifier like, Limit limit, Instant now) {
        int count = 0;
        for (Identifier owned : links.owned().keySet()) {
            if (isAlike(owned, like)
                    && limit.within()
                            .map(it -> links.isGainedSince(owned, now.minus(it)))
                            .orElse(true)) {
                count++;
            }
        }
        for (Map.Entry<Identifier, Asked> asked : links.asked().entrySet()) {
            if (!asked.getValue().isRefused() && isAlike(asked.getKey(), like)) count++;
        }
        return count;
    }

    private static boolean isAlike(Identifier one, Identifier other) {
        return one.kind() == other.kind()
                && (one.kind() != IdentifierKind.EXTERNAL || type(one).equals(type(other)));
    }

    private static String type(Identifier external) {
        int colon = external.value().indexOf(':');
        return colon < 0 ? external.value() : external.value().substring(0, colon);
    }
}
