package io.carillon.server.demo;

import io.carillon.server.http.Routes;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** One shop day around a server that somebody else starts: the shoppers, their mail, and the page. */
public final class Demo implements AutoCloseable {
    /** From opening until the last cart left in the evening has had its reminder, and that its answer. */
    private static final Duration DAY = Duration.ofHours(20);

    private static final Duration OPENS_AT = Duration.ofHours(8);
    private static final long SEED = 20260302;

    private final DayClock clock;
    private final Replay replay;
    private final Mailbox mailbox;
    private final ApiClient api;
    private final Samples samples = new Samples();
    private final AtomicReference<URI> server = new AtomicReference<>(URI.create("http://localhost"));

    /**
     * What a day is made of.
     *
     * @param date of the day; another one has other shoppers
     * @param factor seconds of the day that pass in one of the world's
     * @param apiToken of the server
     */
    public record Plan(LocalDate date, int shoppers, double factor, String apiToken) {
        Instant opens() {
            return date.atStartOfDay(DayClock.ZONE).toInstant().plus(OPENS_AT);
        }

        List<Shopper> people() {
            return ShopDay.shoppers(SEED + date.toEpochDay(), date.toString(), shoppers);
        }
    }

    private Demo(Plan plan, DayClock clock) throws IOException {
        this.clock = clock;
        replay = new Replay(clock, plan.date().toString(), plan.people());
        mailbox = Mailbox.open(replay::onMail);
        api = new ApiClient(plan.apiToken());
    }

    /** Opens the mail server; the day's clock starts now. */
    public static Demo prepare(Plan plan) throws IOException {
        return new Demo(plan, DayClock.startingAt(plan.opens(), plan.factor()));
    }

    public DayClock clock() {
        return clock;
    }

    public int mailPort() {
        return mailbox.port();
    }

    public void addTo(Routes routes, Engine engine) {
        var pages = new DemoPages(engine, clock, samples, new DemoPages.Api(api, server::get));
        pages.addTo(routes);
    }

    /** Lets the shoppers in, and tells each hour how it goes; returns at the end of the day. */
    public Result run(URI serverUrl, PrintStream progress) throws InterruptedException {
        server.set(serverUrl);
        replay.start(serverUrl);
        for (int hour = 1; hour <= DAY.toHours(); hour++) {
            clock.sleepUntil(Duration.ofHours(hour));
            progress.println("%s  %s events in, %s mails received, %s unsubscribed"
                    .formatted(
                            Markup.time(clock.now()),
                            Markup.number(replay.accepted()),
                            Markup.number(mailbox.count()),
                            Markup.number(replay.unsubscribed())));
        }
        replay.awaitEnd();
        return new Result(
                replay.accepted(), replay.refused(), mailbox.count(), replay.unsubscribed(), replay.cameBack());
    }

    /**
     * How the day went.
     *
     * @param refused calls that were not answered with 200
     */
    public record Result(long events, long refused, long mails, long unsubscribed, long cameBack) {
        @Override
        public String toString() {
            return "%d events in, %d refused, %d mails received, %d unsubscribed, %d came back and bought"
                    .formatted(events, refused, mails, unsubscribed, cameBack);
        }
    }

    @Override
    public void close() throws IOException {
        replay.close();
        api.close();
        mailbox.close();
    }
}
