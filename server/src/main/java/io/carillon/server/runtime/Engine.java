package io.carillon.server.runtime;

import io.carillon.channels.delivery.Courier;
import io.carillon.channels.delivery.Pace;
import io.carillon.channels.webhook.WebhookCouriers;
import io.carillon.core.definition.AuditRules;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.audit.AuditKind;
import io.carillon.core.entity.backfill.BackfillKind;
import io.carillon.core.entity.backfill.BackfillState;
import io.carillon.core.entity.duplicate.DuplicateKind;
import io.carillon.core.entity.duplicate.ScanKind;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quarantine.QuarantineKind;
import io.carillon.core.entity.retention.RetentionKind;
import io.carillon.core.entity.retention.RetentionState;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.entity.workspace.WorkspaceKind;
import io.carillon.core.entity.workspace.WorkspaceMessage;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.message.Provider;
import io.carillon.core.person.Channel;
import io.carillon.host.local.HostTime;
import io.carillon.host.local.LocalHost;
import io.carillon.host.local.LocalHostSettings;
import io.carillon.host.local.LocalHostStats;
import io.carillon.host.local.StoreReport;
import io.carillon.server.collect.Inlet;
import io.carillon.server.collect.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Host, courier and published definitions, wired together. Starts where the last run ended. */
public final class Engine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** For {@code ./carillon bench --fsync-delay}: what a slower disk would make of it. */
    private static final Duration SYNC_DELAY = Duration.ofMillis(Long.getLong("carillon.syncDelayMillis", 0));

    private static final List<? extends EntityKind<?, ?, Knowledge>> KINDS = List.of(
            new PersonKind(),
            new EndpointKind(),
            new QualityKind(),
            new QuarantineKind(),
            new AuditKind(),
            new WorkspaceKind(),
            new BackfillKind(),
            new RetentionKind(),
            new DuplicateKind(),
            new ScanKind(),
            new WebhookKind());

    private final DataFolder data;
    private final Optional<Instant> restoredAt;
    private final SecretKey key;
    private final LocalHost<Knowledge> host;
    private final Courier courier;
    private final WebhookCouriers webhooks;
    private final Carriers carriers = new Carriers();
    private final Arrivals arrivals;
    private final Backfill backfill;
    private final Retaining retaining;
    private final Preview preview;
    private final Recorder recorder;
    private final Audits audits;
    private final Auditing auditing;
    private final InstantSource clock;
    private volatile State state;

    /** What is published, and under which address; changes as a whole. */
    private record State(Optional<Definitions> definitions, Knowledge knowledge, String publicUrl) {}

    /** A workspace as read, with the files that it was read from. */
    public record Definitions(Workspace workspace, WorkspaceFiles files) {}

    /**
     * What an engine is started with.
     *
     * @param publicUrl base of every link, without a slash at its end
     * @param definitions to publish; none keeps what the store has
     */
    public record Start(
            DataFolder data,
            OptionalInt shards,
            HostTime time,
            String publicUrl,
            Reader stored,
            Optional<Definitions> definitions) {}

    /** Reads files that were published, with the secrets of today. */
    @FunctionalInterface
    public interface Reader {
        /**
         * The workspace that they say.
         *
         * @throws IllegalArgumentException if they cannot be read, and why
         */
        Workspace read(WorkspaceFiles files);
    }

    /**
     * Opens the store and goes on.
     *
     * @throws IOException when the data folder cannot be used
     */
    public Engine(Start start) throws IOException {
        this(start, true);
    }

    /**
     * Opens the store without anybody who carries messages out: what is to be sent waits for the next start.
     *
     * @throws IOException when the data folder cannot be used
     */
    public static Engine withoutCouriers(Start start) throws IOException {
        return new Engine(start, false);
    }

    private Engine(Start start, boolean sends) throws IOException {
        data = start.data();
        key = data.key();
        clock = start.time().clock();
        restoredAt = RestoreMark.startedAt(data.path(), clock.instant());
        var addresses = new Addresses(start.publicUrl(), key);
        var nothing = Knowledge.nothing(addresses);
        state = new State(Optional.empty(), nothing, start.publicUrl());
        var settings = LocalHostSettings.at(start.data().store())
                .withTime(start.time())
                .withSyncDelay(SYNC_DELAY);
        host = new LocalHost<>(
                start.shards().isPresent() ? settings.withShards(start.shards().getAsInt()) : settings,
                KINDS,
                nothing,
                opened -> firstKnowledge(opened, start));
        var pace = new Pace(
                start.time().clock(), start.time().nanos(), start.time().factor());
        courier = new Courier(host, pace);
        webhooks = new WebhookCouriers(host, pace);
        recorder = new Recorder(clock);
        arrivals = new Arrivals(new HostInlet(host, event -> knowledge().isUrgent(event)), recorder::unusable);
        backfill = new Backfill(host, asking(), this::knowledge, () -> stats().waiting());
        retaining = new Retaining(host, asking(), this::knowledge, clock, () -> stats().waiting());
        preview = new Preview(host, this::knowledge, clock);
        audits = new Audits(host, asking());
        var alerts = new Alerts(
                () -> workspace().map(Workspace::audit).orElse(AuditRules.NONE), () -> provider(Channel.EMAIL), clock);
        auditing = new Auditing(recorder, audits, asking(), clock, alerts);
        host.listen(recorder::onNotice);
        if (sends) {
            host.listen(notice -> {
                courier.onNotice(notice);
                webhooks.onNotice(notice);
            });
        }
        start.definitions().ifPresent(this::publish);
        state.definitions.ifPresent(now -> use(now.workspace()));
        if (sends) {
            courier.start();
            webhooks.start();
        }
        backfill.start();
        retaining.start();
        auditing.start();
    }

    /** What was published last, or is about to be: nothing must happen by less than that. */
    private Knowledge firstKnowledge(Host<Knowledge> opened, Start start) {
        Published published = Published.in(opened);
        Optional<Definitions> definitions = start.definitions()
                .or(() -> published
                        .latest()
                        .map(files -> new Definitions(start.stored().read(files), files)));
        boolean isNew = start.definitions().isPresent()
                && !published.latest().equals(start.definitions().map(Definitions::files));
        if (definitions.isEmpty()) return knowledge();
        Knowledge first = knowledgeOf(published.version() + (isNew ? 1 : 0), definitions.get(), published.journeys());
        state = new State(definitions, first, start.publicUrl());
        return first;
    }

    /**
     * Makes definitions the published ones, durably.
     *
     * @return their version; the one before when nothing changed
     * @throws IllegalStateException when the host does not take them
     */
    public synchronized long publish(Definitions definitions) {
        List<JourneyDefinition> earlier = Published.in(host).journeys();
        Asking.Outcome outcome = asking().ask(
                        WorkspaceKind.ADDRESS,
                        Lane.URGENT,
                        replyTo -> new WorkspaceMessage.Publish(definitions.files(), replyTo));
        if (!(outcome instanceof Asking.Outcome.Answered(WorkspaceMessage.Published(var version)))) {
            throw new IllegalStateException("the host did not take the workspace: " + outcome);
        }
        hold(definitions, knowledgeOf(version, definitions, earlier), state.publicUrl);
        use(definitions.workspace());
        return version;
    }

    private void use(Workspace workspace) {
        courier.use(carriers.of(workspace));
        webhooks.use(Carriers.webhooks(workspace));
    }

    /** The port is known now: links lead there. */
    public synchronized void reachedAt(String publicUrl) {
        State now = state;
        if (now.publicUrl.equals(publicUrl)) return;
        state = new State(now.definitions, now.knowledge, publicUrl);
        now.definitions.ifPresent(definitions -> hold(
                definitions,
                knowledgeOf(
                        now.knowledge.version(), definitions, Published.in(host).journeys()),
                publicUrl));
    }

    private void hold(Definitions definitions, Knowledge knowledge, String publicUrl) {
        state = new State(Optional.of(definitions), knowledge, publicUrl);
        host.publish(knowledge);
        backfill.published();
    }

    private Knowledge knowledgeOf(long version, Definitions definitions, List<JourneyDefinition> earlier) {
        var addresses = new Addresses(state.publicUrl, key);
        return Knowledge.of(version, definitions.workspace(), earlier, addresses, restoredAt);
    }

    /** Every kind of entity that is stored. */
    public static List<? extends EntityKind<?, ?, Knowledge>> kinds() {
        return KINDS;
    }

    public DataFolder data() {
        return data;
    }

    /** Copies the store as of one instant, see {@link LocalHost#copyTo}. */
    public void copyStoreTo(Path directory) {
        host.copyTo(directory);
    }

    /** Looks the store over, see {@link LocalHost#examine}. */
    public StoreReport examineStore(boolean whole) {
        return host.examine(whole);
    }

    public Host<Knowledge> host() {
        return host;
    }

    LocalHostStats stats() {
        return host.stats();
    }

    public Asking asking() {
        return new Asking(host, PATIENCE);
    }

    /** The instant that steps are taken at. */
    public Instant now() {
        return clock.instant();
    }

    public InstantSource clock() {
        return clock;
    }

    /** Whether it takes messages: a host that failed does not, until a restart. */
    public boolean isHealthy() {
        return host.failure().isEmpty();
    }

    /** Whether timers stand still because the clock leapt ahead. */
    public boolean clockLeapt() {
        return stats().clockLeapt();
    }

    public Knowledge knowledge() {
        return state.knowledge;
    }

    public Optional<Workspace> workspace() {
        return state.definitions.map(Definitions::workspace);
    }

    /** What is published. */
    public record Current(long version, WorkspaceFiles files) {}

    /** What is published now; none before the first. */
    public Optional<Current> current() {
        State now = state;
        return now.definitions.map(definitions -> new Current(now.knowledge.version(), definitions.files()));
    }

    /** How far customers have been told what the definitions of today mean. */
    public BackfillState backfill() {
        return backfill.state();
    }

    /** How far it is with what is too old, and what went so far. */
    public RetentionState retention() {
        return retaining.state();
    }

    public Preview preview() {
        return preview;
    }

    /** What carries a channel today. */
    public Optional<Provider> provider(Channel channel) {
        return carriers.provider(channel);
    }

    WebhookCouriers webhooks() {
        return webhooks;
    }

    public Courier courier() {
        return courier;
    }

    public Inlet inlet() {
        return arrivals;
    }

    /** Sums up what each source sends. */
    public Recorder recorder() {
        return recorder;
    }

    /** What is wrong with what each source sends, by what came up to now. */
    public Audits audits() {
        auditing.store();
        return audits;
    }

    /** What came in since the start. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Waits until all that is due by the clock's present instant is done, mails too; for clocks that stand still meanwhile.
     *
     * @return false if it took too long, or the host stopped by itself
     */
    public boolean awaitRest(Duration max) throws InterruptedException {
        long end = System.nanoTime() + max.toNanos();
        host.clockChanged();
        courier.clockChanged();
        while (System.nanoTime() < end && isHealthy()) {
            if (!host.awaitRest(max)) return false;
            long steps = stats().steps();
            if (courier.rests() && host.awaitRest(max) && steps == stats().steps() && courier.rests()) return true;
            TimeUnit.MICROSECONDS.sleep(200);
        }
        return false;
    }

    /** What the edge asks of the published workspace. */
    public Sources sources() {
        return new PublishedSources(this::workspace, this::knowledge);
    }

    /** Takes no new message to a provider, ends the steps under way, closes the store. */
    @Override
    public void close() {
        auditing.close();
        backfill.close();
        retaining.close();
        courier.close();
        webhooks.close();
        host.close();
        carriers.close();
    }
}
