package io.carillon.server.demo;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Everybody, found by asking; whoever is somebody else by now is not asked again. Not thread-safe.
 *
 * <p>At most {@value #CUSTOMERS_MAX} customers ever born are looked at.
 */
final class Census {
    static final int CUSTOMERS_MAX = 50_000;
    private static final int PAGE = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Host<?> host;
    private final List<CustomerRef> born = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<CustomerRef, CustomerRef> leads = new LinkedHashMap<>();

    /**
     * Who there is.
     *
     * @param roots everybody who is nobody else
     * @param leads which of them each one ever born is today
     */
    record Counted(Map<CustomerRef, Root> roots, Map<CustomerRef, CustomerRef> leads) {}

    Census(Host<?> host) {
        this.host = host;
    }

    Counted take() throws InterruptedException {
        readBorn();
        List<CustomerRef> asked = born.stream()
                .filter(ref -> leads.getOrDefault(ref, ref).equals(ref))
                .toList();
        Map<CustomerRef, Answers.Found> found = ask(asked);
        var roots = new LinkedHashMap<CustomerRef, Root>();
        found.forEach((ref, answer) -> {
            leads.put(ref, answer.customer());
            roots.put(answer.customer(), answer.root());
        });
        var today = new LinkedHashMap<CustomerRef, CustomerRef>();
        leads.forEach((ref, _) -> today.put(ref, today(ref)));
        return new Counted(Collections.unmodifiableMap(roots), Collections.unmodifiableMap(today));
    }

    /** Ids have no order of time, so the table is read from its beginning; it is short beside what stands behind it. */
    private void readBorn() {
        if (host.count(PersonKind.CUSTOMERS) == known.size()) return;
        String after = "";
        while (born.size() < CUSTOMERS_MAX) {
            List<Row> rows = host.rows(PersonKind.CUSTOMERS, after, PAGE);
            for (Row row : rows) {
                if (born.size() < CUSTOMERS_MAX && known.add(row.key())) born.add(CustomerRef.decode(row.value()));
            }
            if (rows.size() < PAGE) return;
            after = rows.getLast().key();
        }
    }

    private CustomerRef today(CustomerRef ref) {
        CustomerRef at = ref;
        // Merges go up an order, so this ends.
        for (CustomerRef next = leads.getOrDefault(at, at); !next.equals(at); next = leads.getOrDefault(at, at))
            at = next;
        return at;
    }

    /** Whoever answers of those asked. */
    Map<CustomerRef, Answers.Found> ask(List<CustomerRef> asked) throws InterruptedException {
        var found = new ConcurrentHashMap<CustomerRef, Answers.Found>();
        var left = new CountDownLatch(asked.size());
        for (CustomerRef ref : asked) {
            boolean taken = host.submit(
                    ref.address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.ToCustomer(ref, new CustomerMessage.Show(replyTo)),
                    reply -> {
                        if (reply instanceof Answers.Found answer) found.put(ref, answer);
                        left.countDown();
                    });
            if (!taken) left.countDown(); // it has more important things to do: shown without
        }
        left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return found;
    }
}
