package io.carillon.core.entity.webhook;

import io.carillon.core.host.Notice;
import java.time.Instant;

/** A webhook is to be told something at {@code dueAt}. */
public record WebhookDue(String webhook, String call, Instant dueAt) implements Notice {}
