package io.carillon.server;

import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "aot-train",
        hidden = true,
        description = "Starts and ends once, so that the launcher can keep the classes loaded.")
final class TrainCommand implements Callable<Integer> {
    private static final List<String> PATHS = List.of("/health/ready", "/metrics", "/v1/none");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("carillon-train");
        try {
            var flags = Map.of(Setting.PORT, "0", Setting.DATA, data.toString());
            if (!(SettingsReader.read(flags, Map.of(), Optional.empty())
                    instanceof SettingsReader.Outcome.Ready(var settings))) {
                return 1;
            }
            var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            try (var serving = Serve.start(settings, Map.of(), nowhere);
                    var client = HttpClient.newHttpClient()) {
                for (String path : PATHS) {
                    URI uri = URI.create("http://127.0.0.1:" + serving.port() + path);
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
                }
            }
            return 0;
        } finally {
            Folders.delete(data);
        }
    }
}
