package io.carillon.server.collect;

import io.carillon.core.codec.Bytes;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Body;
import io.carillon.server.http.Handler;
import io.carillon.server.http.Meters;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import io.carillon.server.json.JsonReader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The routes of the Segment tracking protocol. 200 with {@code {"success":true}} for whatever the protocol accepts, also
 * for calls that are unusable; with {@code ?strict=true} those are a 400 that lists them, and nothing is taken.
 */
public final class Collect {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Answer SUCCESS = Answer.json(200, Value.of(Map.of("success", Value.of(true))));
    private static final int KEY_SHOWN_MAX = 4;

    private final Sources sources;
    private final Intake intake;
    private final Inlet inlet;
    private final Supplier<URI> publicUrl;
    private final InstantSource clock;
    private final CollectMeters meters;
    private final EventReader reader;

    /**
     * Answers nothing until its routes are added.
     *
     * @param publicUrl under which browsers reach this server; asked for per request, as the port may be open until then
     */
    public Collect(Sources sources, Intake intake, Supplier<URI> publicUrl, InstantSource clock, Meters meters) {
        this.sources = sources;
        this.intake = intake;
        this.inlet = intake.inlet();
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.meters = new CollectMeters(meters);
        reader = new EventReader(() -> UUID.randomUUID().toString(), sources, intake.cleansing());
    }

    public void addTo(Routes routes) {
        for (EventType type : EventType.values()) {
            calls(routes, "/v1/" + type.word(), Optional.of(type));
            calls(routes, "/v1/" + type.word().charAt(0), Optional.of(type));
        }
        calls(routes, "/v1/batch", Optional.empty());
        calls(routes, "/v1/b", Optional.empty());
        open(routes, "POST", "/v1/m", this::metric);
        open(routes, "GET", "/v1/projects/{writeKey}/settings", this::settings);
    }

    private void calls(Routes routes, String path, Optional<EventType> type) {
        open(routes, "POST", path, request -> take(request, type));
    }

    private static void open(Routes routes, String method, String path, Handler handler) {
        routes.on(method, path, Cors.open(handler)).on("OPTIONS", path, Cors::preflight);
    }

