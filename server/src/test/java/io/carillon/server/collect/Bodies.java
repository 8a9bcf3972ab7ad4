package io.carillon.server.collect;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bodies by seed: noise, JSON of any shape, calls with odd parts, and each of them damaged or compressed. */
final class Bodies {
    private static final String[] NAMES = {
        "userId",
        "anonymousId",
        "event",
        "type",
        "traits",
        "properties",
        "context",
        "batch",
        "timestamp",
        "sentAt",
        "messageId",
        "groupId",
        "previousId",
        "externalIds",
        "device",
        "phone",
        "id",
        "email",
        "integrations",
        "writeKey",
        "name",
        "",
        "\\u0000",
        "\\ud83d\\ude00",
        "a.b"
    };
    private static final String[] SCALARS = {
        "null",
        "true",
        "0",
        "-0",
        "-1",
        "1e400",
        "1e-400",
        "1e999999999",
        "12345678901234567890123",
        "0.1",
        "1E5",
        "\"\"",
        "\"ada\"",
        "\"null\"",
        "\"track\"",
        "\"identify\"",
        "\"a@b.org\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"2026-03-02T08:00:00.000Z\"",
        "\"2026-13-99T99:99:99.999Z\"",
        "\"+999999999-01-01T00:00:00Z\"",
        "1e17",
        "\"\uD83D\uDE00\"",
        "NaN",
        "'x'",
        "\"9999999999999999999999999\""
    };

    private Bodies() {}

    static byte[] any(Random random) {
        byte[] body = switch (random.nextInt(6)) {
            case 0 -> noise(random);
            case 1 -> utf8(value(random, 0));
            case 2 -> utf8("{\"batch\":[" + call(random) + "," + value(random, 0) + "," + call(random) + "]}");
            case 3 -> utf8("{\"a\":" + "[{\"b\":".repeat(random.nextInt(2_000)));
            default -> utf8(call(random));
        };
        if (random.nextInt(4) == 0 && body.length > 0) body[random.nextInt(body.length)] = (byte) random.nextInt();
        if (random.nextInt(8) == 0) body = Edge.gzip(body);
        return body;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        return noise;
    }

    private static String call(Random random) {
        var out = new StringBuilder("{\"userId\":\"ada\",\"event\":\"E\",\"type\":\"track\"");
        for (int i = random.nextInt(8); i > 0; i--) {
            out.append(",\"")
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append("\":")
                    .append(value(random, 0));
        }
        return out.append('}').toString();
    }

    private static String value(Random random, int depth) {
        int shape = random.nextInt(depth > 4 ? 1 : 4);
        if (shape < 2) return SCALARS[random.nextInt(SCALARS.length)];
        var out = new StringBuilder(shape == 2 ? "[" : "{");
        for (int i = random.nextInt(5); i > 0; i--) {
            if (shape == 3)
                out.append('"').append(NAMES[random.nextInt(NAMES.length)]).append("\":");
            out.append(value(random, depth + 1));
            if (i > 1) out.append(',');
        }
        return out.append(shape == 2 ? ']' : '}').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
