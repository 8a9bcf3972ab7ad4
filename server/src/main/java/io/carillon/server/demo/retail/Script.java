package io.carillon.server.demo.retail;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** All that happens in the shop's year, in order of time: the same for the same seed. */
public final class Script {
    private static final double SHIPS = 0.92;
    private static final double MUMBLES = 0.03;
    private static final int PASSERS_BY = 3_000;
    private static final int WORKING_MINUTES = 8 * 60;

    private final Retail retail;
    private final long seed;
    private final List<Act> acts = new ArrayList<>();

    private Script(Retail retail, long seed) {
        this.retail = retail;
        this.seed = seed;
    }

    public static List<Act> of(Retail retail, long seed) {
        var script = new Script(retail, seed);
        script.customers();
        script.passersBy();
        script.acts.removeIf(act -> !act.at().isBefore(Retail.END) || act.at().isBefore(Retail.START));
        script.acts.sort(Comparator.comparing(Act::at)); // stable: what one person does at one instant stays in order
        return script.acts;
    }

    private void customers() {
        var invoices = new LinkedHashMap<String, List<Invoice>>();
        for (Invoice invoice : retail.invoices()) {
            invoices.computeIfAbsent(invoice.customer(), _ -> new ArrayList<>()).add(invoice);
        }
        int number = 0;
        for (Map.Entry<String, List<Invoice>> customer : invoices.entrySet()) {
            Country country = Country.named(customer.getValue().getFirst().country());
            one(Shopper.drawn(customer.getKey(), number++, country, seed), customer.getValue());
        }
    }

    private void one(Shopper shopper, List<Invoice> invoices) {
        var chance = new SplittableRandom(seed + shopper.id().hashCode() * 0xD1342543DE82EF95L);
        List<Invoice> orders =
                invoices.stream().filter(invoice -> !invoice.isRefund()).toList();
        var signedIn = new LinkedHashMap<String, Instant>();
        for (Visit visit : Visits.of(shopper, orders, chance)) visit(shopper, visit, signedIn, chance);
        for (Invoice invoice : invoices) {
            if (invoice.isRefund()) refund(shopper, invoice, signedIn);
            else afterwards(shopper, invoice, chance);
        }
    }

    private void visit(Shopper shopper, Visit visit, Map<String, Instant> signedIn, SplittableRandom chance) {
        Instant at = visit.start();
        Duration pause = pause(visit, chance);
        if (visit.signsIn()) signIn(at, shopper, visit.device(), signedIn);
        Act.Visitor visitor = isSignedIn(at, visit.device(), signedIn)
                ? new Act.Visitor.SignedIn(shopper, visit.device())
                : new Act.Visitor.Anonymous(shopper.id(), visit.device());
        for (Product product : visit.looksAt()) {
            at = at.plus(pause);
            acts.add(new Act.Views(at, visitor, product));
        }
        for (Line line : visit.puts()) {
            at = at.plus(pause);
            acts.add(new Act.PutsInCart(at, visitor, visit.cart(), line));
        }
        if (visit.buys().isEmpty()) return;
        signIn(visit.buys().get().at().minusSeconds(1), shopper, visit.device(), signedIn);
        acts.add(new Act.Orders(shopper, visit.device(), visit.buys().get()));
    }

    /** Between two clicks; who buys is done in time. */
    private static Duration pause(Visit visit, SplittableRandom chance) {
        Duration pause = Duration.ofSeconds(15 + chance.nextInt(120));
        if (visit.buys().isEmpty()) return pause;
        Duration all = Duration.between(visit.start(), visit.buys().get().at());
        Duration most = all.dividedBy(visit.looksAt().size() + visit.puts().size() + 2);
        return pause.compareTo(most) < 0 ? pause : most;
    }

    private static boolean isSignedIn(Instant at, String device, Map<String, Instant> signedIn) {
        return !signedIn.getOrDefault(device, Instant.MAX).isAfter(at);
    }

    /** Unless they are signed in there by then: two visits may overlap. */
    private void signIn(Instant at, Shopper shopper, String device, Map<String, Instant> signedIn) {
        if (isSignedIn(at, device, signedIn)) return;
        boolean isFirst = signedIn.isEmpty();
        signedIn.put(device, at);
        acts.add(new Act.SignsIn(at, shopper, device));
        if (isFirst && shopper.prefersPhone()) acts.add(new Act.Prefers(at.plusSeconds(1), shopper));
    }

    private void afterwards(Shopper shopper, Invoice order, SplittableRandom chance) {
        if (chance.nextDouble() < SHIPS) {
            acts.add(new Act.Ships(workingTime(order.at(), chance.nextInt(3 * WORKING_MINUTES)), shopper, order));
        }
        if (chance.nextDouble() < MUMBLES) {
            acts.add(new Act.Mumbles(order.at().plusSeconds(chance.nextInt(3_600)), shopper, chance.nextInt(5)));
        }
    }

    /** Some minutes of work later, from the next day on: the warehouse works from nine to five. */
    private static Instant workingTime(Instant after, int minutes) {
        return after.atZone(Retail.ZONE)
                .toLocalDate()
                .plusDays(1 + minutes / WORKING_MINUTES)
                .atTime(9, 0)
                .plusMinutes(minutes % WORKING_MINUTES)
                .atZone(Retail.ZONE)
                .toInstant();
    }

    /** Who bought before the data begins signs in to send something back. */
    private void refund(Shopper shopper, Invoice refund, Map<String, Instant> signedIn) {
        Instant at = refund.at().minusSeconds(60);
        if (signedIn.values().stream().allMatch(at::isBefore)) {
            signIn(at, shopper, shopper.devices().getFirst(), signedIn);
        }
        acts.add(new Act.IsRefunded(shopper, refund));
    }

    /** People who never say who they are. */
    private void passersBy() {
        var chance = new SplittableRandom(seed);
        List<Product> products = List.copyOf(retail.products().values());
        long seconds = Duration.between(Retail.START, Retail.END).toSeconds();
        for (int number = 1; number <= PASSERS_BY; number++) {
            var visitor = new Act.Visitor.Anonymous("p-" + number, "d-p-" + number);
            Instant at = Retail.START.plusSeconds((long) (chance.nextDouble() * seconds));
            int views = 1 + chance.nextInt(4);
            Product product = products.getFirst();
            for (int view = 0; view < views; view++) {
                product = products.get(chance.nextInt(products.size()));
                at = at.plusSeconds(15 + chance.nextInt(120));
                acts.add(new Act.Views(at, visitor, product));
            }
            if (chance.nextDouble() < 0.25) {
                var line = new Line(product, 1, BigDecimal.valueOf(100 + chance.nextInt(900), 2));
                acts.add(new Act.PutsInCart(at.plusSeconds(20), visitor, "cart-p-" + number, line));
            }
        }
    }
}
