package io.carillon.core.entity.knowledge;

import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.NumericPaths;
import io.carillon.core.condition.Reads;
import io.carillon.core.condition.Tracking;
import io.carillon.core.content.Composer;
import io.carillon.core.content.Payload;
import io.carillon.core.decision.Policy;
import io.carillon.core.definition.ChannelDefinition;
import io.carillon.core.definition.ComputedTrait;
import io.carillon.core.definition.Retention;
import io.carillon.core.definition.WebhookDefinition;
import io.carillon.core.definition.Workspace;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.journey.Exit;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Step;
import io.carillon.core.message.FactType;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that decisions read: published definitions, compiled and indexed by what they read. Immutable. */
public final class Knowledge {
    private final long version;
    private final Definitions definitions;
    private final Addresses addresses;
    private final Tracking tracking;
    private final NumericPaths numericPaths;
    private final String segmentsVersion;
    private final SegmentIndex segmentIndex;
    private final Map<String, List<JourneyDefinition>> triggeredBy = new LinkedHashMap<>();
    private final Map<JourneyId, Map<String, JourneyDefinition>> journeys = new LinkedHashMap<>();
    private final Map<MessageName, Composer> composers = new LinkedHashMap<>();
    private final Map<JourneyId, JourneyDefinition> published = new LinkedHashMap<>();
    private final Map<String, Payload> payloads = new LinkedHashMap<>();
    private final Map<FactType, List<String>> webhooks = new EnumMap<>(FactType.class);
    private final SortedSet<String> urgentEvents = new TreeSet<>();
    private final Optional<Instant> restoredAt;

    /** Nothing is published yet. */
    public static Knowledge nothing(Addresses addresses) {
        return new Knowledge(0, Definitions.NONE, List.of(), addresses);
    }

    /**
     * What a company has defined, as published.
     *
     * @param version counts the times something was published
     * @param earlier journeys of earlier versions, in which people may still be
     */
    public static Knowledge of(
            long version, Workspace workspace, List<JourneyDefinition> earlier, Addresses addresses) {
        return of(version, workspace, earlier, addresses, Optional.empty());
    }

    /**
     * The same on a store that came out of a backup.
     *
     * @param restoredAt see {@link #restoredAt()}
     */
    public static Knowledge of(
            long version,
            Workspace workspace,
            List<JourneyDefinition> earlier,
            Addresses addresses,
            Optional<Instant> restoredAt) {
        var channels = new TreeSet<Channel>();
        for (ChannelDefinition channel : workspace.channels().values()) channels.add(channel.channel());
        var definitions = new Definitions(
                workspace.zone(),
                workspace.triggerMaxAge(),
                workspace.topics(),
                channels,
                workspace.messages(),
                List.copyOf(workspace.computedTraits().values()),
                workspace.roles(),
                List.copyOf(workspace.segments().values()),
                List.copyOf(workspace.journeys().values()),
                workspace.identity(),
                workspace.policy(),
                workspace.retention(),
                List.copyOf(workspace.webhooks().values()));
        return new Knowledge(version, definitions, earlier, addresses, restoredAt);
    }

    /**
     * Compiles definitions.
     *
     * @param version counts the times something was published
     * @param earlier journeys of earlier versions, in which people may still be
     */
    public Knowledge(long version, Definitions definitions, List<JourneyDefinition> earlier, Addresses addresses) {
        this(version, definitions, earlier, addresses, Optional.empty());
    }

    private Knowledge(
            long version,
            Definitions definitions,
            List<JourneyDefinition> earlier,
            Addresses addresses,
            Optional<Instant> restoredAt) {
        this.version = version;
        this.restoredAt = restoredAt;
        this.definitions = definitions;
        this.addresses = addresses;
        for (JourneyDefinition journey : earlier) keep(journey);
        for (JourneyDefinition journey : definitions.journeys()) {
            keep(journey);
            published.put(journey.id(), journey);
            triggeredBy
                    .computeIfAbsent(journey.trigger().query().event(), _ -> new ArrayList<>())
                    .add(journey);
        }
        for (MessageDefinition message : definitions.messages().values()) {
            composers.put(message.name(), Composer.of(message));
        }
        definitions.webhooks().forEach(this::tell);
        List<Condition> conditions = conditions();
        var exits = new ArrayList<EventQuery>();
        var queries = new ArrayList<EventQuery>();
        for (JourneyDefinition journey : journeyVersions()) {
            for (Exit exit : journey.exits()) exits.add(exit.query());
            exits.addAll(journey.awaited());
            queries.add(journey.trigger().query());
        }
        queries.addAll(exits);
        tracking = Tracking.of(conditions, exits);
        numericPaths = NumericPaths.of(conditions, queries);
        segmentIndex = new SegmentIndex(definitions.segments(), definitions.zone());
        segmentsVersion = versionOf(definitions);
    }

    private void tell(WebhookDefinition webhook) {
        for (FactType type : FactType.values()) {
            if (webhook.facts().contains(type.word())) {
                webhooks.computeIfAbsent(type, _ -> new ArrayList<>()).add(webhook.id());
            }
        }
    }

