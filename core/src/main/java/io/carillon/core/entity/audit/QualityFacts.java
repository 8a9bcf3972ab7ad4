package io.carillon.core.entity.audit;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.host.Effect;
import io.carillon.core.message.FactType;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/** Findings as facts for webhooks: once when they are new, once when they are over. */
final class QualityFacts {
    /** No customer's id begins with it. */
    private static final String ID = "fact_quality_";

    private QualityFacts() {}

    static void tell(
            Consumer<Effect> effects,
            Knowledge knowledge,
            String source,
            OpenFinding finding,
            boolean isOpen,
            Instant now) {
        FactType type = FactType.QUALITY_FINDING;
        if (knowledge.webhooksFor(type).isEmpty()) return;
        String id = ID + knowledge.addresses().key().hash(ID, source + "|" + finding.key() + "|" + isOpen + "|" + now);
        for (String webhook : knowledge.webhooksFor(type)) {
            WebhookCalls.put(
                    effects,
                    WebhookCall.first(webhook, id, type.word(), now, body(type, source, finding, isOpen, now)));
        }
    }

    private static String body(FactType type, String source, OpenFinding finding, boolean isOpen, Instant now) {
        var data = new LinkedHashMap<String, Value>();
        data.put("source", Value.of(source));
        data.put("finding", Value.of(finding.key()));
        data.put("status", Value.of(isOpen ? "open" : "over"));
        data.put("severity", Value.of(finding.severity().word()));
        data.put("what", Value.of(finding.what()));
        data.put("fix", Value.of(finding.fix()));
        data.put("since", Value.of(finding.since().toString()));
        var body = new LinkedHashMap<String, Value>();
        body.put("type", Value.of(type.word()));
        body.put("timestamp", Value.of(now.toString()));
        body.put("data", Value.of(data));
        return Json.write(Value.of(body));
    }
}
