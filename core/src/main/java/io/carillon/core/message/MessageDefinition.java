package io.carillon.core.message;

import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said, as a marketer wrote it.
 *
 * @param topic always there when the purpose is marketing
 * @param expires how long after the decision it is still worth sending
 * @param priority of two that a cap has room for one of, the higher goes first; from {@value #PRIORITY_MIN} to
 *     {@value #PRIORITY_MAX}
 * @param channels the message's wording on each channel, in order of preference
 */
public record MessageDefinition(
        MessageName name,
        Purpose purpose,
        Optional<TopicId> topic,
        Duration expires,
        int priority,
        Map<Channel, ChannelText> channels) {
    /** Where a message does not say how long it is worth sending. */
    public static final Duration EXPIRES = Duration.ofHours(24);

    public static final int PRIORITY_MIN = -100;
    public static final int PRIORITY_MAX = 100;

    /** Template texts of one channel: their parts by name ({@code subject}, {@code html}, {@code text}, {@code body}). */
    public record ChannelText(Map<String, String> parts) {}
}
