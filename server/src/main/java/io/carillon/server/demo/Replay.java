package io.carillon.server.demo;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the shoppers do what they do, each on a thread of their own, through the tracking API; and read their mail. */
final class Replay implements AutoCloseable {
    private static final String WRITE_KEY = "demo-site-key";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration THINKS = Duration.ofMinutes(25);
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final DayClock clock;
    private final String day;
    private final Map<String, Shopper> byEmail = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch left;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unsubscribed = new AtomicLong();
    private final AtomicLong cameBack = new AtomicLong();
    private volatile URI server = URI.create("http://localhost");

    Replay(DayClock clock, String day, List<Shopper> shoppers) {
        this.clock = clock;
        this.day = day;
        for (Shopper shopper : shoppers) byEmail.put(shopper.email(), shopper);
        left = new CountDownLatch(shoppers.size());
    }

    /** Opens the doors. */
    void start(URI serverUrl) {
        server = serverUrl;
        for (Shopper shopper : byEmail.values()) {
            threads.add(Thread.ofVirtual().name("demo-shopper").start(() -> shop(shopper)));
        }
    }

    /** Waits until everybody has done what they came for, answers to mail apart. */
    void awaitEnd() throws InterruptedException {
        left.await();
    }

    long accepted() {
        return accepted.get();
    }

    /** Calls that were not answered with 200: none, unless something is wrong. */
    long refused() {
        return refused.get();
    }

    long unsubscribed() {
        return unsubscribed.get();
    }

    long cameBack() {
        return cameBack.get();
    }

    private void shop(Shopper shopper) {
        try {
            for (Act act : shopper.acts()) {
                clock.sleepUntil(act.at());
                call(act.call(), act.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            left.countDown();
        }
    }

    /** Somebody has mail. */
    void onMail(Mail mail) {
        Shopper shopper = byEmail.get(mail.to());
        Optional<String> unsubscribeUrl = mail.unsubscribeUrl();
        // Who gets a confirmation has nothing to answer.
        if (shopper == null || unsubscribeUrl.isEmpty() || shopper.ifReminded() == Shopper.Answer.IGNORE) return;
        Thread.ofVirtual().name("demo-reader").start(() -> answer(shopper, unsubscribeUrl.get()));
    }

    private void answer(Shopper shopper, String unsubscribeUrl) {
        try {
            clock.sleepUntil(clock.sinceStart().plus(THINKS));
            if (shopper.ifReminded() == Shopper.Answer.UNSUBSCRIBE) {
                boolean done = post(
                        URI.create(unsubscribeUrl), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
                if (done) unsubscribed.incrementAndGet();
            } else {
                buy(shopper);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Buys what is in the cart, if anything is left in it. */
    private void buy(Shopper shopper) throws InterruptedException {
        var inCart = new ArrayList<Product>();
        Value.Fields last = Value.Fields.NONE;
        for (Act act : shopper.acts()) {
            last = act.body();
            Optional<String> event = act.body().text("event");
            if (event.equals(Optional.of("Order Completed"))) return;
            if (event.equals(Optional.of("Product Added"))) {
                String sku = act.body().fields("properties").text("product_id").orElse("");
                Product.ALL.stream()
                        .filter(product -> product.sku().equals(sku))
                        .forEach(inCart::add);
            }
        }
        Optional<String> user = last.text("userId");
        if (inCart.isEmpty() || user.isEmpty()) return;
        String order = day + "-" + user.get() + "-r";
        Value.Fields body = last.with("event", Value.of("Order Completed"))
                .with("messageId", Value.of("demo-" + order))
                .with("properties", ShopDay.order(order, inCart));
        call("track", body);
        cameBack.incrementAndGet();
    }

    private void call(String call, Value.Fields body) throws InterruptedException {
        boolean done = post(server.resolve("/v1/" + call), "application/json", Json.write(body));
        (done ? accepted : refused).incrementAndGet();
    }

    private boolean post(URI uri, String type, String body) throws InterruptedException {
        String key = Base64.getEncoder().encodeToString((WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", type)
                .header("Authorization", "Basic " + key)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) LOG.warn("{} was answered with {}", uri.getPath(), status);
            return status == 200;
        } catch (IOException e) {
            LOG.warn("{} was not answered: {}", uri.getPath(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        client.shutdownNow();
    }
}
