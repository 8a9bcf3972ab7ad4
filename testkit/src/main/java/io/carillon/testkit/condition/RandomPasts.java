package io.carillon.testkit.condition;

import io.carillon.core.condition.Occurrence;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What happened to somebody. Times are so few that ties, window edges and midnights are common; they lie about the nights on
 * which clocks change.
 */
public final class RandomPasts {
    static final List<BigDecimal> AMOUNTS =
            List.of(new BigDecimal("-20"), new BigDecimal("0"), new BigDecimal("9.99"), new BigDecimal("50"));
    static final List<Value> CATEGORIES = List.of(
            Value.of("shoes"),
            Value.of("hats"),
            Value.of("x".repeat(500)),
            Value.of("x".repeat(499) + "y"),
            Value.of(true),
            Value.of(7));
    static final List<Topic> TOPICS = List.of(
            new Topic(new TopicId("news"), "News", true, Optional.empty()),
            new Topic(new TopicId("offers"), "Offers", false, Optional.empty()));
    static final List<String> JOURNEYS = List.of("cart", "welcome");

    private static final List<Duration> GRIDS = List.of(
            Duration.ofSeconds(1),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(7),
            Duration.ofDays(1),
            Duration.ofDays(20));
    /** Of windows that pass while a test lasts. */
    public static final List<Duration> SHORT_GRIDS =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(10), Duration.ofHours(7));

    private static final int TICKS = 14;

    /** A clock, and the evening before it is changed, or before a year ends. */
    private record Night(String zone, String evening) {}

    private static final List<Night> NIGHTS = List.of(
            new Night("UTC", "2026-12-31T20:00:00Z"),
            new Night("Europe/Berlin", "2026-03-28T22:00:00Z"),
            new Night("Europe/Berlin", "2026-10-24T20:00:00Z"),
            new Night("America/New_York", "2026-11-01T02:00:00Z"),
            new Night("America/Havana", "2026-03-08T02:00:00Z"),
            new Night("America/Havana", "2026-11-01T02:00:00Z"),
            new Night("Africa/Cairo", "2026-04-23T20:00:00Z"),
            new Night("America/Santiago", "2026-09-06T01:00:00Z"),
            new Night("America/Santiago", "2026-04-05T01:00:00Z"),
            new Night("Australia/Lord_Howe", "2026-04-04T10:00:00Z"),
            new Night("Asia/Kathmandu", "2028-02-28T15:00:00Z"),
            new Night("Pacific/Apia", "2011-12-29T08:00:00Z"));

    private final Chance chance;
    private final ZoneId zone;
    private final Instant start;
    private final Duration grid;
    private int made;

    /** With a clock, and times about a night of its, by chance. */
    public RandomPasts(Chance chance) {
        this.chance = chance;
        Night night = chance.pick(NIGHTS);
        zone = ZoneId.of(night.zone());
        grid = chance.pick(GRIDS);
        start = chance.chance(0.5)
                ? Instant.parse(night.evening())
                : Instant.parse(night.evening())
                        .atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minus(grid.multipliedBy(4));
    }

    /** With times about an instant. */
    public RandomPasts(Chance chance, ZoneId zone, Instant start, Duration grid) {
        this.chance = chance;
        this.zone = zone;
        this.start = start;
        this.grid = grid;
    }

    /** An instant of the past, by its number. */
    Instant tick(int low, int high) {
        return start.plus(grid.multipliedBy(chance.between(low, high)));
    }

    Duration length(int low, int high) {
        return grid.multipliedBy(chance.between(low, high));
    }

    static List<String> names(Occurrence.Kind kind) {
        return switch (kind) {
            case EVENT -> List.of("Order Completed", "Product Viewed", "Cart Left");
            case MESSAGE -> List.of("sent", "withheld");
            case JOURNEY -> List.of("entered", "exited");
        };
    }

    /** When all of it has happened. */
    public Instant end() {
        return start.plus(grid.multipliedBy(TICKS));
    }

    public Past past(int sizeMax) {
        return new Past(chance.list(0, sizeMax, _ -> occurrence()), person());
    }

    /** With an id of its own. */
    public Occurrence occurrence() {
        Occurrence.Kind kind = chance.chance(0.15)
                ? chance.pick(List.of(Occurrence.Kind.MESSAGE, Occurrence.Kind.JOURNEY))
                : Occurrence.Kind.EVENT;
        Instant at = tick(0, TICKS);
        if (chance.chance(0.1)) at = at.minusMillis(1);
        return new Occurrence(kind, chance.pick(names(kind)), properties(), new Stamp(at, new MessageId("m" + made++)));
    }

    /** Of an event. */
    public Value.Fields properties() {
        var properties = new LinkedHashMap<String, Value>();
        if (chance.chance(0.8)) properties.put("total", amount());
        if (chance.chance(0.8)) properties.put("category", chance.pick(CATEGORIES));
        if (chance.chance(0.5)) properties.put("products", products());
        return new Value.Fields(properties);
    }

    private Value products() {
        if (chance.chance(0.2)) return product();
        return Value.of(chance.list(0, 3, _ -> chance.chance(0.1) ? Value.Nothing.NOTHING : product()));
    }

    private Value product() {
        if (chance.chance(0.1)) return Value.of("loose");
        var product = new LinkedHashMap<String, Value>();
        if (chance.chance(0.8)) product.put("price", amount());
        if (chance.chance(0.8)) product.put("category", chance.pick(CATEGORIES));
        return new Value.Fields(product);
    }

    private Value amount() {
        BigDecimal amount = chance.pick(AMOUNTS);
        return switch (chance.between(0, 9)) {
            case 0 -> Value.of(" " + amount + "0e0 ");
            case 1 -> Value.of(amount.toPlainString());
            case 2 -> Value.of("about " + amount);
            case 3 -> Value.Nothing.NOTHING;
            case 4 -> Value.of(amount.setScale(4));
            default -> Value.of(amount);
        };
    }

    /** What is known of somebody. */
    public Past.Person person() {
        var traits = new LinkedHashMap<String, Value>();
        if (chance.chance(0.5)) traits.put("plan", chance.pick(List.of(Value.of("pro"), Value.of("free"))));
        if (chance.chance(0.5)) traits.put("age", amount());
        if (chance.chance(0.5)) traits.put("address", new Value.Fields(java.util.Map.of("country", Value.of("DE"))));
        if (chance.chance(0.2)) traits.put("address.country", Value.of("7.0"));
        if (chance.chance(0.5)) {
            traits.put(
                    "pets",
                    Value.of(chance.list(
                            0,
                            2,
                            _ -> Value.of(java.util.Map.of("kind", Value.of(chance.pick(List.of("cat", "dog"))))))));
        }
        if (chance.chance(0.8)) traits.put("due", date());
        if (chance.chance(0.8)) traits.put("born", birthday());
        if (chance.chance(0.5)) {
            traits.put("visits", Value.of(chance.list(0, 3, _ -> Value.of(java.util.Map.of("at", date())))));
        }
        Consents consents = Consents.NONE;
        for (Topic topic : TOPICS) {
            if (chance.chance(0.5)) continue;
            consents = consents.with(
                    new Subscription(chance.pick(List.of(Channel.EMAIL, Channel.SMS)), topic.id()),
                    new Consent(chance.chance(0.5), start, "api"));
        }
        return new Past.Person(
                new Value.Fields(traits),
                consents,
                new TreeSet<>(chance.list(0, 1, _ -> Channel.EMAIL)),
                new TreeSet<>(chance.list(0, 2, _ -> chance.pick(JOURNEYS))),
                new SplitKey("key" + chance.between(0, 50)),
                zone);
    }

    private Value date() {
        Instant at = tick(-3, TICKS + 6);
        return switch (chance.between(0, 3)) {
            case 0 -> Value.of(at.toEpochMilli());
            case 1 -> Value.of(at.atZone(zone).toLocalDate().toString());
            case 2 -> Value.of(at.atZone(zone).toLocalDateTime().toString());
            default -> Value.of(at.toString());
        };
    }

    private Value birthday() {
        int year = chance.pick(List.of(1972, 1999, 2000, 2011, 2025, 2026, 2030));
        if (chance.chance(0.3)) return Value.of("2000-02-29");
        return Value.of(
                tick(0, TICKS + 6).atZone(zone).toLocalDate().withYear(year).toString());
    }
}
