package io.carillon.server.demo;

import io.carillon.server.client.ApiClient;
import io.carillon.server.demo.retail.Act;
import io.carillon.server.demo.retail.Retail;
import io.carillon.server.demo.retail.Script;
import io.carillon.server.demo.retail.Shopper;
import io.carillon.server.http.Routes;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A year of a shop around a server that somebody else starts: its customers, their mail, and the page. */
public final class Demo implements AutoCloseable {
    /** After the last order: until what it brought about is said. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Plan plan;
    private final DayClock clock;
    private final Replay replay;
    private final Mailbox mailbox;
    private final Samples samples = new Samples();
    private final AtomicReference<URI> server = new AtomicReference<>(URI.create("http://localhost"));
    private final AtomicReference<Sampler> sampler = new AtomicReference<>();
    private final AtomicReference<Engine> engine = new AtomicReference<>();
    private final io.carillon.server.demo.ApiClient pagesApi;

    /**
     * What is replayed.
     *
     * @param from where the clock starts: at {@link Retail#START}, or where it stood when the demo was ended
     * @param until where it ends, at most at {@link Retail#END}
     * @param factor seconds of the year that pass in one of the world's, at most
     * @param seed of all that is simulated
     * @param apiToken of the server
     */
    public record Plan(Instant from, Instant until, double factor, long seed, String apiToken) {}

    private Demo(Plan plan, Retail retail) {
        this.plan = plan;
        clock = DayClock.startingAt(plan.from(), plan.factor());
        List<Act> acts = Script.of(retail, plan.seed());
        var readers = new Readers(byEmail(acts), List.copyOf(retail.products().values()), plan.seed());
        replay = new Replay(acts, plan.from(), readers);
        mailbox = Mailbox.open(mail -> readers.onMail(mail, clock.now()));
        pagesApi = new io.carillon.server.demo.ApiClient(plan.apiToken());
    }

    /** Reads the year and opens the mail server. */
    public static Demo prepare(Plan plan) throws IOException {
        return new Demo(plan, Retail.read());
    }

    private static Map<String, Shopper> byEmail(List<Act> acts) {
        var shoppers = new HashMap<String, Shopper>();
        for (Act act : acts) {
            if (act instanceof Act.SignsIn signsIn)
                shoppers.put(signsIn.shopper().email(), signsIn.shopper());
        }
        return shoppers;
    }

    public DayClock clock() {
        return clock;
    }

    public int mailPort() {
        return mailbox.port();
    }

    Samples samples() {
        return samples;
    }

    public void addTo(Routes routes, Engine started) {
        engine.set(started);
        sampler.set(new Sampler(started));
        var pages = new DemoPages(started, clock, samples, new DemoPages.Api(pagesApi, server::get));
        pages.addTo(routes);
    }

    /**
     * Lets it happen, and tells each month how it goes; returns at the end.
     *
     * @param daily is told each midnight, when all before it is done
     */
    public Result run(URI serverUrl, PrintStream progress, Consumer<Instant> daily) throws InterruptedException {
        server.set(serverUrl);
        String base = serverUrl.toString().replaceAll("/$", "");
        Instant day = midnightAfter(clock.now());
        int month = clock.now().atZone(DayClock.ZONE).getMonthValue();
        try (var post = new Post(serverUrl)) {
            var target = new Replay.Target(post, new ApiClient(URI.create(base), plan.apiToken()));
            sample();
            while (clock.now().isBefore(plan.until())) {
                Instant now = clock.stride(day.isBefore(plan.until()) ? day : plan.until());
                replay.tellUntil(now, target);
                if (!engine.get().awaitRest(PATIENCE))
                    throw new IllegalStateException("the server does not come to rest");
                if (now.isBefore(day)) continue;
                sample();
                daily.accept(now);
                day = midnightAfter(now);
                int monthNow = now.atZone(DayClock.ZONE).getMonthValue();
                if (monthNow != month) tell(progress);
                month = monthNow;
            }
        }
        return result();
    }

    private static Instant midnightAfter(Instant now) {
        ZonedDateTime today = now.atZone(DayClock.ZONE).truncatedTo(ChronoUnit.DAYS);
        return today.plusDays(1).toInstant();
    }

    private void sample() {
        samples.add(sampler.get().sample(clock.now(), replay.accepted()));
    }

    private void tell(PrintStream progress) {
        Sample latest = samples.all().getLast();
        progress.println("%tF  %,9d events in, %,6d customers, %,7d mails, %,5d came back, %,4d unsubscribed"
                .formatted(
                        clock.now().atZone(DayClock.ZONE),
                        replay.accepted(),
                        latest.customers(),
                        mailbox.count(),
                        replay.cameBack(),
                        replay.unsubscribed()));
    }

    /** Who unsubscribed by the link in a mail, by their number. */
    public Set<String> unsubscribers() {
        return replay.unsubscribers();
    }

    /** Keeps the clock going, at the world's pace, until somebody interrupts. */
    public void linger() throws InterruptedException {
        while (true) clock.amble();
    }

    private Result result() {
        return new Result(
                replay.accepted(), replay.refused(), mailbox.count(), replay.unsubscribed(), replay.cameBack());
    }

    /**
     * How it went.
     *
     * @param refused calls that were not answered with 200
     * @param cameBack visits because of a mail
     */
    public record Result(long events, long refused, long mails, long unsubscribed, long cameBack) {
        @Override
        public String toString() {
            return "%d events in, %d refused, %d mails received, %d came back by a mail, %d unsubscribed by one"
                    .formatted(events, refused, mails, cameBack, unsubscribed);
        }
    }

    @Override
    public void close() {
        replay.close();
        pagesApi.close();
        mailbox.close();
    }
}
