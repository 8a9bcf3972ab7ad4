package io.carillon.channels.sandbox;

import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Provider;
import io.carillon.core.message.SendOutcome;

/** Accepts every message at once and sends none: its content can be looked at in the store. */
public final class SandboxProvider implements Provider {

    @Override
    public SendOutcome send(Outgoing message) {
        return new SendOutcome.Accepted("sandbox-" + message.id().text());
    }
}
