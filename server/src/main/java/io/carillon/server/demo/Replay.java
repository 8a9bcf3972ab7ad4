package io.carillon.server.demo;

import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.demo.retail.Act;
import io.carillon.server.demo.retail.Calls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the year happen, stride by stride of the clock: what is due is told through the tracking API, each event with the
 * instant at which it happened, as the shop's SDKs would; one person's in order. People also answer their mail.
 */
final class Replay implements AutoCloseable {
    static final String SITE_KEY = "demo-site-key";
    static final String WAREHOUSE_KEY = "demo-warehouse-key";

    private static final int SENDERS = 4;
    private static final int CALLS_A_SENDER = 25;
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final List<Act> acts;
    private final Readers readers;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Set<String> unsubscribers = ConcurrentHashMap.newKeySet();
    private final AtomicLong cameBack = new AtomicLong();
    private int next;

    /** Where it is told. */
    record Target(Post post, ApiClient api) {}

    private record Said(String key, Value.Fields call) {}

    /**
     * What will be told.
     *
     * @param acts in order of time
     * @param from those before have happened
     */
    Replay(List<Act> acts, Instant from, Readers readers) {
        this.acts = acts;
        this.readers = readers;
        while (next < acts.size() && acts.get(next).at().isBefore(from)) next++;
    }

    /** Tells everything that has happened up to an instant and was not told. */
    void tellUntil(Instant now, Target target) throws InterruptedException {
        var due = new ArrayList<Act>();
        int first = next;
        while (next < acts.size() && !acts.get(next).at().isAfter(now)) due.add(acts.get(next++));
        List<List<Said>> bySender = new ArrayList<>();
        int count = Math.clamp(due.size() / CALLS_A_SENDER, 1, SENDERS);
        for (int sender = 0; sender < count; sender++) bySender.add(new ArrayList<>());
        for (int index = 0; index < due.size(); index++) {
            Act act = due.get(index);
            if (act instanceof Act.Prefers) continue;
            Value.Fields call = Calls.of(act, "demo-" + (first + index));
            bySender.get(Math.floorMod(act.lane().hashCode(), count)).add(new Said(key(act), call));
        }
        for (Readers.Response response : readers.until(now)) answer(response, bySender.getFirst(), target);
        send(bySender, now, target);
        for (Act act : due) if (act instanceof Act.Prefers prefers) prefer(prefers, target);
    }

    private static String key(Act act) {
        return switch (act) {
            case Act.IsRefunded _, Act.Ships _, Act.Mumbles _ -> WAREHOUSE_KEY;
            case Act.SignsIn _, Act.Views _, Act.PutsInCart _, Act.Orders _, Act.Prefers _ -> SITE_KEY;
        };
    }

    private void answer(Readers.Response response, List<Said> site, Target target) throws InterruptedException {
        switch (response) {
            case Readers.Response.Unsubscribes(var _, var who, var url) -> {
                if (target.post().unsubscribe(url)) unsubscribers.add(who);
            }
            case Readers.Response.ComesBack(var who, var act) -> {
                String id = "demo-%s-%d".formatted(who, act.at().getEpochSecond());
                site.add(new Said(SITE_KEY, Calls.of(act, id)));
                cameBack.incrementAndGet();
            }
        }
    }

    private void send(List<List<Said>> bySender, Instant now, Target target) throws InterruptedException {
        var tasks = new ArrayList<Callable<Void>>();
        for (List<Said> said : bySender) {
            if (said.isEmpty()) continue;
            tasks.add(() -> {
                for (String key : List.of(SITE_KEY, WAREHOUSE_KEY)) {
                    List<Value.Fields> calls = said.stream()
                            .filter(one -> one.key().equals(key))
                            .map(Said::call)
                            .toList();
                    long lost = target.post().batch(key, calls, now);
                    refused.addAndGet(lost);
                    told.addAndGet(calls.size() - lost);
                }
                return null;
            });
        }
        for (Future<Void> sent : senders.invokeAll(tasks)) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InterruptedException) throw new InterruptedException();
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Says in the preference centre that text messages are fine. */
    private void prefer(Act.Prefers prefers, Target target) {
        String who = "/api/customers?identifier=user:" + prefers.shopper().id();
        if (target.api().get(who) instanceof ApiClient.Outcome.Done(var customer)) {
            String path = "/api/customers/" + customer.text("id").orElse("") + "/preferences";
            Value.Fields body = Value.of(Map.of("channels", Value.of(List.of(Value.of("sms"), Value.of("email")))));
            if (target.api().put(path, body) instanceof ApiClient.Outcome.Done) return;
        }
        LOG.warn("the preferences of user {} were not taken", prefers.shopper().id());
        refused.incrementAndGet();
    }

    /** Events that the server has taken, those too that it could not use. */
    long accepted() {
        return told.get();
    }

    /** Calls that were not answered with 200: none, unless something is wrong. */
    long refused() {
        return refused.get();
    }

    /** How many unsubscribed by the link in a mail. */
    long unsubscribed() {
        return unsubscribers.size();
    }

    /** Who did, by the shopper's id. */
    Set<String> unsubscribers() {
        return Set.copyOf(unsubscribers);
    }

    /** Visits because of a mail. */
    long cameBack() {
        return cameBack.get();
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
