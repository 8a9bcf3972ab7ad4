package io.carillon.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A little of everything that a server does, on one that is new and is thrown away after. */
final class Rehearsal {
    private static final String KEY = "rehearsal-key";
    private static final String TOKEN = "rehearsal-token";

    /** What the server is to be started with. */
    static final Map<String, String> ENVIRONMENT = Map.of("CARILLON_API_TOKEN", TOKEN, "REHEARSAL_KEY", KEY);

    // Nobody listens at the port: nothing leaves.
    private static final String WORKSPACE = """
            {"files": {
            "workspace.yaml": "workspace: rehearsal\\ntimezone: Europe/Berlin\\n",
            "sources/site.yaml": "source: site\\nwriteKey: ${env:REHEARSAL_KEY}\\n",
            "topics/news.yaml": "topic: news\\ndefault: opt-out\\n",
            "channels/mail.yaml": "channel: email\\nprovider: smtp\\nhost: 127.0.0.1\\nport: 1\\nsecurity: none\\nfrom: Shop <shop@example.com>\\n",
            "messages/hello.yaml": "message: hello\\npurpose: marketing\\ntopic: news\\nchannels:\\n  email:\\n    subject: \\"Hello, {{ customer.firstName }}\\"\\n    html: \\"<p>{{ event.name | upcase }} <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>\\"\\n",
            "segments/buyers.yaml": "segment: buyers\\nwhen: {event: Order Completed, within: 30d}\\n",
            "journeys/hello.yaml": "journey: hello\\ntrigger: {event: Product Added, key: cart_id}\\nexit: [{event: Order Completed}]\\nsteps:\\n  - send: hello\\n"
            }}""";

    private static final String IDENTIFY = """
            {"userId":"1","anonymousId":"a1","messageId":"m1","traits":{"email":"jane@shop.example","firstName":"Jane"}}""";
    private static final String TRACK = """
            {"userId":"1","anonymousId":"a1","messageId":"m2","event":"Product Added",
             "properties":{"cart_id":"c1","name":"Kettle","price":9.5}}""";
    private static final String BATCH = """
            {"batch":[
             {"type":"page","anonymousId":"a2","messageId":"m3","properties":{"url":"https://shop.example/"}},
             {"type":"track","userId":"1","messageId":"m4","event":"Order Completed","properties":{"total":9.5}},
             {"type":"track","userId":"2","event":""}]}""";
    private static final List<String> READ = List.of(
            "/api/customers?identifier=user:1",
            "/api/customers?identifier=email:jane@shop.example",
            "/api/segments",
            "/api/segments/buyers",
            "/api/segments/buyers/members",
            "/api/messages",
            "/api/messages?status=dead",
            "/api/quality",
            "/api/parked",
            "/api/workspace",
            "/openapi",
            "/metrics",
            "/health/live",
            "/health/ready",
            "/v1/projects/" + KEY + "/settings",
            "/analytics.js/v1/" + KEY + "/analytics.min.js");

    private final HttpClient client;
    private final URI server;
    private final List<String> wrong = new ArrayList<>();

    private Rehearsal(HttpClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Plays through all of it.
     *
     * @return what was answered otherwise than it should be, one line each
     */
    static List<String> run(URI server) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var rehearsal = new Rehearsal(client, server);
            rehearsal.run();
            return rehearsal.wrong;
        }
    }

    private void run() throws IOException, InterruptedException {
        expect(200, "/api/workspace", to("/api/workspace").PUT(BodyPublishers.ofString(WORKSPACE)));
        post("/v1/identify", IDENTIFY);
        post("/v1/track", TRACK);
        post("/v1/batch", BATCH);
        for (String path : READ) expect(200, path, to(path));
        String customer =
                expect(200, READ.getFirst(), to(READ.getFirst())).replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
        for (String part : List.of("", "/timeline", "/decisions")) {
            expect(200, "a customer" + part, to("/api/customers/" + customer + part));
        }
        expect(404, "/u/none", to("/u/none"));
        expect(
                401,
                "a wrong key",
                HttpRequest.newBuilder(server.resolve("/v1/track")).POST(BodyPublishers.ofString(TRACK)));
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.UTF_8));
        expect(
                200,
                path,
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private String expect(int status, String what, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            wrong.add("%s: expected %d, was %d: %s".formatted(what, status, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
