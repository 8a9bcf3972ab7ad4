package io.carillon.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A shopper with a script drawn by seed: says who they are, fills a cart, perhaps orders. Whatever is not acknowledged is
 * sent again as it was, with the same messageId. Used by one thread at a time.
 */
final class CrashShopper {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** Calls of one request, as the body's text; of one call it is sent alone, of more as a batch. */
    private record Said(List<String> calls, List<String> messageIds, boolean isCart, boolean isOrder) {
        boolean names() {
            return calls.getFirst().startsWith("{\"type\": \"identify\"");
        }
    }

    final String user;
    final boolean orders;
    private final List<Said> script = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private Optional<Instant> cartFirstSentAt = Optional.empty();
    private Optional<Instant> namedAt = Optional.empty();
    private Optional<Instant> orderAcknowledgedAt = Optional.empty();

    CrashShopper(int number, Random random) {
        user = "u" + number;
        orders = random.nextInt(3) == 0;
        boolean anonymousFirst = random.nextInt(4) == 0;
        boolean inOneBatch = !anonymousFirst && random.nextInt(3) == 0;
        String identify = call(0, "identify", """
                "userId": "%s", %s "traits": {"email": "%s@x.org", "firstName": "%s"}""".formatted(
                        user, anonymousFirst ? "\"anonymousId\": \"a-" + user + "\"," : "", user, user));
        String cart = call(1, "track", """
                "%s": "%s", "event": "Product Added", "properties": {"cart_id": "c-%s", "name": "Lamp"}""".formatted(
                        anonymousFirst ? "anonymousId" : "userId", (anonymousFirst ? "a-" : "") + user, user));
        if (inOneBatch) {
            script.add(new Said(List.of(identify, cart), List.of(id(0), id(1)), true, false));
        } else if (anonymousFirst) {
            script.add(new Said(List.of(cart), List.of(id(1)), true, false));
            script.add(new Said(List.of(identify), List.of(id(0)), false, false));
        } else {
            script.add(new Said(List.of(identify), List.of(id(0)), false, false));
            script.add(new Said(List.of(cart), List.of(id(1)), true, false));
        }
        if (!orders) return;
        String order = call(2, "track", "\"userId\": \"%s\", \"event\": \"Order Completed\"".formatted(user));
        script.add(new Said(List.of(order), List.of(id(2)), false, true));
    }

    private String id(int number) {
        return user + "-" + number;
    }

    private String call(int number, String type, String fields) {
        return "{\"type\": \"%s\", \"messageId\": \"%s\", %s}".formatted(type, id(number), fields);
    }

    /** Plays the whole script; returns when all of it is acknowledged. */
    void play(ShopClient client, Runnable onAcknowledged) {
        for (Said said : script) {
            if (said.isCart()) cartFirstSentAt = Optional.of(Instant.now());
            insist(client, said);
            if (said.names()) namedAt = Optional.of(Instant.now());
            if (said.isOrder()) orderAcknowledgedAt = Optional.of(Instant.now());
            acknowledged.addAll(said.messageIds());
            onAcknowledged.run();
        }
    }

    private static void insist(ShopClient client, Said said) {
        long until = System.nanoTime() + Eventually.PATIENCE.toNanos();
        while (!isTaken(client, said)) {
            if (System.nanoTime() - until > 0) throw new AssertionError("never taken: " + said);
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static boolean isTaken(ShopClient client, Said said) {
        boolean isBatch = said.calls().size() > 1;
        String type = isBatch ? "batch" : said.calls().getFirst().replaceAll("\\{\"type\": \"(\\w+)\".*", "$1");
        String body = isBatch
                ? "{\"batch\": [" + String.join(", ", said.calls()) + "]}"
                : said.calls().getFirst();
        return client.answered(type, body).filter(status -> status == 200).isPresent();
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    /** Whether their address was known, and they had not ordered, when the reminder was due. */
    boolean isDue(Duration wait) {
        return !orders && namedAt.filter(due(wait)::isAfter).isPresent();
    }

    /** Whether they ordered before the reminder could be due. */
    boolean orderedInTime(Duration wait) {
        return orderAcknowledgedAt.filter(due(wait)::isAfter).isPresent();
    }

    /** At the earliest. */
    private Instant due(Duration wait) {
        return cartFirstSentAt.orElseThrow().plus(wait);
    }

    Optional<Instant> orderAcknowledgedAt() {
        return orderAcknowledgedAt;
    }
}
