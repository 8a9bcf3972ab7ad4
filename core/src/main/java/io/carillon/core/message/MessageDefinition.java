package io.carillon.core.message;

import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said, as a marketer wrote it.
 *
 * @param topic always there when the purpose is marketing
 * @param channels the message's wording on each channel, in order of preference
 */
public record MessageDefinition(
        MessageName name, Purpose purpose, Optional<TopicId> topic, Map<Channel, ChannelText> channels) {

    /** Template texts of one channel: their parts by name ({@code subject}, {@code html}, {@code text}, {@code body}). */
    public record ChannelText(Map<String, String> parts) {}
}
