package io.carillon.server;

import io.carillon.server.api.Api;
import io.carillon.server.http.ApiToken;
import io.carillon.server.http.HttpServer;
import io.carillon.server.http.Meters;
import io.carillon.server.http.Operations;
import io.carillon.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server and all it is made of. Starts from the inside out, ends from the outside in. */
public final class Serve implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final HttpServer http;
    private final AtomicBoolean ready;

    private Serve(HttpServer http, AtomicBoolean ready) {
        this.http = http;
        this.ready = ready;
    }

    /**
     * Starts; returns when it is ready.
     *
     * @param environment for {@code CARILLON_API_TOKEN} and the workspace's secrets
     * @param err where a token that is made now is printed, once
     * @throws IOException when the data folder cannot be used
     */
    static Serve start(Settings settings, Map<String, String> environment, PrintStream err) throws IOException {
        Files.createDirectories(settings.data());
        ApiToken token = token(settings, environment, err);
        var meters = new Meters();
        var ready = new AtomicBoolean();
        var listen = new HttpServer.Listen(settings.host(), settings.port(), settings.trustedProxies(), GRACE);
        HttpServer http = HttpServer.start(listen, meters, routes -> {
            new Operations(meters, ready::get).addTo(routes);
            new Api(routes, token);
        });
        ready.set(true);
        LOG.info("ready at {} (listening on {}:{})", settings.publicUrl(http.port()), settings.host(), http.port());
        return new Serve(http, ready);
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

    /** Takes nothing more in, ends what is under way, then closes what is underneath. */
    @Override
    public void close() {
        ready.set(false);
        http.close();
        LOG.info("stopped");
    }

    /** Why something failed, in one line: the innermost cause says most. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) cause = cause.getCause();
        return "%s (%s)".formatted(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