    /** @param type empty for a batch, whose calls name theirs */
    private Answer take(Request request, Optional<EventType> type) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<String> key = WriteKey.inHeader(request.header("Authorization"));
        String source = key.flatMap(sources::ofKey).orElse(Inlet.UNKNOWN_SOURCE);
        Body body = request.body(type.isPresent() ? Batch.CALL_BYTES_MAX : Batch.BATCH_BYTES_MAX);
        return switch (body) {
            case Body.NoRoom _ -> full();
            case Body.TooLarge(var max) ->
                refuse(
                        400,
                        source,
                        new Problem(Reason.TOO_LARGE, ""),
                        "the body has more than %d bytes".formatted(max));
            case Body.Broken(var status, var detail) ->
                refuse(status, source, new Problem(Reason.BAD_ENCODING, detail), detail);
            case Body.Read(var bytes) ->
                switch (JsonReader.read(bytes, "batch")) {
                    case JsonReader.Parsed.Bad(var message, var where) -> {
                        var problem = new Problem(Reason.BAD_JSON, where);
                        if (!source.equals(Inlet.UNKNOWN_SOURCE)) keep(bytes, type, source, problem, receivedAt);
                        yield refuse(400, source, problem, message);
                    }
                    case JsonReader.Parsed.Tree tree -> take(request, type, tree, key, receivedAt);
                };
        };
    }

    /** As a text: nobody knows what it is. Without room it is only counted. */
    private void keep(Bytes body, Optional<EventType> type, String source, Problem problem, Instant receivedAt) {
        Value text = Value.of(new String(body.unsafeArray(), StandardCharsets.UTF_8));
        intake.quarantine()
                .take(List.of(
                        new Quarantine.Call(source, receivedAt, type, text, Value.Fields.NONE, List.of(problem))));
    }

    private Answer take(
            Request request,
            Optional<EventType> type,
            JsonReader.Parsed.Tree tree,
            Optional<String> key,
            Instant receivedAt) {
        Optional<String> bodyKey = WriteKey.inBody(tree.root());
        Optional<String> source = key.flatMap(sources::ofKey).or(() -> bodyKey.flatMap(sources::ofKey));
        if (source.isEmpty()) return unauthorized(key.or(() -> bodyKey));
        var callerIp = request.caller().map(InetAddress::getHostAddress);
        Value.Fields root = tree.root();
        Tally tally;
        if (type.isPresent()) {
            var envelope = new Envelope(
                    source.get(), receivedAt, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), callerIp);
            tally = new Tally(envelope, type);
            tally.add(root, reader.read(root, type.get(), envelope));
        } else {
            if (!(root.fields().get("batch") instanceof Value.Items calls)) {
                return refuse(400, source.get(), new Problem(Reason.MISSING_BATCH, ""), Reason.MISSING_BATCH.meaning());
            }
            var envelope = new Envelope(
                    source.get(),
                    receivedAt,
                    root.fields("context"),
                    root.fields("integrations"),
                    Fields.said(root, "sentAt"),
                    callerIp);
            tally = Batch.read(calls, tree.measured(), envelope, reader);
        }
        boolean strict = request.query("strict").filter("true"::equals).isPresent();
        return strict && tally.unusable() > 0 ? refuseAll(tally, source.get()) : handOver(tally, source.get());
    }

    private Answer handOver(Tally tally, String source) {
        Taken taken = tally.events().isEmpty() ? Taken.DONE : inlet.receive(tally.events(), PATIENCE);
        if (taken == Taken.DONE && !tally.withheld().isEmpty()) {
            taken = intake.quarantine().take(tally.withheld());
        }
        return switch (taken) {
            case FULL -> full();
            case LATE -> {
                meters.late();
                yield retryLater(
                        503, "late", "not all events were handled within %d s".formatted(PATIENCE.toSeconds()));
            }
            case DONE -> {
                // Only now: what is sent again counts once.
                tally.tell(inlet, source);
                meters.taken(tally);
                intake.seen().accept(tally.events());
                yield SUCCESS;
            }
        };
    }

    private Answer refuseAll(Tally tally, String source) {
        tally.tell(inlet, source);
        meters.refused(tally);
        String message = "%d of %d calls are unusable; nothing was taken".formatted(tally.unusable(), tally.calls());
        var error = Answer.errorValue("unusable_events", message).with("problems", tally.refusals());
        return failure(400, error);
    }

    private Answer unauthorized(Optional<String> key) {
        Problem problem = key.map(text -> new Problem(
                        Reason.UNKNOWN_WRITE_KEY, text.substring(0, Math.min(text.length(), KEY_SHOWN_MAX)) + "…"))
                .orElse(new Problem(Reason.MISSING_WRITE_KEY, ""));
        return refuse(401, Inlet.UNKNOWN_SOURCE, problem, problem.reason().meaning());
    }

    private Answer refuse(int status, String source, Problem problem, String message) {
        inlet.unusable(source, problem.reason().code(), problem.example(), 1);
        meters.refused();
        return failure(status, Answer.errorValue(problem.reason().code(), message));
    }

    private Answer full() {
        meters.full();
        return retryLater(429, "full", "too much is waiting; send it again");
    }

    private Answer retryLater(int status, String code, String message) {
        long reset = clock.instant().getEpochSecond() + 1;
        return failure(status, Answer.errorValue(code, message))
                .with("Retry-After", "1")
                .with("X-RateLimit-Reset", Long.toString(reset));
    }

    private static Answer failure(int status, Value.Fields error) {
        var body = new LinkedHashMap<String, Value>();
        body.put("success", Value.of(false));
        body.put("error", error);
        return Answer.json(status, new Value.Fields(body));
    }

    /** The SDK's figures about itself: nobody asked for them. */
    private Answer metric(Request request) {
        request.body(Batch.BATCH_BYTES_MAX);
        return SUCCESS;
    }

    private Answer settings(Request request) {
        String key = request.path("writeKey");
        if (sources.ofKey(key).isEmpty()) {
            return Answer.error(404, Reason.UNKNOWN_WRITE_KEY.code(), Reason.UNKNOWN_WRITE_KEY.meaning());
        }
        return Answer.json(200, ProjectSettings.of(key, publicUrl.get())).with("Cache-Control", "public, max-age=60");
    }
}
