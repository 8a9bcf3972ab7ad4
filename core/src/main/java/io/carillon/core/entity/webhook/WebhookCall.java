package io.carillon.core.entity.webhook;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.identity.CustomerRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact that a webhook is to be told of.
 *
 * @param id the {@code webhook-id}, the same at every attempt; unique for its webhook
 * @param at when the fact was recorded
 * @param body JSON
 * @param attempts so far
 * @param dueAt of the next attempt; when it died, if it is dead
 * @param dead whether it is not tried any more by itself
 * @param detail what came of the last attempt; empty before it
 * @param customer of whom it speaks; unknown of what was stored before this was kept
 * @param asked the run and the step that made it and hear what came of it; none of a fact
 */
public record WebhookCall(
        String webhook,
        String id,
        String type,
        Instant at,
        String body,
        int attempts,
        Instant dueAt,
        boolean dead,
        String detail,
        Optional<CustomerRef> customer,
        Optional<IntentKey> asked) {

    public static WebhookCall first(String webhook, String id, String type, Instant now, String body) {
        return new WebhookCall(webhook, id, type, now, body, 0, now, false, "", Optional.empty(), Optional.empty());
    }

    public WebhookCall of(CustomerRef whom, Optional<IntentKey> by) {
        return new WebhookCall(webhook, id, type, at, body, attempts, dueAt, dead, detail, Optional.of(whom), by);
    }

    public WebhookCall later(int newAttempts, Instant due, String why) {
        return new WebhookCall(webhook, id, type, at, body, newAttempts, due, false, why, customer, asked);
    }

    public WebhookCall died(Instant now, String why) {
        return new WebhookCall(webhook, id, type, at, body, attempts + 1, now, true, why, customer, asked);
    }

    /** Stored form. */
    public enum Stored implements Codec<WebhookCall> {
        CALLS;

        private static final int VERSION = 2;

        @Override
        public void write(WebhookCall call, ByteWriter out) {
            out.u8(VERSION);
            out.text(call.webhook);
            out.text(call.id);
            out.text(call.type);
            out.instant(call.at);
            out.text(call.body);
            out.count(call.attempts);
            out.instant(call.dueAt);
            out.flag(call.dead);
            out.text(call.detail);
            out.optional(call.customer, CustomerRef::write);
            out.optional(call.asked, IntentKey::write);
        }

        @Override
        public WebhookCall read(ByteReader in) {
            int version = in.version("webhook call", VERSION);
            return new WebhookCall(
                    in.text(),
                    in.text(),
                    in.text(),
                    in.instant(),
                    in.text(),
                    in.count(),
                    in.instant(),
                    in.flag(),
                    in.text(),
                    version == 1 ? Optional.empty() : in.optional(CustomerRef::read),
                    version == 1 ? Optional.empty() : in.optional(IntentKey::read));
        }
    }
}
