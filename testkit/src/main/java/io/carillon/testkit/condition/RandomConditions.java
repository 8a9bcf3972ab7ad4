package io.carillon.testkit.condition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.DateTest;
import io.carillon.core.condition.Each;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Range;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.condition.Window;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Conditions of every kind, on the few names and times of a {@link RandomPasts}. */
public record RandomConditions(Chance chance, RandomPasts pasts) {

    public Condition condition(int depth) {
        return switch (chance.between(0, depth == 0 ? 9 : 14)) {
            case 0 -> traitIs();
            case 1 -> traitDate();
            case 2 -> standing();
            case 3 -> sequence();
            case 10 -> new Condition.All(chance.list(0, 3, _ -> condition(depth - 1)));
            case 11 -> new Condition.Any(chance.list(0, 3, _ -> condition(depth - 1)));
            case 12 -> new Condition.Not(condition(depth - 1));
            case 13 -> new Condition.Named("segment", "other", condition(depth - 1));
            default -> measured();
        };
    }

    /** One whose answers change by time alone. */
    public Condition leaf() {
        return switch (chance.between(0, 4)) {
            case 0 -> traitDate();
            case 1 -> sequence();
            default -> measured();
        };
    }

    public Condition.Measured measured() {
        Measure measure = measure();
        return new Condition.Measured(query(), measure, window(), test(measure.aggregate()));
    }

    private Condition sequence() {
        return new Condition.Sequence(chance.list(2, 3, _ -> then()), window());
    }

    private Condition.Then then() {
        return new Condition.Then(
                query(),
                chance.chance(0.5) ? Optional.of(pasts.length(1, 4)) : Optional.empty(),
                chance.chance(0.4) ? chance.list(1, 2, _ -> query()) : List.of());
    }

    private Condition traitIs() {
        return switch (chance.between(0, 3)) {
            case 0 -> new Condition.TraitIs("plan", new ValueTest.Equals(Value.of("pro")));
            case 1 -> new Condition.TraitIs("address.country", new ValueTest.In(List.of(Value.of("DE"), Value.of(7))));
            case 2 -> new Condition.TraitIs("pets[].kind", new ValueTest.Not(new ValueTest.Equals(Value.of("cat"))));
            default -> new Condition.TraitIs("age", number());
        };
    }

    private Condition traitDate() {
        DateTest test = switch (chance.between(0, 4)) {
            case 0 -> new DateTest.WithinLast(pasts.length(0, 5));
            case 1 -> new DateTest.WithinNext(pasts.length(0, 5));
            case 2 -> new DateTest.LongerAgo(pasts.length(0, 5));
            case 3 -> new DateTest.FurtherAhead(pasts.length(0, 5));
            default -> new DateTest.Anniversary(chance.pick(List.of(0, 1, 7, 364)));
        };
        return new Condition.TraitDate(chance.pick(List.of("due", "born", "visits[].at", "plan")), test);
    }

    private Condition standing() {
        return switch (chance.between(0, 3)) {
            case 0 ->
                new Condition.Subscription(
                        chance.pick(List.of(Channel.EMAIL, Channel.SMS)),
                        chance.pick(RandomPasts.TOPICS),
                        chance.pick(List.of(Condition.Standing.values())));
            case 1 -> new Condition.Reachable(chance.pick(List.of(Channel.EMAIL, Channel.SMS)));
            case 2 -> new Condition.OnJourney(chance.pick(RandomPasts.JOURNEYS));
            default -> {
                int from = chance.between(0, 90);
                yield new Condition.Bucket(
                        "salt" + chance.between(0, 3),
                        BigDecimal.valueOf(from),
                        BigDecimal.valueOf(chance.between(from + 1, 100)));
            }
        };
    }

    private EventQuery query() {
        Occurrence.Kind kind = chance.chance(0.15)
                ? chance.pick(List.of(Occurrence.Kind.MESSAGE, Occurrence.Kind.JOURNEY))
                : Occurrence.Kind.EVENT;
        List<Where> where = chance.chance(0.3) ? List.of(where()) : List.of();
        Optional<Each> each = chance.chance(0.25)
                ? Optional.of(new Each("products", chance.chance(0.5) ? List.of(itemWhere()) : List.of()))
                : Optional.empty();
        return new EventQuery(new EventQuery.Asked(kind, chance.pick(RandomPasts.names(kind)), where, each, range()));
    }