    /** Which webhooks are told of facts of this type. */
    public List<String> webhooksFor(FactType type) {
        return Collections.unmodifiableList(webhooks.getOrDefault(type, List.of()));
    }

    /** Whether a webhook of this name is defined, though it be told of nothing. */
    public boolean hasWebhook(String name) {
        return definitions.webhooks().stream().anyMatch(webhook -> webhook.id().equals(name));
    }

    public boolean hasNoWebhooks() {
        return webhooks.isEmpty();
    }

    private void keep(JourneyDefinition journey) {
        journeys.computeIfAbsent(journey.id(), _ -> new LinkedHashMap<>()).put(journey.version(), journey);
        for (Step step : journey.steps()) {
            if (step instanceof Step.Call call) call.body().ifPresent(body -> payloads.put(body, Payload.of(body)));
        }
        urgentEvents.add(journey.trigger().query().event());
        for (Exit exit : journey.exits()) urgentEvents.add(exit.query().event());
        for (EventQuery awaited : journey.awaited()) urgentEvents.add(awaited.event());
        for (Condition condition : journey.conditions())
            urgentEvents.addAll(Reads.of(condition).events());
    }

    /** Everything that is asked of people, by whatever definition. */
    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        for (ComputedTrait trait : definitions.computedTraits()) conditions.add(trait.measured());
        conditions.addAll(definitions.roles().values());
        for (SegmentDefinition segment : definitions.segments()) conditions.add(segment.when());
        for (JourneyDefinition journey : journeyVersions()) conditions.addAll(journey.conditions());
        return conditions;
    }

    private List<JourneyDefinition> journeyVersions() {
        return journeys.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    private static String versionOf(Definitions definitions) {
        var text = new StringBuilder(definitions.zone().getId());
        for (SegmentDefinition segment : definitions.segments()) {
            text.append('\n').append(segment.id().text()).append(' ');
            text.append(Json.write(Canonical.of(segment.when())));
        }
        return Canonical.hash(text.toString());
    }

    public long version() {
        return version;
    }

    public ZoneId zone() {
        return definitions.zone();
    }

    /** An event older than this starts nothing. */
    public Duration triggerMaxAge() {
        return definitions.triggerMaxAge();
    }

    /**
     * When this store went on from a backup, if it did: what runs that began before it have said since the backup, nobody
     * knows.
     */
    public Optional<Instant> restoredAt() {
        return restoredAt;
    }

    /** Who may be linked with what. */
    public IdentityRules identity() {
        return definitions.identity();
    }

    /** How often and at what hours people are written to. */
    public Policy policy() {
        return definitions.policy();
    }

    /** How long what is stored is kept. */
    public Retention retention() {
        return definitions.retention();
    }

    public Tracking behaviours() {
        return tracking;
    }

    /** Which properties and traits are compared as amounts. */
    public NumericPaths numericPaths() {
        return numericPaths;
    }

    /** What each role stands for, in the order of their definitions. */
    public Map<String, Condition> roles() {
        return definitions.roles();
    }

    /** In the order of their definitions. */
    public List<ComputedTrait> computedTraits() {
        return definitions.computedTraits();
    }

    public Addresses addresses() {
        return addresses;
    }

    public Optional<Topic> topic(TopicId id) {
        return Optional.ofNullable(definitions.topics().get(id));
    }

    /** In the order of their definitions. */
    public Collection<Topic> topics() {
        return definitions.topics().values();
    }

    /** Those that a provider carries. */
    public SortedSet<Channel> channels() {
        return definitions.channels();
    }

    public boolean carries(Channel channel) {
        return definitions.channels().contains(channel);
    }

    public Optional<MessageDefinition> message(MessageName name) {
        return Optional.ofNullable(definitions.messages().get(name));
    }

    public Optional<Composer> composer(MessageName name) {
        return Optional.ofNullable(composers.get(name));
    }

    public List<SegmentDefinition> segments() {
        return definitions.segments();
    }

    /** Changes when any segment's definition does. */
    public String segmentsVersion() {
        return segmentsVersion;
    }

    public SegmentIndex segmentIndex() {
        return segmentIndex;
    }

    /** The journeys that an event of this name may start. */
    public List<JourneyDefinition> journeysTriggeredBy(String event) {
        return triggeredBy.getOrDefault(event, List.of());
    }

    /** As it is published now. */
    public Optional<JourneyDefinition> journey(JourneyId id) {
        return Optional.ofNullable(published.get(id));
    }

    /** What a step tells a webhook, by its text. */
    public Optional<Payload> payload(String body) {
        return Optional.ofNullable(payloads.get(body));
    }

    public Optional<JourneyDefinition> journey(JourneyId id, String journeyVersion) {
        return Optional.ofNullable(journeys.getOrDefault(id, Map.of()).get(journeyVersion));
    }

    /** Whether an event of this name starts or ends a journey, so that it should not wait behind others' bulk. */
    public boolean isUrgent(String event) {
        return urgentEvents.contains(event);
    }
}
