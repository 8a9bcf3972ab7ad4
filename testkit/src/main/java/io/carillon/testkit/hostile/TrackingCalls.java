package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies of the tracking protocol: calls with odd parts, batches of good and bad ones, and each of them damaged. */
public final class TrackingCalls {
    private static final List<String> NAMES = List.of(
            "userId",
            "anonymousId",
            "event",
            "type",
            "traits",
            "properties",
            "context",
            "batch",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "receivedAt",
            "messageId",
            "groupId",
            "previousId",
            "email",
            "phone",
            "integrations",
            "writeKey",
            "name",
            "category",
            "externalIds",
            "device",
            "id",
            "consent",
            "categoryPreferences",
            "subscriptions",
            "timezone",
            "direct",
            "products");
    private static final List<String> TYPES =
            List.of("identify", "track", "page", "screen", "group", "alias", "TRACK", "delete", "");

    private TrackingCalls() {}

    /** A body of any kind; most can be read. */
    public static byte[] body(Chance chance) {
        byte[] body = utf8(
                switch (chance.between(0, 9)) {
                    case 0 -> JsonTexts.value(chance, NAMES);
                    case 1 -> JsonTexts.nested(chance);
                    case 2 -> "{\"userId\":\"ada\",\"event\":\"E\",\"properties\":" + JsonTexts.nested(chance) + "}";
                    case 3, 4, 5 -> batch(chance.list(0, 6, TrackingCalls::call));
                    default -> call(chance);
                });
        return chance.chance(0.4) ? Damage.of(body, chance) : body;
    }

    /** One call, of the shape that the protocol has; its parts may be anything. */
    public static String call(Chance chance) {
        var parts = new ArrayList<String>();
        parts.add("\"type\":\"" + chance.pick(TYPES) + "\"");
        if (chance.chance(0.7)) parts.add("\"event\":\"Product Added\"");
        if (chance.chance(0.7)) parts.add("\"userId\":\"u" + chance.between(1, 9) + "\"");
        parts.addAll(chance.list(
                0, 8, c -> JsonTexts.name(c, NAMES) + ":" + (c.chance(0.3) ? odd(c) : JsonTexts.value(c, NAMES))));
        return "{" + String.join(",", chance.shuffled(parts)) + "}";
    }

    /** A call that is surely taken, known again by its message id. */
    public static String good(String messageId) {
        return "{\"type\":\"track\",\"event\":\"Good\",\"userId\":\"grace\",\"messageId\":\"%s\",\"properties\":{\"n\":1}}"
                .formatted(messageId);
    }

    public static String batch(List<String> calls) {
        return "{\"batch\":[" + String.join(",", calls) + "],\"sentAt\":\"2026-03-02T09:00:00.000Z\"}";
    }

    public static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A few kilobytes that inflate to so many bytes of blanks. */
    public static byte[] gzipBomb(int bytes) {
        return gzip(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands where a part with a meaning should. */
    private static String odd(Chance chance) {
        return switch (chance.between(0, 3)) {
            case 0 -> "[{\"id\":%s,\"type\":%s}]".formatted(JsonTexts.text(chance), JsonTexts.text(chance));
            case 1 -> "{\"email\":%s,\"timezone\":%s}".formatted(JsonTexts.text(chance), JsonTexts.text(chance));
            case 2 -> "[" + "[".repeat(chance.between(0, 70)) + "]".repeat(chance.between(0, 70)) + "]";
            default -> "\"" + "x".repeat(chance.pick(List.of(99, 100, 101, 499, 500, 501, 600))) + "\"";
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