    private Range range() {
        if (chance.chance(0.8)) return Range.EVER;
        Optional<java.time.Instant> from = chance.chance(0.6) ? Optional.of(pasts.tick(0, 8)) : Optional.empty();
        return new Range(from, chance.chance(0.6) ? Optional.of(pasts.tick(9, 14)) : Optional.empty());
    }

    private Where where() {
        return chance.chance(0.3) ? new Where("products[].category", text()) : new Where("total", number());
    }

    private Where itemWhere() {
        return chance.chance(0.5) ? new Where("category", text()) : new Where("price", number());
    }

    private Measure measure() {
        if (chance.chance(0.4)) return Measure.COUNT;
        Measure.Aggregate aggregate = chance.pick(List.of(Measure.Aggregate.values()));
        if (aggregate == Measure.Aggregate.COUNT) return Measure.COUNT;
        return new Measure(
                aggregate,
                chance.pick(List.of("total", "category", "price", "products[].price", "products[].category")));
    }

    private Window window() {
        return switch (chance.between(0, 5)) {
            case 0 -> Window.EVER;
            case 1, 2 -> {
                int to = -chance.between(0, 2);
                yield new Window.Calendar(chance.pick(List.of(Window.Unit.values())), to - chance.between(0, 2), to);
            }
            default -> new Window.Rolling(pasts.length(1, 6));
        };
    }

    private ValueTest test(Measure.Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT, DISTINCT -> count();
            case SUM, AVERAGE, MIN, MAX -> number();
            case FIRST, LAST, MOST_FREQUENT -> chance.chance(0.6) ? text() : number();
        };
    }

    private ValueTest count() {
        BigDecimal bound = BigDecimal.valueOf(chance.between(0, chance.chance(0.2) ? 12 : 4));
        return switch (chance.between(0, 6)) {
            case 0 -> new ValueTest.AtMost(bound);
            case 1 -> new ValueTest.Equals(Value.of(bound));
            case 2 -> new ValueTest.LessThan(bound.add(new BigDecimal("0.5")));
            case 3 -> new ValueTest.GreaterThan(bound);
            case 4 ->
                new ValueTest.Both(
                        List.of(new ValueTest.AtLeast(bound), new ValueTest.AtMost(bound.add(BigDecimal.ONE))));
            case 5 -> new ValueTest.Not(new ValueTest.In(List.of(Value.of(bound), Value.of("2"))));
            default -> new ValueTest.AtLeast(bound);
        };
    }

    private ValueTest number() {
        BigDecimal bound = chance.pick(RandomPasts.AMOUNTS).multiply(BigDecimal.valueOf(chance.between(1, 3)));
        return switch (chance.between(0, 6)) {
            case 0 -> new ValueTest.AtMost(bound);
            case 1 -> new ValueTest.Equals(Value.of(bound));
            case 2 -> new ValueTest.LessThan(bound);
            case 3 -> new ValueTest.GreaterThan(bound);
            case 4 -> new ValueTest.Exists(chance.chance(0.5));
            case 5 -> new ValueTest.Not(new ValueTest.AtLeast(bound));
            default -> new ValueTest.AtLeast(bound);
        };
    }

    private ValueTest text() {
        Value value = chance.pick(RandomPasts.CATEGORIES);
        return switch (chance.between(0, 5)) {
            case 0 -> new ValueTest.In(List.of(value, Value.of("shoes")));
            case 1 -> new ValueTest.Not(new ValueTest.Equals(value));
            case 2 -> new ValueTest.StartsWith("sh");
            case 3 -> new ValueTest.Contains(Value.of("o"));
            case 4 -> new ValueTest.Exists(chance.chance(0.5));
            default -> new ValueTest.Equals(value);
        };
    }
}
