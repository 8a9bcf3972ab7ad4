package io.carillon.server.demo;

import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why each message was decided as it was, in the API's words; asked once and again when something has come of it. */
final class Reasons {
    private static final int KEPT_MAX = 5_000;

    private final DemoPages.Api api;
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** @param changedAt of the message when the API was asked */
    private record Known(Instant changedAt, Explained explained) {}

    /**
     * What came of a decision.
     *
     * @param outcome a status's word
     * @param text one or two sentences
     * @param gates each thing that was asked, and the answer
     */
    record Explained(String outcome, String text, Html gates) {}

    Reasons(DemoPages.Api api) {
        this.api = api;
    }

    /** As it is now, which may be further than the picture knows. */
    Explained of(MessageRow row, Picture picture) throws IOException, InterruptedException {
        String id = row.dispatch().id().text();
        Known last = look(id);
        if (last.changedAt().equals(row.dispatch().changedAt())) return last.explained();
        String customer = picture.face(row.customer()).map(Face::id).orElse("");
        var explained = new Explained(row.dispatch().status().word(), row.reason(), Html.NONE);
        if (!customer.isEmpty()) {
            Value.Fields decisions =
                    api.get("/api/customers/" + customer + "/decisions").orElse(Value.Fields.NONE);
            for (Value.Fields decision : Said.items(decisions, "items")) {
                if (Said.text(decision, "id").equals(id)) {
                    explained = new Explained(
                            Said.text(decision, "outcome"),
                            Said.text(decision, "explanation"),
                            MessagePage.gates(decision));
                }
            }
        }
        keep(id, new Known(row.dispatch().changedAt(), explained));
        return explained;
    }

    private synchronized Known look(String id) {
        return known.getOrDefault(id, new Known(Instant.MIN, new Explained("", "", Html.NONE)));
    }

    private synchronized void keep(String id, Known explained) {
        known.remove(id);
        known.put(id, explained);
        if (known.size() > KEPT_MAX) known.remove(known.keySet().iterator().next());
    }
}
