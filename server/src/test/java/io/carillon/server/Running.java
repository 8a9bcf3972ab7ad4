package io.carillon.server;

import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A whole server on a free port, with its data in a folder. */
final class Running implements AutoCloseable {
    static final String TOKEN = "a-token-of-tests";
    private static final Map<String, String> ENVIRONMENT = Map.of("CARILLON_API_TOKEN", TOKEN, "SITE_KEY", "site-key");

    final Serve serve;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Running(Path data) {
        var flags = Map.of(Setting.PORT, "0", Setting.DATA, data.toString(), Setting.SHARDS, "1");
        if (!(SettingsReader.read(flags, Map.of(), Optional.empty())
                instanceof SettingsReader.Outcome.Ready(var settings))) {
            throw new AssertionError("the settings are wrong");
        }
        try {
            var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            serve = Serve.start(settings, ENVIRONMENT, nowhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + serve.port();
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    HttpResponse<String> put(String path, String body) {
        return send(to(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        serve.close();
    }
}
