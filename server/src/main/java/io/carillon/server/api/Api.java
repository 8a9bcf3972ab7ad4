package io.carillon.server.api;

import io.carillon.server.http.Answer;
import io.carillon.server.http.ApiToken;
import io.carillon.server.http.Handler;
import io.carillon.server.http.Routes;
import io.carillon.server.json.JsonWriter;

/** Adds routes under {@code /api}; each is answered only to who carries the token. Also says 404 for what it has not. */
public final class Api {
    private final Routes routes;
    private final ApiToken token;

    public Api(Routes routes, ApiToken token) {
        this.routes = routes;
        this.token = token;
        // Who has no token does not learn which paths and methods there are.
        routes.guard("/api/", token::guard);
        routes.rest("/api/*", token.guard(_ -> Answer.error(404, "not_found", "the API has no such path")));
    }

    /**
     * Adds a route. Paths written out come before those with a {@code {name}} that they match.
     *
     * @param path begins with {@code /api/}
     */
    public Api on(String method, String path, Handler handler) {
        if (!path.startsWith("/api/")) throw new IllegalArgumentException("not under /api/: " + path);
        routes.on(method, path, token.guard(handler));
        return this;
    }

    public Api get(String path, Handler handler) {
        return on("GET", path, handler);
    }

    public Api post(String path, Handler handler) {
        return on("POST", path, handler);
    }

    public Api put(String path, Handler handler) {
        return on("PUT", path, handler);
    }

    /** 200 with a record as JSON, see {@link JsonWriter}. */
    public static Answer ok(Record body) {
        return Answer.of(200, Answer.JSON, JsonWriter.write(body));
    }
}
