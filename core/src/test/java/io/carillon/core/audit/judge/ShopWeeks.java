package io.carillon.core.audit.judge;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Origin;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A shop as it sends events over weeks, by a seed: weekdays and hours, growth, noise, a day of sale, shares that wander,
 * and what is never quite right in clean data: some bad phone numbers, some repeats, some phones that were offline.
 */
final class ShopWeeks {
    static final String SOURCE = "shop";
    static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    static final int PAST = 28;

    private static final List<String> CITIES =
            List.of("Berlin", "Köln", "Paris", "Wien", "Zürich", "Amsterdam", "Madrid", "São Paulo", "Malmö", "Oslo");
    private static final List<String> NAMES = List.of(
            "Anna", "Jörg", "Zoë", "Marie", "Luis", "Çelik", "Noah", "Søren", "Emma", "René", "Mia", "Ola", "Ines",
            "Tom", "Ada", "Jo", "Kai", "Lea", "Max", "Nils");

    private final long seed;
    private final double perDay;
    private final double growth;
    private final double[] weekdays = new double[7];
    private final double peak;
    private final int saleDay;
    private final double sale;
    private final double badPhones;
    private final double offline;
    private final double repeats;

    ShopWeeks(long seed) {
        this.seed = seed;
        var random = new SplittableRandom(seed);
        perDay = 1_000 + random.nextInt(1_200);
        growth = -0.004 + 0.014 * random.nextDouble();
        for (int day = 0; day < 7; day++) weekdays[day] = 0.8 + 0.5 * random.nextDouble();
        peak = 11 + 8 * random.nextDouble();
        saleDay = random.nextInt(PAST + 1);
        sale = 1.2 + 0.6 * random.nextDouble();
        badPhones = 0.01 + 0.03 * random.nextDouble();
        offline = 0.03 * random.nextDouble();
        repeats = 0.003 * random.nextDouble();
    }

    /** A call as it is about to be sent, for whoever spoils it. */
    static final class Call {
        String name;
        boolean isSent = true;
        int times = 1;
        Duration lag;
        final Map<String, Value> properties = new LinkedHashMap<>();
        final Map<String, Value> traits = new LinkedHashMap<>();
        final TreeMap<String, Lineage> lineage = new TreeMap<>();
        final int number;

        private Call(String name, Duration lag, int number) {
            this.name = name;
            this.lag = lag;
            this.number = number;
        }
    }

    /** Spoils calls, or the day that they were counted in. */
    interface Defect {
        default void spoil(Call call, Instant at, SplittableRandom random) {}

        default void spoil(SourceDay day, long count, SplittableRandom random) {}
    }

    List<SourceDay> past() {
        var days = new ArrayList<SourceDay>();
        for (int day = 0; day < PAST; day++) days.add(day(day, 24, new Defect() {}));
        return days;
    }

    static Instant at(int day, double hour) {
        return FIRST.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(Math.round(hour * 3_600));
    }

    /** A day up to an hour of it. */
    SourceDay day(int number, double until, Defect defect) {
        var random = new SplittableRandom(seed * 1_000 + number);
        var spoiling = new SplittableRandom(seed * 1_000 + number + 500);
        var day = new SourceDay(FIRST.plusDays(number));
        DayOfWeek weekday = FIRST.plusDays(number).getDayOfWeek();
        double level = perDay * Math.pow(1 + growth, number) * weekdays[weekday.getValue() - 1];
        level *= Math.exp(0.08 * gaussian(random)) * (number == saleDay ? sale : 1);
        double coupons = 0.1 + 0.05 * random.nextDouble() + (number == saleDay ? 0.2 : 0);
        long count = 0;
        for (int i = 0; i < level; i++) {
            Instant at = at(number, hour(random));
            Call call = call(random, number * 100_000 + i, coupons);
            defect.spoil(call, at, spoiling);
            if (!at.isBefore(at(number, until)) || !call.isSent) continue;
            int times = call.times + (random.nextDouble() < repeats ? 1 : 0);
            for (int time = 0; time < times; time++) day.look(event(call, at));
            count += times;
        }
        unusable(day, count, random);
        defect.spoil(day, count, spoiling);
        return day;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Two humps around the peak, little at night. */
    private double hour(SplittableRandom random) {
        double hour = random.nextDouble() < 0.15 ? 24 * random.nextDouble() : peak + 3.5 * gaussian(random);
        return ((hour % 24) + 24) % 24;
    }

    private static void unusable(SourceDay day, long count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            if (random.nextInt(200) == 0) day.unusable("bad_email", "like \"xxx\"", 1);
            if (random.nextInt(150) == 0) {
                day.compared("city", "crm", random.nextInt(12) > 0, "Bonn / Berlin");
            }
            if (random.nextInt(20) == 0) day.compared("firstName", "crm", random.nextInt(25) > 0, "Jo / Joe");
        }
    }

