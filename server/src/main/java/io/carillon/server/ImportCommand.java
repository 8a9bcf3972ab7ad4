package io.carillon.server;

import io.carillon.connectors.mapping.Conversions;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.host.local.HostTime;
import io.carillon.server.client.ApiClient;
import io.carillon.server.imports.ImportOrder;
import io.carillon.server.imports.ImportProgress;
import io.carillon.server.imports.Imports;
import io.carillon.server.imports.LocalImport;
import io.carillon.server.runtime.DataFolder;
import io.carillon.server.runtime.Engine;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.SettingsReader;
import io.carillon.server.workspace.WorkspaceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Takes the records of a file in: CSV, JSON Lines or JSON, plain or gzip. It starts no journey.",
            "Hands it to the server that has the data folder open; else writes into the folder. Cut off, the same command"
                    + " goes on where it was: no row has its effect twice."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    private final Streams streams;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
    private Optional<Path> config = Optional.empty();
    private Optional<String> server = Optional.empty();
    private Optional<String> token = Optional.empty();
    private Optional<String> basis = Optional.empty();

    @Mixin
    private final FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE", description = "CSV, JSON Lines or JSON, plain or gzip")
    private Path file = Path.of(".");

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME",
            description = "the silo that it comes from, e.g. crm")
    private String source = "";

    @Option(names = "--dry-run", description = "counts and shows, and takes nothing in")
    private boolean dryRun;

    @Option(names = "--again", description = "takes a file in once more that was taken in before")
    private boolean again;

    ImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(
            names = "--consent-basis",
            paramLabel = "BASIS",
            description =
                    "why these people may be written to: customer, or \"explicit: EVIDENCE\" (default: it is unknown)")
    void basis(String text) {
        basis = Optional.of(text);
    }

    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything that is kept (default data)")
    void data(String text) {
        flags.put(Setting.DATA, text);
    }

    @Option(names = "--workspace", paramLabel = "DIR", description = "folder of definitions, for a stopped data folder")
    void workspace(String text) {
        flags.put(Setting.WORKSPACE, text);
    }

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file of settings, as for serve")
    void config(Path path) {
        config = Optional.of(path);
    }

    @Option(names = "--server", paramLabel = "URL", description = "the running server (default: at the settings' port)")
    void server(String url) {
        server = Optional.of(url);
    }

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "API token (default: CARILLON_API_TOKEN, or the kept one)")
    void token(String text) {
        token = Optional.of(text);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isRegularFile(file)) return failed("there is no file " + file);
        return switch (SettingsReader.read(flags, System.getenv(), config)) {
            case SettingsReader.Outcome.Wrong(var problems) -> {
                problems.forEach(streams.err()::println);
                yield 2;
            }
            case SettingsReader.Outcome.Ready(var settings) -> take(settings);
        };
    }

    private int take(Settings settings) throws InterruptedException {
        try {
            ImportOrder order = options.order(source, file, new FileOptions.Wish(basis, dryRun, again));
            var running = new OpenServer(settings, server, token);
            return running.isThere() ? send(order, running) : write(order, settings);
        } catch (NoSuchFileException e) {
            return failed("there is no file " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    /** Into the folder itself; what is to be sent out waits for the server. */
    private int write(ImportOrder order, Settings settings) throws IOException, InterruptedException {
        if (settings.workspace().isEmpty() && !Files.isDirectory(settings.data().resolve("store"))) {
            return failed("%s has no data yet; start the server first, or name --workspace".formatted(settings.data()));
        }
        var folder = new WorkspaceSource(settings.workspace(), System.getenv());
        var start = new Engine.Start(
                new DataFolder(settings.data()),
                OptionalInt.empty(),
                HostTime.system(),
                settings.publicUrl(settings.port()).toString().replaceAll("/+$", ""),
                files -> folder.stored(files, settings.data()),
                folder.atStart());
        try (Engine engine = Engine.withoutCouriers(start)) {
            var told = new ImportReport(streams.err());
            Imports.View end = new LocalImport(engine, Conversions.all()).run(order, file, told::step);
            return finish(
                    end.id(),
                    end.progress(),
                    told,
                    settings.data()
                            .resolve(Imports.FOLDER)
                            .resolve(end.id())
                            .resolve("rejects.csv")
                            .toString());
        }
    }

    private int send(ImportOrder order, OpenServer running) throws IOException, InterruptedException {
        ApiClient client = running.client();
        Value.Fields said = Value.Fields.NONE;
        switch (client.post("/api/imports", order.toValue())) {
            case ApiClient.Outcome.Done(var body) -> said = body;
            case ApiClient.Outcome.Refused refused -> {
                return failed(refused.message());
            }
            case ApiClient.Outcome.Failed(var why) -> {
                return failed(why + running.elsewhere().map("\n"::concat).orElse(""));
            }
        }
        ApiClient.Outcome sent = client.putFile(said.text("upload").orElse(""), file);
        var told = new ImportReport(streams.err());
        while (true) {
            switch (sent) {
                case ApiClient.Outcome.Refused refused -> {
                    return failed(refused.message());
                }
                case ApiClient.Outcome.Failed(var why) -> {
                    return failed(why + "\nnothing is lost: the same command goes on where it was");
                }
                case ApiClient.Outcome.Done(var body) -> said = body;
            }
            ImportProgress progress = ImportProgress.of(said);
            String id = said.text("id").orElse("");
            if (progress.status().isOver()) {
                return finish(id, progress, told, client.server() + "/api/imports/" + id + "/rejects");
            }
            told.step(progress);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            sent = client.get("/api/imports/" + id);
        }
    }

    private int finish(String id, ImportProgress end, ImportReport told, String rejects) {
        long millis = told.millis();
        streams.err().println(told.totals(end, rejects));
        Value.Fields shown = Value.of(Map.of("id", Value.of(id)));
        for (var field : end.toValue().fields().entrySet()) {
            if (!field.getKey().startsWith("reject") || field.getKey().equals("rejected")) {
                shown = shown.with(field.getKey(), field.getValue());
            }
        }
        streams.out().println(Json.write(shown.with("millis", Value.of(millis))));
        boolean isUseless = end.counts().rows() > 0
                && end.counts().rejected() == end.counts().rows();
        return end.status() == ImportProgress.Status.DONE && !isUseless ? 0 : 1;
    }

    private int failed(String why) {
        why.lines().forEach(line -> streams.err().println("import: " + line));
        return 1;
    }
}
