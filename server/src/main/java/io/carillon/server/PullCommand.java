package io.carillon.server;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.workspace.WorkspaceFolder;
import io.carillon.server.workspace.WorkspaceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        description = "Writes the definitions that a running server has published into a folder.",
        mixinStandardHelpOptions = true)
final class PullCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--force", description = "also overwrites files that differ")
    private boolean force;

    @Parameters(paramLabel = "DIR", description = "the workspace's folder")
    private Path folder = Path.of(".");

    PullCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return switch (options.client().get("/api/workspace")) {
            case ApiClient.Outcome.Failed(var why) -> failed(why);
            case ApiClient.Outcome.Refused refused -> failed(refused.message());
            case ApiClient.Outcome.Done(var body) -> pulled(body);
        };
    }

    private int pulled(Value.Fields body) {
        var texts = new TreeMap<String, String>();
        for (Map.Entry<String, Value> file : body.fields("files").fields().entrySet()) {
            if (!(file.getValue() instanceof Value.Text(var text))) return failed("the server sent no text of a file");
            texts.put(file.getKey(), text);
        }
        if (texts.isEmpty()) return failed("nothing is published there yet");
        try {
            return write(texts, body.get("version").map(Json::write).orElse("?"));
        } catch (IOException e) {
            return failed("cannot write to %s (%s)".formatted(folder, e));
        }
    }

    private int write(SortedMap<String, String> texts, String version) throws IOException {
        return switch (WorkspaceWriter.write(folder, texts, force)) {
            case WorkspaceWriter.Outcome.Refused(var reasons) -> {
                reasons.forEach(reason -> streams.err().println("pull: " + reason));
                yield failed("nothing was written; --force overwrites files that differ");
            }
            case WorkspaceWriter.Outcome.Written(var changed) -> {
                nameOthers(texts);
                streams.out()
                        .println("pulled version %s: %d files, %d of them changed"
                                .formatted(version, texts.size(), changed));
                yield 0;
            }
        };
    }

    /** They would be published by the next push. */
    private void nameOthers(SortedMap<String, String> texts) {
        if (!(WorkspaceFolder.texts(folder) instanceof WorkspaceFolder.Texts.Read(var files))) return;
        for (String file : files.keySet()) {
            if (!texts.containsKey(file))
                streams.err().println("pull: the server has no %s; it is left".formatted(file));
        }
    }

    private int failed(String why) {
        streams.err().println("pull: " + why);
        return 1;
    }
}
