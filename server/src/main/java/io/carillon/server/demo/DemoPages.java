package io.carillon.server.demo;

import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages of the demo. They change nothing. */
final class DemoPages {
    private static final String ID = "[A-Za-z0-9_-]{1,100}";

    private final Engine engine;
    private final DayClock clock;
    private final Replay replay;
    private final Mailbox mailbox;
    private final Api api;

    /** The API of the same server. */
    record Api(ApiClient client, Supplier<URI> server) {
        Optional<Value.Fields> get(String path) throws IOException, InterruptedException {
            return client.get(server.get(), path);
        }
    }

    DemoPages(Engine engine, DayClock clock, Replay replay, Mailbox mailbox, Api api) {
        this.engine = engine;
        this.clock = clock;
        this.replay = replay;
        this.mailbox = mailbox;
        this.api = api;
    }

    void addTo(Routes routes) {
        routes.get("/", _ -> answer(this::overview));
        routes.get("/customers/{id}", request -> answer(() -> person(request)));
        routes.get("/messages/{id}", request -> answer(() -> message(request)));
        routes.get("/demo.css", _ -> file("page.css", "text/css; charset=utf-8"));
        routes.get("/demo.js", _ -> file("page.js", "text/javascript; charset=utf-8"));
    }

    private interface Making {
        Answer make() throws IOException, InterruptedException;
    }

    private static Answer answer(Making page) {
        try {
            return page.make();
        } catch (IOException e) {
            return Answer.error(503, "late", "the server did not answer its own page");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "ending", "the demo ends");
        }
    }

    private Answer overview() throws InterruptedException {
        String body = new OverviewPage(engine, Picture.of(engine)).body(replay, mailbox.count());
        return page(200, "Overview", body);
    }

    private Answer person(Request request) throws IOException, InterruptedException {
        String path = "/api/customers/" + id(request);
        Optional<Value.Fields> profile = api.get(path);
        Optional<Value.Fields> timeline = api.get(path + "/timeline?limit=200");
        Optional<Value.Fields> decisions = api.get(path + "/decisions");
        if (profile.isEmpty() || timeline.isEmpty() || decisions.isEmpty()) return nobody();
        String name = People.name(profile.get().fields("traits"));
        return page(200, name, PersonPage.body(profile.get(), timeline.get(), decisions.get()));
    }

    private Answer message(Request request) throws IOException, InterruptedException {
        return api.get("/api/messages/" + id(request))
                .map(message -> page(200, PersonPage.said(message, "message"), MessagePage.body(message)))
                .orElseGet(this::nobody);
    }

    private static String id(Request request) {
        String id = request.path("id");
        return id.matches(ID) ? id : "none";
    }

    private Answer nobody() {
        return page(404, "Not here", "<h1>Not here</h1><p><a href=\"/\">Back to everybody</a></p>");
    }

    private Answer page(int status, String title, String body) {
        return Answer.of(status, "text/html; charset=utf-8", Markup.page(title, clock, body))
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'");
    }

    private static Answer file(String name, String type) {
        return answer(() -> Answer.of(200, type, DemoWorkspace.text(name)));
    }
}
