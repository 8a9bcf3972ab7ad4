package io.carillon.server;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.doctor.Doctor;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Says which settings hold and where each comes from, how machine, disk, store and workspace are, and what to do"
                    + " about what is wrong; exit code 1 when something is.",
            "Asks the server that has the data folder open; else reads the folder, and changes nothing."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Streams streams;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
    private Optional<Path> config = Optional.empty();
    private Optional<String> server = Optional.empty();
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--whole",
            description = "also reads every block of the store, which takes as long as the disk does")
    private boolean whole;

    @Option(names = "--json", description = "for machines")
    private boolean json;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything that is kept (default data)")
    void data(String text) {
        flags.put(Setting.DATA, text);
    }

    @Option(names = "--workspace", paramLabel = "DIR", description = "folder of definitions to check as well")
    void workspace(String text) {
        flags.put(Setting.WORKSPACE, text);
    }

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file of settings, as for serve")
    void config(Path file) {
        config = Optional.of(file);
    }

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "the running server (default: at the port of the settings)")
    void server(String url) {
        server = Optional.of(url);
    }

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "API token (default: CARILLON_API_TOKEN, or the one in the data folder)")
    void token(String text) {
        token = Optional.of(text);
    }

    @Override
    public Integer call() {
        return switch (SettingsReader.read(flags, System.getenv(), config)) {
            case SettingsReader.Outcome.Wrong(var problems) -> {
                problems.forEach(streams.err()::println);
                yield 2;
            }
            case SettingsReader.Outcome.Ready(var settings) -> look(settings);
        };
    }

    private int look(Settings settings) {
        try {
            if (!new OpenServer(settings, server, token).isThere()) {
                return print(new Doctor(settings, System.getenv(), Main.version())
                        .ofStopped(whole)
                        .toValue());
            }
            return ask(settings);
        } catch (IOException e) {
            return failed("%s cannot be looked at: %s".formatted(settings.data(), e.getMessage()));
        }
    }

    private int ask(Settings settings) throws IOException {
        ApiClient client;
        try {
            client = new OpenServer(settings, server, token).client();
        } catch (IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        }
        return switch (client.get("/api/doctor" + (whole ? "?whole=true" : ""))) {
            case ApiClient.Outcome.Done(var body) -> print(body);
            case ApiClient.Outcome.Refused refused -> failed(refused.message());
            case ApiClient.Outcome.Failed(var why) ->
                failed(
                        server.isPresent()
                                ? why
                                : "a server has %s open, but: %s; name its address with --server"
                                        .formatted(settings.data(), why));
        };
    }

    private int print(Value.Fields found) {
        List<Value.Fields> problems = items(found, "problems");
        if (json) streams.out().println(Json.write(found));
        else {
            for (Value.Fields section : items(found, "sections")) {
                streams.out().println(section.text("section").orElse(""));
                List<Value.Fields> items = items(section, "items");
                int width = items.stream()
                        .mapToInt(item -> item.text("name").orElse("").length())
                        .max()
                        .orElse(0);
                for (Value.Fields item : items) {
                    streams.out()
                            .println("  %s  %s"
                                    .formatted(
                                            item.text("name").orElse("")
                                                    + " "
                                                            .repeat(width
                                                                    - item.text("name")
                                                                            .orElse("")
                                                                            .length()),
                                            item.text("shown").orElse("")));
                }
            }
            streams.out().println();
            for (Value.Fields problem : problems) {
                streams.out().println("PROBLEM  " + problem.text("problem").orElse(""));
                streams.out().println("     do  " + problem.text("remedy").orElse(""));
            }
            if (problems.isEmpty()) streams.out().println("All is well.");
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private static List<Value.Fields> items(Value.Fields of, String name) {
        if (!(of.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items))) return List.of();
        return items.stream()
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .toList();
    }

    private int failed(String why) {
        streams.err().println("doctor: " + why);
        return 1;
    }
}
