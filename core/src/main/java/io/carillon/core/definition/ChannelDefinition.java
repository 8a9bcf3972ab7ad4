package io.carillon.core.definition;

import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who carries messages of a channel.
 *
 * @param provider {@code smtp}, {@code webhook} or {@code sandbox}
 * @param settings what the provider needs, complete with defaults. Of smtp: {@code host}, {@code port}, {@code security}
 *     (none, starttls, tls), {@code from}, {@code connections}, {@code callTimeout}. Of webhook: {@code allowPrivate},
 *     {@code connections}, {@code callTimeout}
 * @param secrets of smtp: {@code username} and {@code password}, or neither. Of webhook: {@code url}, and {@code keys}
 *     with one or several, divided by spaces
 */
public record ChannelDefinition(
        String id, Channel channel, String provider, Value.Fields settings, Map<String, Secret> secrets) {
    public ChannelDefinition {
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
}
