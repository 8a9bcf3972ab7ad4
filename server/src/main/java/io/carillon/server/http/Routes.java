package io.carillon.server.http;

import io.carillon.core.codec.Bytes;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which handler answers which method and path. Every request is metered and gets an answer, also when a handler fails. */
public final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private final Map<String, List<Route>> byPattern = new LinkedHashMap<>();
    private final Map<String, Handler> rests = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Handler>> guards = new LinkedHashMap<>();
    private final Meters meters;
    private final BodyRoom room;
    private final TrustedProxies proxies;

    private record Route(String method, Handler handler) {}

    Routes(Meters meters, BodyRoom room, TrustedProxies proxies) {
        this.meters = meters;
        this.room = room;
        this.proxies = proxies;
    }

    /**
     * Adds a route.
     *
     * @param method {@code GET}, {@code POST}…
     * @param pattern a path, with {@code {name}} for one part of it
     */
    public Routes on(String method, String pattern, Handler handler) {
        byPattern.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(new Route(method, handler));
        return this;
    }

    public Routes get(String pattern, Handler handler) {
        return on("GET", pattern, handler);
    }

    public Routes post(String pattern, Handler handler) {
        return on("POST", pattern, handler);
    }

    /**
     * Says who answers what no route does.
     *
     * @param pattern such as {@code /api/*}
     */
    public Routes rest(String pattern, Handler handler) {
        rests.put(pattern, handler);
        return this;
    }

    /**
     * Says who may be told that a path has no such method.
     *
     * @param prefix of the patterns that it is for, such as {@code /api/}
     */
    public Routes guard(String prefix, UnaryOperator<Handler> guard) {
        guards.put(prefix, guard);
        return this;
    }

    /** Each as {@code GET /path/{name}}, in the order in which they were added. */
    List<String> listed() {
        var listed = new ArrayList<String>();
        byPattern.forEach((pattern, routes) -> routes.forEach(route -> listed.add(route.method + " " + pattern)));
        return List.copyOf(listed);
    }

    HttpRouting.Builder toRouting() {
        var routing = HttpRouting.builder();
        byPattern.forEach((pattern, routes) -> {
            for (Route route : routes) add(routing, pattern, route);
            String allowed =
                    String.join(", ", routes.stream().map(Route::method).toList());
            Handler notAllowed = _ -> Answer.error(405, "method_not_allowed", "this path answers " + allowed)
                    .with("Allow", allowed);
            routing.any(pattern, metered("other", pattern, guarded(pattern, notAllowed)));
        });
        rests.forEach((pattern, handler) -> routing.any(pattern, metered("other", pattern, handler)));
        Handler notFound = _ -> Answer.error(404, "not_found", "there is nothing at this path");
        routing.any(metered("other", "none", notFound));
        return routing;
    }

    private Handler guarded(String pattern, Handler handler) {
        Handler guarded = handler;
        for (var guard : guards.entrySet()) {
            if (pattern.startsWith(guard.getKey())) guarded = guard.getValue().apply(guarded);
        }
        return guarded;
    }

    private void add(HttpRouting.Builder routing, String pattern, Route route) {
        routing.route(Method.create(route.method), pattern, metered(route.method, pattern, route.handler));
    }

    private io.helidon.webserver.http.Handler metered(String method, String pattern, Handler handler) {
        Meters.Requests requests = meters.requests(method, pattern);
        return (request, response) -> {
            long begun = System.nanoTime();
            BodyRoom.Share share = room.share();
            try {
                Answer answer = answer(handler, request, share);
                // Counted first: whoever has the answer finds it in the figures.
                requests.answered(answer.status(), System.nanoTime() - begun);
                send(answer, response);
            } finally {
                share.giveBack();
            }
        };
    }

    private Answer answer(Handler handler, ServerRequest request, BodyRoom.Share share) {
        try {
            return handler.handle(new Request(request, share, proxies));
        } catch (RequestException
                | CloseConnectionException
                | UncheckedIOException
                | DataReader.InsufficientDataAvailableException
                | DataReader.IncorrectNewLineException e) {
            throw e; // the caller is gone or speaks no HTTP: the library answers, if anybody listens, and hangs up
        } catch (RuntimeException e) {
            LOG.error("a handler failed", e);
            return Answer.error(500, "internal", "something failed here; the log says what");
        }
    }

    private static void send(Answer answer, ServerResponse response) {
        response.status(Status.create(answer.status()));
        if (!answer.contentType().isEmpty()) response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
        response.header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        for (Answer.Extra extra : answer.headers()) response.header(extra.name(), extra.value());
        if (answer.rest().isPresent()) write(answer.body(), answer.rest().get(), response);
        else if (answer.body().size() == 0) response.send();
        else response.send(answer.body().unsafeArray());
    }

    private static void write(Bytes body, Answer.Rest rest, ServerResponse response) {
        try {
            OutputStream out = response.outputStream();
            out.write(body.unsafeArray());
            rest.writeTo(out);
            out.close();
        } catch (IOException e) {
            LOG.warn("an answer broke off: {}", e.toString());
            throw new CloseConnectionException("an answer broke off", e);
        }
    }
}
