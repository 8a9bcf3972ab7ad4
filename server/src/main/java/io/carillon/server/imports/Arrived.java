package io.carillon.server.imports;

import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Reply;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.Links;
import io.carillon.server.runtime.Asking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what has arrived by looking for it in the history of whoever it concerns: slow, and only for the few rows that were
 * under way when a run was cut off so long ago that their message ids may be forgotten.
 *
 * @param since no earlier than this did it arrive
 */
record Arrived(Host<?> host, Asking asking, Instant since) {
    /** As the host answers a repeat. */
    static final Reply KNOWN = new Answers.Already();

    private static final int PAGE = 200;

    boolean has(Submission submission) {
        // A suppression or a withdrawal twice is the same as once.
        return submission instanceof Submission.Happened(var event) && has(event);
    }

    private boolean has(Event event) {
        Asking.Outcome outcome = asking.ask(event.strongest().address(), Lane.BULK, PersonMessage.WhoIs::new);
        if (!(outcome instanceof Asking.Outcome.Answered(Answers.Found(var customer, var root)))) return false;
        for (Address address : addresses(customer, root.links())) if (has(address, event)) return true;
        return false;
    }

    private static List<Address> addresses(CustomerRef customer, Links links) {
        var addresses = new ArrayList<Address>();
        addresses.add(customer.address());
        links.absorbed().forEach(absorbed -> addresses.add(absorbed.address()));
        return addresses;
    }

    private boolean has(Address address, Event event) {
        long before = Long.MAX_VALUE;
        while (true) {
            List<HistoryRow> page = host.history(address, before, PAGE);
            for (HistoryRow row : page) {
                HistoryEntry entry = HistoryCodec.ROWS.decode(row.content());
                if (entry.at().isBefore(since)) return false;
                if (entry instanceof HistoryEntry.Happened happened
                        && happened.event().id().equals(event.id())) return true;
            }
            if (page.size() < PAGE) return false;
            before = page.getLast().number();
        }
    }
}
