package io.carillon.core.entity.audit;

import io.carillon.core.audit.Masked;
import io.carillon.core.event.Event;
import io.carillon.core.host.Notice;
import io.carillon.core.person.Profile;
import io.carillon.core.person.Trait;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event said traits of which another source had spoken last: for statistics, so nothing is stored of it.
 *
 * @param source of the event
 */
public record TraitsCompared(String source, Instant receivedAt, List<Pair> traits) implements Notice {
    private static final int TRAITS_MAX = 50;

    /**
     * One trait.
     *
     * @param other the source that had spoken last
     * @param example both values as statistics may show them; empty when they are alike
     */
    public record Pair(String trait, String other, boolean isAlike, String example) {}

    public TraitsCompared {
        traits = List.copyOf(traits);
    }

    /** None when there is nothing to compare. */
    public static Optional<TraitsCompared> of(Profile known, Event event) {
        if (event.traits().isEmpty() || known.traits().isEmpty()) return Optional.empty();
        var pairs = new ArrayList<Pair>(0);
        for (Map.Entry<String, Value> said : event.traits().fields().entrySet()) {
            Trait before = known.traits().get(said.getKey());
            if (before == null || before.source().equals(event.source()) || pairs.size() >= TRAITS_MAX) continue;
            if (before.value() == Value.Nothing.NOTHING || said.getValue() == Value.Nothing.NOTHING) continue;
            pairs.add(pair(said.getKey(), before, said.getValue()));
        }
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new TraitsCompared(event.source(), event.receivedAt(), pairs));
    }

    private static Pair pair(String trait, Trait before, Value said) {
        boolean isAlike = isAlike(before.value(), said);
        String example = isAlike ? "" : Masked.shown(said) + " / " + Masked.shown(before.value());
        return new Pair(trait, before.source(), isAlike, example);
    }

    private static boolean isAlike(Value one, Value other) {
        if (one instanceof Value.Text(var text) && other instanceof Value.Text(var others)) {
            return text.strip().equalsIgnoreCase(others.strip());
        }
        if (one instanceof Value.Num(var number) && other instanceof Value.Num(var others)) {
            return number.compareTo(others) == 0;
        }
        return one.equals(other);
    }
}
