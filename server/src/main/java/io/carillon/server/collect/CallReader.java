package io.carillon.server.collect;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.entity.quarantine.QuarantinedCall.Why;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads a call in quarantine once more, by the rules of today, as it would have been read when it came. */
public final class CallReader {
    private static final String TYPE = "type";
    private static final int ID_LENGTH = 24;

    private final Sources sources;
    private final Cleansing cleansing;

    public CallReader(Sources sources, Cleansing cleansing) {
        this.sources = sources;
        this.cleansing = cleansing;
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /**
         * An event.
         *
         * @param parts what it costs only parts of it
         */
        record Usable(Event event, List<Why> parts) implements Outcome {}

        record Unusable(List<Why> reasons) implements Outcome {}
    }

    /** Reads {@link QuarantinedCall#text}. A call without a messageId gets one that is the same each time. */
    public Outcome read(QuarantinedCall call) {
        if (call.text().getBytes(StandardCharsets.UTF_8).length > Batch.CALL_BYTES_MAX) {
            return unusable(List.of(new Problem(Reason.TOO_LARGE, call.text().length() + " characters")));
        }
        return switch (JsonReader.read(Bytes.utf8(call.text()))) {
            case JsonReader.Parsed.Bad(var _, var where) -> unusable(List.of(new Problem(Reason.BAD_JSON, where)));
            case JsonReader.Parsed.Tree(var root, var _) ->
                switch (read(root, call)) {
                    case Reading.Usable(var event, var problems) ->
                        new Outcome.Usable(event.asReplayed(), whys(problems));
                    case Reading.Unusable(var problems) -> unusable(problems);
                    case Reading.Blocked(var problems) -> unusable(problems);
                };
        };
    }

    private Reading read(Value.Fields root, QuarantinedCall call) {
        var reader = new EventReader(() -> "quarantine-" + call.id(), sources, cleansing);
        Envelope envelope = envelope(call.source(), call.receivedAt(), call.request());
        return type(call.request())
                .map(type -> reader.read(root, type, envelope))
                .orElseGet(() -> Batch.read(root, envelope, reader));
    }

    private static Envelope envelope(String source, Instant receivedAt, Value.Fields request) {
        return new Envelope(
                source,
                receivedAt,
                request.fields("context"),
                request.fields("integrations"),
                request.get("sentAt"),
                Optional.empty());
    }

    private static Optional<EventType> type(Value.Fields request) {
        return request.text(TYPE).flatMap(Batch::type);
    }

    /** As it is kept. Sent again with its messageId, it is the same. */
    public static QuarantinedCall kept(Quarantine.Call call) {
        var request = new LinkedHashMap<>(call.batch().fields());
        call.type().ifPresent(type -> request.put(TYPE, Value.of(type.word())));
        String body = call.call() instanceof Value.Text(var text) ? text : Json.write(call.call());
        if (body.length() > QuarantinedCall.BODY_LENGTH_MAX) body = body.substring(0, QuarantinedCall.BODY_LENGTH_MAX);
        Value.Fields fields = call.call() instanceof Value.Fields known ? known : Value.Fields.NONE;
        Envelope envelope = envelope(call.source(), call.receivedAt(), new Value.Fields(request));
        return new QuarantinedCall(
                id(call, fields, body),
                call.source(),
                call.receivedAt(),
                Times.occurredAt(fields, envelope, new ArrayList<>()),
                name(call, fields),
                new Value.Fields(request),
                body,
                whys(call.problems()),
                Optional.empty(),
                Status.OPEN,
                call.receivedAt());
    }

    private static String id(Quarantine.Call call, Value.Fields fields, String body) {
        String sent = fields.text("messageId").filter(id -> !id.isEmpty()).orElseGet(() -> call.receivedAt() + body);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((call.source() + "\n" + sent + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String name(Quarantine.Call call, Value.Fields fields) {
        String name = fields.text("event")
                .filter(text -> !text.isBlank())
                .or(() -> call.type().map(EventType::word))
                .or(() -> fields.text(TYPE))
                .orElse("");
        return name.length() > EventReader.NAME_LENGTH_MAX ? name.substring(0, EventReader.NAME_LENGTH_MAX) : name;
    }

    private static Outcome unusable(List<Problem> problems) {
        return new Outcome.Unusable(whys(problems));
    }

    private static List<Why> whys(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Why(problem.reason().code(), problem.example()))
                .toList();
    }
}
