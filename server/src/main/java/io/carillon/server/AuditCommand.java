package io.carillon.server;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = {
            "How good the data of a running server are: a score for each source, and what is wrong, with a way to fix it.",
            "Ends with 1 when there is a finding of high severity."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final int OPEN = 1;

    private final Streams streams;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--source", paramLabel = "NAME", description = "only this source")
    private Optional<String> source = Optional.empty();

    @Option(names = "--json", description = "one line of JSON instead of a table")
    private boolean json;

    AuditCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ApiClient client = options.client();
        String query = source.map(it -> "?source=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
                .orElse("");
        if (!(client.get("/api/quality/scores" + query) instanceof ApiClient.Outcome.Done(var scores))) {
            return failed(client.get("/api/quality/scores" + query));
        }
        if (!(client.get("/api/quality/findings" + query) instanceof ApiClient.Outcome.Done(var findings))) {
            return failed(client.get("/api/quality/findings" + query));
        }
        if (json) {
            Map<String, Value> both = new LinkedHashMap<>();
            both.put("scores", new Value.Items(items(scores)));
            both.put("findings", new Value.Items(items(findings)));
            streams.out().println(Json.write(Value.of(both)));
        } else {
            table(items(scores), items(findings));
        }
        return items(findings).stream().anyMatch(it -> text(it, "severity").equals("high")) ? OPEN : 0;
    }

    private void table(List<Value> scores, List<Value> findings) {
        if (scores.isEmpty()) streams.out().println("nothing came in so far");
        for (Value each : scores) {
            streams.out()
                    .println("%-24s score %3s  findings %s  events today %s  days known %s"
                            .formatted(
                                    text(each, "source"),
                                    text(each, "score"),
                                    text(each, "findings"),
                                    text(each, "events"),
                                    text(each, "days")));
        }
        for (Value each : findings) {
            streams.out().println();
            streams.out()
                    .println("%-6s %s: %s".formatted(text(each, "severity"), text(each, "source"), text(each, "what")));
            streams.out().println("       since %s".formatted(text(each, "since")));
            List<Value> examples = field(each, "examples") instanceof Value.Items(var some) ? some : List.of();
            if (!examples.isEmpty()) {
                streams.out()
                        .println("       for example %s"
                                .formatted(String.join(
                                        ", ",
                                        examples.stream()
                                                .map(AuditCommand::plain)
                                                .toList())));
            }
            streams.out().println("       to fix: %s".formatted(text(each, "fix")));
        }
    }

    private static List<Value> items(Value.Fields body) {
        return body.get("items").orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items) ? items : List.of();
    }

    private static Value field(Value item, String name) {
        return item instanceof Value.Fields fields
                ? fields.get(name).orElse(Value.Nothing.NOTHING)
                : Value.Nothing.NOTHING;
    }

    private static String text(Value item, String name) {
        return plain(field(item, name));
    }

    private static String plain(Value value) {
        return value instanceof Value.Text(var text) ? text : Json.write(value);
    }

    private int failed(ApiClient.Outcome outcome) {
        String why = switch (outcome) {
            case ApiClient.Outcome.Refused refused -> refused.message();
            case ApiClient.Outcome.Failed(var detail) -> detail;
            case ApiClient.Outcome.Done _ -> "the server did not answer the first time";
        };
        streams.err().println("audit: " + why);
        return 2;
    }
}
