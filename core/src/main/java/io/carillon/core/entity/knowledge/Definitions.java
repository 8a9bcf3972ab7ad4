package io.carillon.core.entity.knowledge;

import io.carillon.core.condition.Condition;
import io.carillon.core.decision.Policy;
import io.carillon.core.definition.ComputedTrait;
import io.carillon.core.definition.Retention;
import io.carillon.core.definition.WebhookDefinition;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentDefinition;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What is published.
 *
 * @param channels those that a provider carries
 */
public record Definitions(
        ZoneId zone,
        Duration triggerMaxAge,
        Map<TopicId, Topic> topics,
        SortedSet<Channel> channels,
        Map<MessageName, MessageDefinition> messages,
        List<ComputedTrait> computedTraits,
        Map<String, Condition> roles,
        List<SegmentDefinition> segments,
        List<JourneyDefinition> journeys,
        IdentityRules identity,
        Policy policy,
        Retention retention,
        List<WebhookDefinition> webhooks) {
    public static final Definitions NONE = new Definitions(
            ZoneId.of("UTC"),
            Duration.ofHours(1),
            Map.of(),
            Collections.emptySortedSet(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            IdentityRules.DEFAULT,
            Policy.NONE,
            Retention.DEFAULT,
            List.of());

    /** The same, kept for another time. */
    public Definitions with(Retention limits) {
        return new Definitions(
                zone,
                triggerMaxAge,
                topics,
                channels,
                messages,
                computedTraits,
                roles,
                segments,
                journeys,
                identity,
                policy,
                limits,
                webhooks);
    }

    /** The same, with other rules of who is whom. */
    public Definitions with(IdentityRules rules) {
        return new Definitions(
                zone,
                triggerMaxAge,
                topics,
                channels,
                messages,
                computedTraits,
                roles,
                segments,
                journeys,
                rules,
                policy,
                retention,
                webhooks);
    }
}
