package io.carillon.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The listening server. */
public final class HttpServer implements AutoCloseable {
    /** What all requests under way may hold; the values read from it take several times as much. */
    private static final int BODIES_BYTES_MAX = 32 << 20;

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration IDLE_MAX = Duration.ofMinutes(2);
    private final WebServer server;
    private final List<String> routes;

    private HttpServer(WebServer server, List<String> routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * Where and how to listen.
     *
     * @param port 0 for any free one, see {@link #port()}
     * @param grace how long requests under way may take when the server is closed
     */
    public record Listen(String host, int port, TrustedProxies proxies, Duration grace) {}

    /**
     * Starts to listen; returns once connections are taken.
     *
     * @param routes fills in who answers what
     * @throws IllegalStateException when the port cannot be had
     */
    public static HttpServer start(Listen listen, Meters meters, Consumer<Routes> routes) {
        return start(listen, meters, BODIES_BYTES_MAX, routes);
    }

    static HttpServer start(Listen listen, Meters meters, int bodiesBytesMax, Consumer<Routes> routes) {
        var all = new Routes(meters, new BodyRoom(bodiesBytesMax), listen.proxies());
        routes.accept(all);
        // Nothing is discovered: only what is named here is loaded, which is most of a quick start.
        WebServer server = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .shutdownHook(false)
                .shutdownGracePeriod(listen.grace())
                .featuresDiscoverServices(false)
                .concurrencyLimitDiscoverServices(false)
                .contentEncoding(new RawEncodings())
                .connectionOptions(socket -> socket.readTimeout(READ_TIMEOUT).tcpNoDelay(true))
                .idleConnectionTimeout(IDLE_MAX)
                .directHandlers(refusals())
                .addRouting(all.toRouting())
                .build()
                .start();
        // The library logs that it could not start, and returns all the same.
        if (!server.isRunning() || server.port() < 0) {
            throw new IllegalStateException(
                    "cannot listen on %s:%d; is it this machine's, and free?".formatted(listen.host(), listen.port()));
        }
        return new HttpServer(server, all.listed());
    }

    /** What it answers, each as {@code GET /path/{name}}; without what is said to everything else. */
    public List<String> routes() {
        return routes;
    }

    public int port() {
        return server.port();
    }

    /** Takes no more connections, lets requests under way end within the grace, then closes. */
    @Override
    public void close() {
        server.stop();
    }

    /** What never reaches a route, such as a malformed request line, is answered in the same form. */
    private static DirectHandlers refusals() {
        var handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, (_, event, status, headers, _) -> {
                // What fails in our own code is answered in Routes: here the library fell over what it read.
                boolean isUnreadable = event == EventType.INTERNAL_ERROR;
                Status said = isUnreadable ? Status.BAD_REQUEST_400 : status;
                EventType named = isUnreadable ? EventType.BAD_REQUEST : event;
                // Not the library's own words: they quote the request, and may be none.
                Answer answer = Answer.error(
                        said.code(), named.name().toLowerCase(Locale.ROOT), "the request cannot be read as HTTP");
                return DirectHandler.TransportResponse.builder()
                        .status(said)
                        .headers(headers)
                        .header(HeaderNames.CONTENT_TYPE, Answer.JSON)
                        .keepAlive(named.keepAlive())
                        .entity(answer.body().unsafeArray())
                        .build();
            });
        }
        return handlers.build();
    }
}
