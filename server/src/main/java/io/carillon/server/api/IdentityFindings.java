package io.carillon.server.api;

import io.carillon.core.entity.customer.NotLinkedRow;
import io.carillon.core.entity.endpoint.SharedEndpointRow;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.server.collect.Shown;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the data say of identity that somebody should look at: identifiers that customers did not get, and endpoints that
 * several customers use. An example says how a value is built, not the value, and names the customers by their ids.
 */
final class IdentityFindings {
    private static final String SOURCE = "identity";
    private static final int NOT_LINKED_MAX = 10_000;
    private static final int SHARED_MAX = 500;
    private static final int PAGE = 1_000;

    private final Engine engine;
    private final Customers customers;

    IdentityFindings(Engine engine) {
        this.engine = engine;
        customers = new Customers(engine);
    }

    /** One reason: how often, and the latest. */
    private static final class Finding {
        private long count;
        private String example = "";
        private Instant lastAt = Instant.MIN;

        void add(String shown, Instant at) {
            count++;
            if (at.isBefore(lastAt)) return;
            example = shown;
            lastAt = at;
        }
    }

    List<Value> findings() {
        var findings = new TreeMap<String, Finding>();
        notLinked(findings);
        shared(findings);
        var items = new ArrayList<Value>();
        findings.forEach((reason, finding) -> items.add(new Shape()
                .with("source", SOURCE)
                .with("reason", reason)
                .with("count", finding.count)
                .with("example", finding.example)
                .with("lastAt", finding.lastAt)
                .build()));
        return items;
    }

    private void notLinked(Map<String, Finding> findings) {
        String after = "";
        for (int seen = 0; seen < NOT_LINKED_MAX; ) {
            List<Row> page = engine.host().rows(NotLinkedRow.TABLE, after, PAGE);
            for (Row stored : page) {
                NotLinkedRow row = NotLinkedRow.Stored.ROWS.decode(stored.value());
                String reason = row.identifier().kind().word() + "_" + row.why().word();
                findings.computeIfAbsent(reason, _ -> new Finding()).add(shown(row), row.at());
                after = stored.key();
            }
            if (page.size() < PAGE) return;
            seen += page.size();
        }
    }

    private String shown(NotLinkedRow row) {
        String of = "%s of customer %s".formatted(Shown.shape(row.identifier().value()), id(row.customer()));
        return row.owner().map(owner -> of + ", owned by " + id(owner)).orElse(of);
    }

    private void shared(Map<String, Finding> findings) {
        for (Row stored : engine.host().rows(SharedEndpointRow.TABLE, "", SHARED_MAX)) {
            SharedEndpointRow row = SharedEndpointRow.Stored.ROWS.decode(stored.value());
            SortedSet<CustomerRef> today = today(row.customers());
            if (today.size() < 2) continue; // they have merged since
            String shape = Shown.shape(row.endpoint().value());
            String ids = String.join(", ", today.stream().map(this::id).toList());
            String reason = "shared_" + row.endpoint().channel().word();
            findings.computeIfAbsent(reason, _ -> new Finding()).add(shape + " of customers " + ids, row.at());
        }
    }

    private SortedSet<CustomerRef> today(List<CustomerRef> then) {
        var today = new TreeSet<CustomerRef>();
        for (CustomerRef customer : then) {
            Asking.Outcome outcome = customers.ask(customer, CustomerMessage.Show::new);
            if (outcome instanceof Asking.Outcome.Answered(Answers.Found(var ref, var _))) today.add(ref);
        }
        return today;
    }

    private String id(CustomerRef customer) {
        return engine.knowledge().addresses().idOf(customer).text();
    }
}
