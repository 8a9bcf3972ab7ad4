package io.carillon.core.entity.webhook;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;

/**
 * What a webhook has come to.
 *
 * @param delivered calls that its receiver took
 * @param died calls that were given up
 */
public record WebhookState(long delivered, long died) {
    public static final WebhookState NONE = new WebhookState(0, 0);

    WebhookState withDelivered() {
        return new WebhookState(delivered + 1, died);
    }

    WebhookState withDied() {
        return new WebhookState(delivered, died + 1);
    }

    /** Stored form. */
    public enum Stored implements Codec<WebhookState> {
        STATES;

        private static final int VERSION = 1;

        @Override
        public void write(WebhookState state, ByteWriter out) {
            out.u8(VERSION);
            out.number(state.delivered);
            out.number(state.died);
        }

        @Override
        public WebhookState read(ByteReader in) {
            in.version("webhook", VERSION);
            return new WebhookState(in.number(), in.number());
        }
    }
}
