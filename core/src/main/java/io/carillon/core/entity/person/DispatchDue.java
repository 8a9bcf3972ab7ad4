package io.carillon.core.entity.person;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.host.Notice;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import java.time.Instant;

/** A message wants a worker at {@code dueAt}: to send it (queued) or to look after it (claimed). */
public record DispatchDue(
        DispatchId dispatch, CustomerRef customer, Channel channel, DispatchStatus status, Instant dueAt)
        implements Notice {}
