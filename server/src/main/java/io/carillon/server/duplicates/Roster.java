package io.carillon.server.duplicates;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.linkage.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/** All customers as a table to be linked, by the ids of their rows. */
final class Roster {
    /** More are not compared: some 1 GB of memory. */
    static final int CUSTOMERS_MAX = 500_000;

    private static final int AT_ONCE = 64;
    private static final int PAUSE_FACTOR = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, CustomerRef> customers = new HashMap<>();
    private final List<io.carillon.linkage.table.Row> rows = new ArrayList<>();

    /**
     * Asks everybody, with pauses longer than the work.
     *
     * @param looked is told how many so far
     */
    static Roster of(Host<?> host, LongConsumer looked) throws InterruptedException {
        var roster = new Roster();
        String cursor = "";
        long seen = 0;
        while (roster.rows.size() < CUSTOMERS_MAX) {
            List<Row> page = host.rows(PersonKind.CUSTOMERS, cursor, AT_ONCE);
            if (page.isEmpty()) break;
            long began = System.nanoTime();
            roster.take(host, page);
            cursor = page.getLast().key();
            seen += page.size();
            looked.accept(seen);
            TimeUnit.NANOSECONDS.sleep(PAUSE_FACTOR * (System.nanoTime() - began));
        }
        return roster;
    }

    private void take(Host<?> host, List<Row> page) throws InterruptedException {
        List<CompletableFuture<Answers>> asked = new ArrayList<>();
        for (Row row : page) asked.add(ask(host, CustomerRef.decode(row.value())));
        for (int i = 0; i < page.size(); i++) {
            CustomerRef asking = CustomerRef.decode(page.get(i).value());
            // Who was absorbed is compared as part of whoever absorbed them.
            if (!(answer(asked.get(i)) instanceof Answers.Found(var self, var root)) || !self.equals(asking)) continue;
            String id = page.get(i).key();
            Optional<List<String>> values = CustomerColumns.values(root);
            if (values.isEmpty()) continue;
            customers.put(id, self);
            rows.add(new io.carillon.linkage.table.Row(id, values.get()));
        }
    }

    private static CompletableFuture<Answers> ask(Host<?> host, CustomerRef customer) throws InterruptedException {
        var answer = new CompletableFuture<Answers>();
        while (!host.submit(
                customer.address(),
                Lane.BULK,
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Show(replyTo)),
                reply -> answer.complete(reply instanceof Answers answers ? answers : new Answers.NotFound()))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return answer;
    }

    private static Answers answer(CompletableFuture<Answers> asked) throws InterruptedException {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Answers.NotFound(); // a later search asks again
        }
    }

    int size() {
        return rows.size();
    }

    CustomerRef customer(String id) {
        CustomerRef customer = customers.get(id);
        if (customer == null) throw new IllegalArgumentException("no customer " + id);
        return customer;
    }

    Table table() {
        return new Table(CustomerColumns.columns(), rows);
    }
}
