package io.carillon.bench;

import io.carillon.testkit.shop.Shoppers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The requests of a run: shoppers' calls, single and in batches, and requests for a message. */
final class Calls {
    static final int BATCH = 100;

    private static final int SHOPS = 16;

    /** Known by e-mail, and ask for messages. */
    static final int MEMBERS = 4_000;

    /** What else people did when they were introduced: so long ago, at most. */
    private static final int PAST_DAYS = 60;

    private final int people;
    private final int run;
    private final AtomicInteger shops = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Calls of people who are known, over 16 shops.
     *
     * @param run number of the run: what is said in another is another message
     */
    Calls(int people, int run) {
        this.people = perShop(people);
        this.run = run;
    }

    /** The people of one shop. */
    static int perShop(int people) {
        return Math.max(1, people / SHOPS);
    }

    /** Introduces the people of each shop from a number on: who they are, and something they bought or looked at. */
    Load.Traffic introductions(int from) {
        return new Load.Traffic("/v1/batch", BATCH, shop -> {
            var shoppers = new Shoppers(prefix(shop), people, shop);
            var next = new AtomicInteger(2 * from);
            return () -> batch(BATCH, () -> introduction(shoppers, next.getAndIncrement()));
        });
    }

    /** Past the last it begins again: these are known then, and nothing happens. */
    private String introduction(Shoppers shoppers, int call) {
        int person = call / 2 % people;
        return call % 2 == 0
                ? shoppers.introduction(person, now())
                : shoppers.past(person, now().minus(Duration.ofDays(1 + person % PAST_DAYS)));
    }

    static int shops() {
        return SHOPS;
    }

    Load.Traffic singles() {
        return new Load.Traffic("/v1/track", 1, _ -> {
            Supplier<String> calls = tracks(shop());
            return calls::get;
        });
    }

    Load.Traffic batches() {
        return new Load.Traffic("/v1/batch", BATCH, _ -> {
            Shoppers shop = shop();
            return () -> batch(BATCH, () -> shop.next(now()));
        });
    }

    /** Each is the trigger of one transactional message. */
    Load.Traffic triggers(int events) {
        return new Load.Traffic("/v1/batch", events, _ -> () -> batch(events, () -> trigger(asked.getAndIncrement())));
    }

    /** Makes the members known, in batches. */
    Load.Traffic members() {
        return new Load.Traffic("/v1/batch", BATCH, _ -> {
            var next = new AtomicInteger();
            return () -> batch(BATCH, () -> member(next.getAndIncrement() % MEMBERS));
        });
    }

    /** A request for a message, whose subject will name it. */
    String trigger(int request) {
        return "{\"type\":\"track\",\"event\":\"Password Reset Requested\",\"messageId\":\"reset-" + run + "-" + request
                + "\",\"userId\":\"member-" + request % MEMBERS + "\",\"timestamp\":\"" + now()
                + "\",\"properties\":{\"request_id\":\"" + request + "\"}}";
    }

    /** The next number that no request for a message had. */
    int nextRequest() {
        return asked.getAndIncrement();
    }

    /** How many numbers were given out. */
    int requests() {
        return asked.get();
    }

    private static String member(int number) {
        return "{\"type\":\"identify\",\"messageId\":\"member-" + number + "\",\"userId\":\"member-" + number
                + "\",\"traits\":{\"email\":\"member-" + number + "@members.example\",\"firstName\":\"Ada\"}}";
    }

    /** Only what {@code /v1/track} takes. */
    private static Supplier<String> tracks(Shoppers shop) {
        return () -> {
            String call = shop.next(now());
            while (!call.startsWith("{\"type\":\"track\"")) call = shop.next(now());
            return call;
        };
    }

    private static String batch(int events, Supplier<String> calls) {
        var body = new StringBuilder(events * 600).append("{\"batch\":[");
        for (int i = 0; i < events; i++) body.append(i == 0 ? "" : ",").append(calls.get());
        return body.append("]}").toString();
    }

    private Shoppers shop() {
        int source = shops.getAndIncrement();
        return Shoppers.returning(prefix(source % SHOPS), people, source, "r" + run + "-" + source + "-");
    }

    private static String prefix(int shop) {
        return "s" + shop + "-";
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
