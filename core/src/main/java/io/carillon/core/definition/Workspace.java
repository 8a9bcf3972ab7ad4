package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.decision.Policy;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a company has defined. Every reference in it leads somewhere. Maps are in the order of their files.
 *
 * @param triggerMaxAge an event that happened longer ago starts no run
 * @param computedTraits by their name
 * @param identity who may be linked with what
 * @param policy how often and at what hours people are written to
 * @param retention how long what is stored is kept
 * @param duplicates what becomes of customers that are probably one person
 * @param webhooks by their name
 * @param plans by their name: what sources are expected to send
 * @param audit who is told when the data get worse
 */
public record Workspace(
        String name,
        ZoneId zone,
        Duration triggerMaxAge,
        Map<String, SourceDefinition> sources,
        Map<TopicId, Topic> topics,
        Map<String, ChannelDefinition> channels,
        Map<MessageName, MessageDefinition> messages,
        Map<String, ComputedTrait> computedTraits,
        Map<String, Condition> roles,
        Map<SegmentId, SegmentDefinition> segments,
        Map<JourneyId, JourneyDefinition> journeys,
        IdentityRules identity,
        Policy policy,
        Retention retention,
        DuplicateRule duplicates,
        Map<String, WebhookDefinition> webhooks,
        Map<String, TrackingPlan> plans,
        AuditRules audit) {
    public static final Duration TRIGGER_MAX_AGE = Duration.ofHours(1);

    public Workspace {
        sources = ordered(sources);
        topics = ordered(topics);
        channels = ordered(channels);
        messages = ordered(messages);
        computedTraits = ordered(computedTraits);
        roles = ordered(roles);
        segments = ordered(segments);
        journeys = ordered(journeys);
        webhooks = ordered(webhooks);
        plans = ordered(plans);
    }

    /** Who carries messages of a channel. */
    public Optional<ChannelDefinition> provider(Channel channel) {
        return channels.values().stream()
                .filter(definition -> definition.channel() == channel)
                .findFirst();
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
