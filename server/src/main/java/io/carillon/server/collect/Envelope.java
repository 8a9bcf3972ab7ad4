package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a call inherits from the request that brings it.
 *
 * @param context of the whole batch; a call's own fields win
 * @param integrations likewise
 * @param sentAt when the sender sent the batch, by its clock
 * @param callerIp taken only where a call asks for it
 */
record Envelope(
        String source,
        Instant receivedAt,
        Value.Fields context,
        Value.Fields integrations,
        Optional<Value> sentAt,
        Optional<String> callerIp) {

    /** As the request says it, for a call that is looked at again later. */
    Value.Fields inherited() {
        if (context.isEmpty() && integrations.isEmpty() && sentAt.isEmpty()) return Value.Fields.NONE;
        var fields = new LinkedHashMap<String, Value>();
        if (!context.isEmpty()) fields.put("context", context);
        if (!integrations.isEmpty()) fields.put("integrations", integrations);
        sentAt.ifPresent(value -> fields.put("sentAt", value));
        return new Value.Fields(fields);
    }
}
