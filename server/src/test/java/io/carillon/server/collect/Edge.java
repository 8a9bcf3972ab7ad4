package io.carillon.server.collect;

import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.http.HttpServer;
import io.carillon.server.http.Meters;
import io.carillon.server.http.TrustedProxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The tracking edge on a real socket, with a clock that stands still. */
final class Edge implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final String KEY = "site-key";
    private static final Map<String, String> SOURCES = Map.of(KEY, "site", "app-key", "app");

    final RecordingInlet inlet = new RecordingInlet();
    final Meters meters = new Meters();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Edge() {
        this(TrustedProxies.NONE);
    }

    Edge(TrustedProxies proxies) {
        var collect = new Collect(
                key -> Optional.ofNullable(SOURCES.get(key)),
                new Intake(inlet, new Cleansing(AvailableCleansers::of)),
                () -> URI.create("http://shop.example:8080"),
                () -> NOW,
                meters);
        var listen = new HttpServer.Listen("127.0.0.1", 0, proxies, Duration.ofSeconds(1));
        server = HttpServer.start(listen, meters, collect::addTo);
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    /** A request with the site's key in Basic. */
    HttpRequest.Builder authorized(String path) {
        return to(path).header("Authorization", basic(KEY));
    }

    HttpResponse<String> post(String path, String body) {
        return send(authorized(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(authorized(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
