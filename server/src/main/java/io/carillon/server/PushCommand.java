package io.carillon.server;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.api.WorkspaceApi;
import io.carillon.server.client.ApiClient;
import io.carillon.server.workspace.WorkspaceFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        description =
                "Publishes a workspace of definitions on a running server: all of it, or nothing and its problems.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "DIR", description = "the workspace's folder")
    private Path folder = Path.of(".");

    PushCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ApiClient client = options.client();
        return switch (WorkspaceFolder.texts(folder)) {
            case WorkspaceFolder.Texts.Unreadable(var problem) -> {
                streams.out().println(problem);
                yield 1;
            }
            case WorkspaceFolder.Texts.Read(var files) -> push(client, files);
        };
    }

    private int push(ApiClient client, SortedMap<String, String> files) {
        var texts = new LinkedHashMap<String, Value>();
        files.forEach((path, text) -> texts.put(path, Value.of(text)));
        Value.Fields body = new Value.Fields(Map.of("files", new Value.Fields(texts)));
        if (Bytes.utf8(Json.write(body)).size() > WorkspaceApi.BYTES_MAX) {
            return failed("the workspace has more than %d bytes".formatted(WorkspaceApi.BYTES_MAX));
        }
        return switch (client.put("/api/workspace", body)) {
            case ApiClient.Outcome.Failed(var why) -> failed(why);
            case ApiClient.Outcome.Refused refused -> refused(refused);
            case ApiClient.Outcome.Done(var done) -> {
                String version = done.get("version").map(Json::write).orElse("?");
                streams.out().println("published as version %s: %d files".formatted(version, files.size()));
                yield 0;
            }
        };
    }

    /** What is wrong with the definitions goes where {@code check} says it. */
    private int refused(ApiClient.Outcome.Refused refused) {
        List<Value> problems =
                refused.body().get("problems").orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items)
                        ? items
                        : List.of();
        if (problems.isEmpty()) return failed(refused.message());
        for (Value problem : problems) {
            streams.out().println(problem instanceof Value.Text(var text) ? text : Json.write(problem));
        }
        return 1;
    }

    private int failed(String why) {
        streams.err().println("push: " + why);
        return 1;
    }
}
