package io.carillon.server;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "quarantine",
        description = {
            "Calls that a running server could not use: see why, repair them, use them after all.",
            "Results are lines of JSON. Nothing that is replayed starts a journey or sends a message."
        },
        mixinStandardHelpOptions = true)
final class QuarantineCommand {
    private static final int PAGE = 500;
    private static final long LOOK_MILLIS = 500;

    private final Streams streams;

    QuarantineCommand(Streams streams) {
        this.streams = streams;
    }

    /** Which calls. */
    static final class Which {
        @Option(names = "--source", paramLabel = "NAME", description = "only calls of this source")
        private Optional<String> source = Optional.empty();

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "only calls with this reason, see list --reasons")
        private Optional<String> reason = Optional.empty();

        private Map<String, Value> toBody() {
            var body = new LinkedHashMap<String, Value>();
            source.ifPresent(it -> body.put("source", Value.of(it)));
            reason.ifPresent(it -> body.put("reason", Value.of(it)));
            return body;
        }

        private String toQuery() {
            return source.map(it -> "&source=" + encoded(it)).orElse("")
                    + reason.map(it -> "&reason=" + encoded(it)).orElse("");
        }
    }

    @Command(name = "list", description = "The calls, oldest first by source.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ServerOptions options,
            @Mixin Which which,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            defaultValue = "open",
                            description = "open (default), replayed, dismissed")
                    String status,
            @Option(names = "--reasons", description = "only how many there are of each source and reason")
                    boolean reasons,
            @Option(
                            names = "--max",
                            paramLabel = "N",
                            defaultValue = "1000",
                            description = "how many at most (default 1000)")
                    int max) {
        ApiClient client = options.client();
        if (reasons) return lines(client.get("/api/quarantine/reasons"));
        String query = "?limit=%d&status=%s%s".formatted(PAGE, encoded(status), which.toQuery());
        Optional<String> cursor = Optional.of("");
        int shown = 0;
        while (cursor.isPresent() && shown < max) {
            String path = "/api/quarantine" + query + (cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get());
            switch (client.get(path)) {
                case ApiClient.Outcome.Done(var body) -> {
                    for (Value item : items(body)) {
                        if (shown++ < max) streams.out().println(Json.write(item));
                    }
                    cursor = body.text("next");
                }
                case ApiClient.Outcome.Refused refused -> {
                    return failed(refused.message());
                }
                case ApiClient.Outcome.Failed(var why) -> {
                    return failed(why);
                }
            }
        }
        if (cursor.isPresent()) streams.err().println("quarantine: there are more; --max says how many are shown");
        return 0;
    }

    @Command(
            name = "show",
            description = "One call: as it came, why it was not used, and what would make it usable.",
            mixinStandardHelpOptions = true)
    int show(@Mixin ServerOptions options, @Parameters(paramLabel = "ID", description = "as list has it") String id) {
        return line(options.client().get("/api/quarantine/" + encoded(id)));
    }

    @Command(
            name = "repair",
            description = {
                "Repairs one call, or all of a source and reason: as the call itself suggests, by operations, or by hand.",
                "Operations: {\"parse\": [PATH], \"rename\": {FROM: TO}, \"convert\": {PATH: KIND}, \"default\": {PATH: VALUE},",
                "\"set\": {PATH: VALUE}, \"remove\": [PATH]}. Of many, only those are changed that can be used then."
            },
            mixinStandardHelpOptions = true)
    int repair(
            @Mixin ServerOptions options,
            @Mixin Which which,
            @Parameters(
                            paramLabel = "ID",
                            arity = "0..1",
                            description = "one call; without it all that --source and" + " --reason leave")
                    Optional<String> id,
            @Option(names = "--suggested", description = "as each call itself suggests") boolean suggested,
            @Option(names = "--by", paramLabel = "JSON|@FILE", description = "operations") Optional<String> by,
            @Option(names = "--call", paramLabel = "JSON|@FILE", description = "what to read in its place; one call")
                    Optional<String> call,
            @Option(names = "--dry-run", description = "shows what would come of it, and changes nothing")
                    boolean dryRun) {
        var body = which.toBody();
        try {
            if (by.isPresent()) body.put("repair", json(by.get()));
            if (call.isPresent()) body.put("call", json(call.get()));
        } catch (IOException | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        }
        if (suggested) body.put("suggested", Value.of(true));
        if (dryRun) body.put("dryRun", Value.of(true));
        ApiClient client = options.client();
        if (id.isPresent())
            return line(client.post("/api/quarantine/" + encoded(id.get()) + "/repair", new Value.Fields(body)));
        return repairAll(client, body);
    }

    private int repairAll(ApiClient client, Map<String, Value> body) {
        var sums = new LinkedHashMap<String, Long>();
        List<Value> examples = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            body.put("after", Value.of(after.get()));
            switch (client.post("/api/quarantine/repair", new Value.Fields(body))) {
                case ApiClient.Outcome.Done(var done) -> {
                    for (String count : List.of("matched", "usable", "repaired")) {
                        long more = done.get(count).orElse(Value.of(0)) instanceof Value.Num(var number)
                                ? number.longValue()
                                : 0;
                        sums.merge(count, more, Long::sum);
                    }
                    if (examples.isEmpty() && done.get("examples").orElse(Value.of(0)) instanceof Value.Items(var some))
                        examples = some;
                    after = done.text("next");
                }
                case ApiClient.Outcome.Refused refused -> {
                    return failed(refused.message());
                }
                case ApiClient.Outcome.Failed(var why) -> {
                    return failed(why);
                }
            }
        }
        for (Value example : examples) streams.out().println(Json.write(example));
        streams.err()
                .println("quarantine: %s; of these can be used: %s; changed: %s"
                        .formatted(sums.get("matched"), sums.get("usable"), sums.get("repaired")));
        return 0;
    }

    @Command(
            name = "replay",
            description = "Uses the calls that can be used by now, in the order in which they happened.",
            mixinStandardHelpOptions = true)
    int replay(@Mixin ServerOptions options, @Mixin Which which) throws InterruptedException {
        ApiClient client = options.client();
        ApiClient.Outcome outcome = client.post("/api/quarantine/replay", new Value.Fields(which.toBody()));
        while (outcome instanceof ApiClient.Outcome.Done(var body) && isRunning(body)) {
            streams.err().println("quarantine: " + Json.write(body));
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            outcome = client.get("/api/quarantine/replay");
        }
        return line(outcome);
    }

    @Command(
            name = "dismiss",
            description = "Says that a call is of no use; it goes when it is too old.",
            mixinStandardHelpOptions = true)
    int dismiss(
            @Mixin ServerOptions options, @Parameters(paramLabel = "ID", description = "as list has it") String id) {
        return line(options.client().post("/api/quarantine/" + encoded(id) + "/dismiss", Value.Fields.NONE));
    }

    private static boolean isRunning(Value.Fields progress) {
        return progress.text("state").filter("running"::equals).isPresent();
    }

    private int lines(ApiClient.Outcome outcome) {
        if (!(outcome instanceof ApiClient.Outcome.Done(var body))) return line(outcome);
        for (Value item : items(body)) streams.out().println(Json.write(item));
        return 0;
    }

    private int line(ApiClient.Outcome outcome) {
        return switch (outcome) {
            case ApiClient.Outcome.Done(var body) -> {
                streams.out().println(Json.write(body));
                yield 0;
            }
            case ApiClient.Outcome.Refused refused -> failed(refused.message());
            case ApiClient.Outcome.Failed(var why) -> failed(why);
        };
    }

    private static List<Value> items(Value.Fields body) {
        return body.get("items").orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items) ? items : List.of();
    }

    private static Value json(String textOrFile) throws IOException {
        String text = textOrFile.startsWith("@") ? text(Path.of(textOrFile.substring(1))) : textOrFile;
        return switch (JsonReader.read(Bytes.utf8(text))) {
            case JsonReader.Parsed.Tree(var root, var _) -> root;
            case JsonReader.Parsed.Bad(var why, var _) -> throw new IllegalArgumentException(textOrFile + ": " + why);
        };
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException("there is no file " + file);
        return Files.readString(file);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int failed(String why) {
        streams.err().println("quarantine: " + why);
        return 1;
    }
}
