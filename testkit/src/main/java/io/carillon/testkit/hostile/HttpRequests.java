package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as bytes on the wire: right ones with one thing wrong, and damaged ones. */
public final class HttpRequests {
    private static final List<String> PATHS = List.of(
            "/v1/track",
            "/v1/t",
            "/v1/batch",
            "/v1/identify?strict=true",
            "/v1/track?strict=%zz",
            "/v1/track?strict=%",
            "/v1/track?strict=%ff%fe",
            "/v1/track?" + "a=b&".repeat(200),
            "/v1/track?=&&==",
            "/v1/%74rack",
            "/v1/track%00",
            "/v1//track",
            "/v1/../v1/track",
            "/v1/track;x=1",
            "/v1/projects/%zz/settings",
            "/v1/projects/%ff/settings",
            "/v1/projects/%00/settings",
            "/v1/projects/" + "k".repeat(2_000) + "/settings",
            "http://[::1/v1/track",
            "http://example.org/v1/track",
            "*",
            "/",
            "",
            "/\u00e4",
            "/v1/{x}",
            "/v1/track#fragment");
    private static final List<String> METHODS = List.of(
            "POST", "POST", "POST", "GET", "OPTIONS", "HEAD", "PUT", "TRACE", "CONNECT", "post", "P\u0000ST", "");
    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json",
            "Content-Type: \u00e4\u00f6",
            "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Content-Encoding: gzip, gzip",
            "Content-Encoding: ",
            "Content-Encoding: identity",
            "Authorization: Basic",
            "Authorization: Basic !!!!",
            "Authorization: Basic c2l0ZS1rZXk=",
            "Authorization: Bearer \u0001",
            "Authorization: Bearer " + "x".repeat(3_000),
            "X-Forwarded-For: 1.2.3.4, not-an-address, ::1%eth0, 999.1.1.1",
            "X-Forwarded-For: " + "1.1.1.1,".repeat(500),
            "Origin: null",
            "Origin: \u00e4",
            "Access-Control-Request-Headers: " + "x,".repeat(500),
            "Expect: 100-continue",
            "Expect: nothing",
            "Connection: close",
            "Connection: upgrade",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "HTTP2-Settings: AAA",
            "Cookie: a=b",
            "Host: other.example:99999",
            "Host: [::",
            ": no name",
            "no colon",
            " folded: yes",
            "X-\u0000: y",
            "X: " + "y".repeat(20_000));
    private static final List<String> LENGTHS = List.of(
            "Content-Length: -1",
            "Content-Length: 0",
            "Content-Length: 5",
            "Content-Length: 99999999999999999999",
            "Content-Length: 2147483648",
            "Content-Length: 1e3",
            "Content-Length: 0x10",
            "Content-Length: ",
            "Content-Length: 5\r\nContent-Length: 6",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "Transfer-Encoding: \u000bchunked");
    private static final List<String> SIZES = List.of(
            "-1",
            "ffffffff",
            "7fffffffffffffff",
            "fffffffffffffffff",
            "zz",
            "",
            " 5",
            "0x5",
            "5;ext=\u0000",
            "00000000005");

    private HttpRequests() {}

    /**
     * A request that need not be one.
     *
     * @param authorization a header that the server accepts, sent with most requests
     * @param body what would be sent if nothing else were wrong
     */
    public static byte[] any(Chance chance, String authorization, byte[] body) {
        byte[] sent = chance.chance(0.15) ? TrackingCalls.gzip(body) : body;
        boolean chunked = chance.chance(0.3);
        boolean lengthIsWrong = chance.chance(0.25);
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder()
                .append(chance.chance(0.8) ? "POST" : chance.pick(METHODS))
                .append(' ')
                .append(chance.chance(0.5) ? "/v1/track" : chance.pick(PATHS))
                .append(
                        chance.chance(0.9)
                                ? " HTTP/1.1\r\n"
                                : chance.pick(List.of(" HTTP/1.0\r\n", " HTTP/9.9\r\n", "\r\n", "\n")))
                .append("Host: x\r\n");
        if (chance.chance(0.8)) head.append(authorization).append("\r\n");
        for (String header : chance.list(0, 2, c -> c.pick(HEADERS)))
            head.append(header).append("\r\n");
        if (lengthIsWrong) head.append(chance.pick(LENGTHS)).append("\r\n");
        else if (chunked) head.append("Transfer-Encoding: chunked\r\n");
        else head.append("Content-Length: ").append(sent.length).append("\r\n");
        head.append("\r\n");
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(chunked ? chunks(chance, sent) : sent);
        byte[] request = out.toByteArray();
        return chance.chance(0.2) ? Damage.of(request, chance) : request;
    }

    private static byte[] chunks(Chance chance, byte[] body) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int size = Math.min(body.length - at, chance.between(1, 700));
            String said = chance.chance(0.05) ? chance.pick(SIZES) : Integer.toHexString(size);
            out.writeBytes((said + (chance.chance(0.97) ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
            out.write(body, at, size);
            if (chance.chance(0.97)) out.writeBytes(new byte[] {'\r', '\n'});
            at += size;
        }
        if (chance.chance(0.9)) out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        else if (chance.chance(0.5)) out.writeBytes("0\r\nTrailer: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
