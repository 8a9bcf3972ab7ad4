package io.carillon.server.runtime;

import io.carillon.channels.Providers;
import io.carillon.channels.delivery.Carrier;
import io.carillon.channels.delivery.CircuitBreaker;
import io.carillon.channels.webhook.WebhookTarget;
import io.carillon.core.definition.ChannelDefinition;
import io.carillon.core.definition.Workspace;
import io.carillon.core.message.Provider;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers of a workspace, opened; those whose definition stays the same stay open across versions. */
final class Carriers implements AutoCloseable {
    /** While some messages are on the wire, others are being claimed and reported. */
    private static final int PARALLEL_PER_CONNECTION = 4;

    private static final int PARALLEL = 64;
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final Map<Channel, Open> open = new EnumMap<>(Channel.class);

    private record Open(ChannelDefinition definition, Carrier carrier) {}

    /** What carries each channel by these definitions; providers that are not wanted any more are closed. */
    synchronized Map<Channel, Carrier> of(Workspace workspace) {
        var carriers = new EnumMap<Channel, Carrier>(Channel.class);
        for (Channel channel : Channel.values()) {
            Optional<ChannelDefinition> wanted = workspace.provider(channel);
            Open has = open.get(channel);
            if (has != null && !wanted.equals(Optional.of(has.definition))) {
                open.remove(channel);
                close(has);
                has = null;
            }
            if (has == null && wanted.isPresent()) {
                has = new Open(wanted.get(), open(wanted.get()));
                open.put(channel, has);
            }
            if (has != null) carriers.put(channel, has.carrier);
        }
        return carriers;
    }

    synchronized Optional<Provider> provider(Channel channel) {
        return Optional.ofNullable(open.get(channel)).map(it -> it.carrier.provider());
    }

    /** Whom subscriptions call by these definitions. */
    static Map<String, WebhookTarget> webhooks(Workspace workspace) {
        var targets = new LinkedHashMap<String, WebhookTarget>();
        workspace.webhooks().forEach((id, definition) -> {
            var secrets = new LinkedHashMap<String, String>();
            definition.secrets().forEach((key, secret) -> secrets.put(key, secret.value()));
            targets.put(id, Providers.webhook(id, definition.settings(), secrets));
        });
        return targets;
    }

    private static Carrier open(ChannelDefinition definition) {
        var secrets = new LinkedHashMap<String, String>();
        definition.secrets().forEach((key, secret) -> secrets.put(key, secret.value()));
        Provider provider = Providers.open(definition.channel(), definition.provider(), definition.settings(), secrets);
        int parallel = definition
                .settings()
                .get("connections")
                .map(value ->
                        value instanceof Value.Num(var number) ? number.intValue() * PARALLEL_PER_CONNECTION : PARALLEL)
                .orElse(PARALLEL);
        return new Carrier(provider, parallel, new CircuitBreaker(), Optional.empty());
    }

    private static void close(Open gone) {
        if (!(gone.carrier.provider() instanceof AutoCloseable closeable)) return;
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.warn(
                    "the provider of {} did not close",
                    gone.definition.channel().word(),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Carriers::close);
        open.clear();
    }
}