    private Call call(SplittableRandom random, int number, double coupons) {
        int which = random.nextInt(1_000);
        Duration lag = random.nextDouble() < offline
                ? Duration.ofMinutes(10 + random.nextInt(4_000))
                : Duration.ofMillis(random.nextInt(4_000));
        if (which < 100) return order(new Call("Order Completed", lag, number), random, coupons);
        if (which < 220) return identify(new Call("identify", lag, number), random);
        if (which < 230) return order(new Call("Order Refunded", lag, number), random, coupons);
        String name = which < 700 ? "Product Viewed" : which < 900 ? "Product Added" : "Page Viewed";
        var call = new Call(name, lag, number);
        call.properties.put("url", Value.of("https://shop.example/p/" + random.nextInt(300)));
        if (name.equals("Page Viewed")) {
            if (random.nextInt(4) > 0) call.properties.put("referrer", Value.of("https://search.example/"));
            return call;
        }
        call.properties.put("product_id", Value.of("sku-" + product(random)));
        call.properties.put("price", price(random));
        call.properties.put("currency", Value.of(random.nextInt(5) > 0 ? "EUR" : "CHF"));
        if (random.nextInt(3) > 0) call.properties.put("brand", Value.of("brand " + random.nextInt(15)));
        if (random.nextInt(30) == 0) call.properties.put("brand", Value.of(""));
        return call;
    }

    private static int product(SplittableRandom random) {
        return (int) (200 * random.nextDouble() * random.nextDouble());
    }

    private static Value price(SplittableRandom random) {
        return Value.of(BigDecimal.valueOf(Math.round(100 * Math.exp(3.2 + 0.8 * gaussian(random))), 2));
    }

    private static Call order(Call call, SplittableRandom random, double coupons) {
        call.properties.put("order_id", Value.of("o-" + call.number));
        call.properties.put("total", price(random));
        call.properties.put("currency", Value.of(random.nextInt(5) > 0 ? "EUR" : "CHF"));
        if (random.nextDouble() < coupons) call.properties.put("coupon", Value.of("SALE" + random.nextInt(4)));
        var items = new ArrayList<Value>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            items.add(Value.of(Map.of(
                    "product_id", Value.of("sku-" + product(random)),
                    "quantity", Value.of(1L + random.nextInt(3)),
                    "price", price(random))));
        }
        call.properties.put("products", new Value.Items(items));
        call.properties.put("city", Value.of(CITIES.get(random.nextInt(CITIES.size()))));
        return call;
    }

    private Call identify(Call call, SplittableRandom random) {
        call.traits.put("email", Value.of("p" + random.nextInt(100_000) + "@mail.example"));
        call.traits.put("firstName", Value.of(NAMES.get(random.nextInt(NAMES.size()))));
        call.traits.put("newsletter", Value.of(random.nextInt(3) > 0));
        if (random.nextInt(2) > 0) {
            call.traits.put("phone", Value.of("+4930" + (100_000 + random.nextInt(900_000))));
            if (random.nextDouble() < badPhones) {
                call.lineage.put("/traits/phone", Lineage.asSent("phone", "not a phone number"));
            } else if (random.nextInt(3) == 0) {
                call.lineage.put("/traits/phone", Lineage.changed(Value.of("030 1"), "phone", List.of("e164")));
            }
        }
        return call;
    }

    private static Event event(Call call, Instant at) {
        return new Event(
                new MessageId("m" + call.number),
                call.traits.isEmpty() ? EventType.TRACK : EventType.IDENTIFY,
                call.name,
                at.minus(call.lag),
                at,
                SOURCE,
                List.of(new Identifier(IdentifierKind.USER, "u" + call.number % 5_000)),
                new Value.Fields(call.properties),
                new Value.Fields(call.traits),
                Value.Fields.NONE,
                Lineages.of(call.lineage),
                Origin.LIVE);
    }

    static Optional<Value> text(Map<String, Value> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
