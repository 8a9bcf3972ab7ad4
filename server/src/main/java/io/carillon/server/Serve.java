package io.carillon.server;

import io.carillon.cleanse.Cleansers;
import io.carillon.connectors.mapping.Conversions;
import io.carillon.host.local.HostTime;
import io.carillon.server.api.Api;
import io.carillon.server.api.AuditApi;
import io.carillon.server.api.BackupApi;
import io.carillon.server.api.CustomersApi;
import io.carillon.server.api.DoctorApi;
import io.carillon.server.api.DuplicatesApi;
import io.carillon.server.api.ImportsApi;
import io.carillon.server.api.MergesApi;
import io.carillon.server.api.MessagesApi;
import io.carillon.server.api.OpenApi;
import io.carillon.server.api.OperationsApi;
import io.carillon.server.api.PlansApi;
import io.carillon.server.api.PreviewApi;
import io.carillon.server.api.QualityApi;
import io.carillon.server.api.QuarantineApi;
import io.carillon.server.api.Schemas;
import io.carillon.server.api.SegmentsApi;
import io.carillon.server.api.TestsApi;
import io.carillon.server.api.WebhooksApi;
import io.carillon.server.api.WorkspaceApi;
import io.carillon.server.backup.Backups;
import io.carillon.server.browser.BrowserSdk;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Collect;
import io.carillon.server.collect.Intake;
import io.carillon.server.collect.Sources;
import io.carillon.server.doctor.Doctor;
import io.carillon.server.duplicates.DuplicateDecisions;
import io.carillon.server.duplicates.DuplicateSearch;
import io.carillon.server.http.ApiToken;
import io.carillon.server.http.HttpServer;
import io.carillon.server.http.Meters;
import io.carillon.server.http.Operations;
import io.carillon.server.http.Routes;
import io.carillon.server.imports.Imports;
import io.carillon.server.plan.EventSamples;
import io.carillon.server.plan.KindGuess;
import io.carillon.server.quarantine.KeptCalls;
import io.carillon.server.quarantine.Repairing;
import io.carillon.server.quarantine.Replay;
import io.carillon.server.runtime.DataFolder;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.EngineMeters;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.Sourced;
import io.carillon.server.unsubscribe.UnsubscribePages;
import io.carillon.server.workspace.BadWorkspaceException;
import io.carillon.server.workspace.WorkspaceSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server and all it is made of. Starts from the inside out, ends from the outside in. */
public final class Serve implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Engine engine;
    private final HttpServer http;
    private final List<Runnable> ends;
    private final AtomicBoolean ready;

    /** @param ends of what works in the background */
    private Serve(Engine engine, HttpServer http, List<Runnable> ends, AtomicBoolean ready) {
        this.engine = engine;
        this.http = http;
        this.ends = ends;
        this.ready = ready;
    }

    /** More that a server answers, made when the engine stands. */
    @FunctionalInterface
    interface Extras {
        Extras NONE = (_, _) -> {};

        void addTo(Routes routes, Engine engine);
    }

    /**
     * Starts; returns when it is ready.
     *
     * @param environment for {@code CARILLON_API_TOKEN} and the workspace's secrets
     * @param err where a token that is made now is printed, once
     * @throws IOException when the data folder cannot be used
     * @throws BadWorkspaceException when the workspace's folder has problems
     */
    static Serve start(Settings settings, Map<String, String> environment, PrintStream err) throws IOException {
        return start(settings, environment, err, HostTime.system(), Extras.NONE);
    }

    /** The same by a clock of its own, see {@link SimulatedClock}, and with more that it answers. */
    static Serve start(
            Settings settings, Map<String, String> environment, PrintStream err, HostTime time, Extras extras)
            throws IOException {
        var folder = new WorkspaceSource(settings.workspace(), environment);
        Optional<Engine.Definitions> definitions = folder.atStart();
        Files.createDirectories(settings.data());
        ApiToken token = token(settings, environment, err);
        var engine = new Engine(new Engine.Start(
                new DataFolder(settings.data()),
                shards(settings),
                time,
                baseOf(settings.publicUrl(settings.port())),
                files -> folder.stored(files, settings.data()),
                definitions));
        try {
            var doctor = new Doctor(settings, environment, Main.version());
            return listen(doctor, engine, folder, token, extras);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static Serve listen(Doctor doctor, Engine engine, WorkspaceSource folder, ApiToken token, Extras extras) {
        Settings settings = doctor.settings();
        var imports = new Imports(engine, Conversions.all());
        var meters = new Meters();
        EngineMeters.register(engine, meters.registry());
        var ready = new AtomicBoolean();
        var reached =
                new AtomicReference<>(settings.publicUrl(settings.port())); // the port may be open until we listen
        var listen = new HttpServer.Listen(settings.host(), settings.port(), settings.trustedProxies(), GRACE);
        // Write keys stand in pages for all to see: the token is none, also where a workspace has it as one.
        Sources sources = engine.sources().except(token::matches);
        var cleansing = new Cleansing(Cleansers::of);
        var kept = new KeptCalls(engine.host(), engine.asking());
        var reader = new CallReader(sources, cleansing);
        var replay = new Replay(kept, reader, engine.inlet());
        var decisions = new DuplicateDecisions(engine);
        var search = new DuplicateSearch(engine, decisions);
        HttpServer http = HttpServer.start(listen, meters, routes -> {
            new Operations(meters, () -> ready.get() && engine.isHealthy()).addTo(routes);
            var samples = new EventSamples();
            var intake = new Intake(engine.inlet(), kept, cleansing, events -> {
                samples.see(events);
                engine.recorder().seen(events);
            });
            new Collect(sources, intake, reached::get, engine.clock(), meters).addTo(routes);
            new BrowserSdk(sources, reached::get).addTo(routes);
            new UnsubscribePages(engine).addTo(routes);
            var api = new Api(routes, token);
            new CustomersApi(engine).addTo(api);
            new MergesApi(engine).addTo(api);
            new PreviewApi(engine, files -> folder.pushed(files, settings.data())).addTo(api);
            new SegmentsApi(engine).addTo(api);
            new MessagesApi(engine).addTo(api);
            new TestsApi(engine).addTo(api);
            new QualityApi(engine).addTo(api);
            new AuditApi(engine).addTo(api);
            new QuarantineApi(engine, kept, new Repairing(reader), replay).addTo(api);
            new PlansApi(samples, new KindGuess(Cleansers::of)).addTo(api);
            new OperationsApi(engine, folder).addTo(api);
            new BackupApi(new Backups(engine, Main.version())).addTo(api);
            new DoctorApi(whole -> doctor.ofRunning(engine, whole).toValue()).addTo(api);
            new WebhooksApi(engine).addTo(api);
            new ImportsApi(imports, Conversions.all(), engine::now).addTo(api);
            new DuplicatesApi(engine, search, decisions).addTo(api);
            new WorkspaceApi(engine, files -> folder.pushed(files, settings.data())).addTo(api);
            new OpenApi(reached::get).addTo(routes);
            new Schemas().addTo(routes);
            extras.addTo(routes, engine);
        });
        reached.set(settings.publicUrl(http.port()));
        engine.reachedAt(baseOf(reached.get()));
        imports.start();
        search.start();
        ready.set(true);
        LOG.info("ready at {} (listening on {}:{})", settings.publicUrl(http.port()), settings.host(), http.port());
        return new Serve(engine, http, List.of(replay::close, imports::close, search::close), ready);
    }

    /** Unless somebody says, the data folder does, or the machine. */
    private static OptionalInt shards(Settings settings) {
        boolean isSaid = Optional.ofNullable(settings.origins().get(Setting.SHARDS))
                .filter(shards -> shards.origin() != Sourced.Origin.DEFAULT)
                .isPresent();
        return isSaid ? OptionalInt.of(settings.shards()) : OptionalInt.empty();
    }

    private static String baseOf(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static ApiToken token(Settings settings, Map<String, String> environment, PrintStream err)
            throws IOException {
        String given = environment.getOrDefault("CARILLON_API_TOKEN", "");
        if (!given.isEmpty()) return ApiToken.of(given);
        ApiToken.Kept kept = ApiToken.keptIn(settings.data());
        if (kept.isNew()) err.println("API token, made now and kept in the data folder: " + kept.text());
        return kept.token();
    }

    int port() {
        return http.port();
    }

    /** Each as {@code GET /path/{name}}. */
    List<String> routes() {
        return http.routes();
    }

    /** Takes nothing more in, ends what is under way, then closes what is underneath. */
    @Override
    public void close() {
        ready.set(false);
        http.close();
        ends.forEach(Runnable::run);
        engine.close();
        LOG.info("stopped");
    }
}
