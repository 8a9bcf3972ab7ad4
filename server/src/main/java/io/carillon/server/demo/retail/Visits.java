package io.carillon.server.demo.retail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws the visits of one customer around their orders: most carts are filled minutes before the order, some are left and
 * bought hours or days later, some are left for good; in between people look around, also on other devices.
 */
final class Visits {
    private static final double BUYS_LATER = 0.18;
    private static final double LOOKED_BEFORE = 0.35;
    private static final double LEAVES_ANOTHER = 0.35;
    private static final double SIGNS_IN = 0.6;
    private static final int CART_LINES_MAX = 4;

    private final Shopper shopper;
    private final List<Invoice> orders;
    private final SplittableRandom chance;
    private final List<Visit> visits = new ArrayList<>();
    private int carts;

    private Visits(Shopper shopper, List<Invoice> orders, SplittableRandom chance) {
        this.shopper = shopper;
        this.orders = orders;
        this.chance = chance;
    }

    /**
     * In order of time.
     *
     * @param orders theirs, in order of time
     */
    static List<Visit> of(Shopper shopper, List<Invoice> orders, SplittableRandom chance) {
        var visits = new Visits(shopper, orders, chance);
        orders.forEach(visits::around);
        visits.visits.removeIf(visit -> visit.start().isBefore(Retail.START));
        visits.visits.sort(Comparator.comparing(Visit::start));
        return visits.visits;
    }

    private void around(Invoice order) {
        String cart = nextCart();
        if (chance.nextDouble() < LOOKED_BEFORE) {
            Instant day = order.at().minus(Duration.ofHours(20 + chance.nextInt(120)));
            add(day, some(order, 1 + chance.nextInt(4)), List.of(), cart, Optional.empty());
        }
        List<Line> lines = lines(order);
        if (chance.nextDouble() < BUYS_LATER) {
            Instant left = order.at().minus(Duration.ofMinutes(370 + chance.nextInt(3_300)));
            add(left, some(order, 1 + chance.nextInt(2)), lines, cart, Optional.empty());
            buy(order, some(order, 1), List.of(), cart);
        } else {
            buy(order, some(order, 1 + chance.nextInt(3)), lines, cart);
        }
        if (chance.nextDouble() < LEAVES_ANOTHER) leave(order);
    }

    private void buy(Invoice order, List<Product> looksAt, List<Line> puts, String cart) {
        Instant start = order.at().minus(Duration.ofMinutes(6 + chance.nextInt(40)));
        if (start.isBefore(Retail.START)) start = Retail.START;
        visits.add(new Visit(start, device(), looksAt, puts, cart, Optional.of(order), chance.nextDouble() < SIGNS_IN));
    }

    /** A cart that nobody ever buys, some day in the weeks after, unless they are about to order then. */
    private void leave(Invoice order) {
        ZoneId zone = ZoneId.of(shopper.zone());
        LocalTime time = LocalTime.of(8 + chance.nextInt(14), chance.nextInt(60), chance.nextInt(60));
        Instant start = order.at()
                .plus(Duration.ofDays(1 + chance.nextInt(45)))
                .atZone(zone)
                .toLocalDate()
                .atTime(time)
                .atZone(zone)
                .toInstant();
        boolean isOverlapped = orders.stream()
                .anyMatch(other -> other.at().isAfter(start) && other.at().isBefore(start.plus(Duration.ofHours(6))));
        if (isOverlapped || !start.isBefore(Retail.END)) return;
        Invoice like = orders.get(chance.nextInt(orders.size()));
        add(start, some(like, 1 + chance.nextInt(2)), lines(like), nextCart(), Optional.empty());
    }

    private void add(Instant start, List<Product> looksAt, List<Line> puts, String cart, Optional<Invoice> buys) {
        visits.add(new Visit(start, device(), looksAt, puts, cart, buys, chance.nextDouble() < SIGNS_IN));
    }

    private String nextCart() {
        return "cart-%s-%d".formatted(shopper.id(), ++carts);
    }

    private String device() {
        List<String> devices = shopper.devices();
        return chance.nextDouble() < 0.7 ? devices.getFirst() : devices.get(chance.nextInt(devices.size()));
    }

    private List<Product> some(Invoice order, int count) {
        var some = new ArrayList<Product>();
        for (int index = 0; index < count; index++) {
            some.add(order.lines().get(chance.nextInt(order.lines().size())).product());
        }
        return some;
    }

    private List<Line> lines(Invoice order) {
        int count = 1 + chance.nextInt(Math.min(CART_LINES_MAX, order.lines().size()));
        int from = chance.nextInt(order.lines().size() - count + 1);
        return order.lines().subList(from, from + count);
    }
}
