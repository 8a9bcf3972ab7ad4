package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.time.Instant;
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
        Optional<String> callerIp) {}
