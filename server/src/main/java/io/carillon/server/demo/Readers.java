package io.carillon.server.demo;

import io.carillon.server.demo.retail.Act;
import io.carillon.server.demo.retail.Product;
import io.carillon.server.demo.retail.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** What shoppers do about their mail: most read on, some come to look, a few have had enough. Thread-safe. */
final class Readers {
    private static final double UNSUBSCRIBES = 0.025;
    private static final double COMES_BACK = 0.2;
    private static final int THINKS_MINUTES_MAX = 10 * 60;

    private final Map<String, Shopper> byEmail;
    private final List<Product> products;
    private final long seed;
    private final Map<String, Integer> mails = new HashMap<>();
    private final PriorityQueue<Response> responses =
            new PriorityQueue<>(Comparator.comparing(Response::at).thenComparing(Response::who));

    /** What somebody does about a mail, when they have thought about it. */
    sealed interface Response {
        Instant at();

        String who();

        record Unsubscribes(Instant at, String who, String url) implements Response {}

        record ComesBack(String who, Act act) implements Response {
            @Override
            public Instant at() {
                return act.at();
            }
        }
    }

    Readers(Map<String, Shopper> byEmail, List<Product> products, long seed) {
        this.byEmail = Map.copyOf(byEmail);
        this.products = List.copyOf(products);
        this.seed = seed;
    }

    /** Somebody has mail. Who gets a confirmation has nothing to answer. */
    synchronized void onMail(Mail mail, Instant now) {
        Shopper shopper = byEmail.get(mail.to());
        Optional<String> unsubscribeUrl = mail.unsubscribeUrl();
        if (shopper == null || unsubscribeUrl.isEmpty()) return;
        int number = mails.merge(shopper.id(), 1, Integer::sum);
        var chance = new SplittableRandom(seed ^ (shopper.id() + "/" + number).hashCode());
        chance.nextLong(); // neighbouring seeds begin alike
        double fate = chance.nextDouble();
        Instant at = now.plus(Duration.ofMinutes(2 + chance.nextInt(THINKS_MINUTES_MAX)));
        if (fate < UNSUBSCRIBES) {
            responses.add(new Response.Unsubscribes(at, shopper.id(), unsubscribeUrl.get()));
        } else if (fate < UNSUBSCRIBES + COMES_BACK) {
            var visitor = new Act.Visitor.SignedIn(shopper, shopper.devices().getFirst());
            Product product = products.get(chance.nextInt(products.size()));
            responses.add(new Response.ComesBack(shopper.id(), new Act.Views(at, visitor, product)));
        }
    }

    /** Those whose time has come, in order of time. */
    synchronized List<Response> until(Instant now) {
        var due = new ArrayList<Response>();
        while (!responses.isEmpty() && !responses.peek().at().isAfter(now)) due.add(responses.remove());
        return due;
    }
}
