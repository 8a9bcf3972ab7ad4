package io.carillon.core.definition;

import io.carillon.core.decision.Policy;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workspace while its files are being read. */
final class Draft {
    final Secrets secrets;
    final TemplateCheck templates;

    final References sourceNames = new References("source");
    final References topicNames = new References("topic");
    final References channelIds = new References("channel id");
    final References channelWords = new References("channel");
    final References messageNames = new References("message");
    final References segmentNames = new References("segment");
    final References journeyNames = new References("journey");
    final References traitNames = new References("trait");
    final References webhookNames = new References("webhook");
    final References planNames = new References("plan");
    final NamedConditions named = new NamedConditions(this);

    /** Whether {@code workspace.yaml} could be read, which says what roles there are. */
    boolean knowsRoles;

    /** Conditions of {@code workspace.yaml} that are read after all names. */
    final List<Field> roles = new ArrayList<>();

    String name = "";
    ZoneId zone = ZoneOffset.UTC;
    Duration triggerMaxAge = Workspace.TRIGGER_MAX_AGE;
    IdentityRules identity = IdentityRules.DEFAULT;
    Policy policy = Policy.NONE;
    Retention retention = Retention.DEFAULT;
    DuplicateRule duplicates = DuplicateRule.NEVER;
    AuditRules audit = AuditRules.NONE;
    final Map<String, SourceDefinition> sources = new LinkedHashMap<>();
    final Map<TopicId, Topic> topics = new LinkedHashMap<>();
    final Map<String, ChannelDefinition> channels = new LinkedHashMap<>();
    final Map<MessageName, MessageDefinition> messages = new LinkedHashMap<>();
    final Map<String, ComputedTrait> computedTraits = new LinkedHashMap<>();
    final Map<SegmentId, SegmentDefinition> segments = new LinkedHashMap<>();
    final Map<JourneyId, JourneyDefinition> journeys = new LinkedHashMap<>();

    /** Steps by which journeys start others, and where each journey stands. */
    final List<StartLoops.Start> starts = new ArrayList<>();

    final Map<JourneyId, String> journeyFiles = new LinkedHashMap<>();
    final Map<String, WebhookDefinition> webhooks = new LinkedHashMap<>();
    final Map<String, TrackingPlan> plans = new LinkedHashMap<>();

    Draft(Secrets secrets, TemplateCheck templates) {
        this.secrets = secrets;
        this.templates = templates;
    }

    Workspace finish() {
        return new Workspace(
                name,
                zone,
                triggerMaxAge,
                sources,
                topics,
                channels,
                messages,
                computedTraits,
                named.roles(),
                segments,
                journeys,
                identity,
                policy,
                retention,
                duplicates,
                webhooks,
                plans,
                audit);
    }
}
