package io.carillon.server.http;

import io.carillon.core.codec.Bytes;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body within its limits; inflates gzip. Never holds more than the limit and one piece. */
final class BodyReader {
    /** So much is read and thrown away to let a sender read the refusal, before the connection is cut. */
    private static final long DRAINED_BYTES_MAX = 4L << 20;

    private BodyReader() {}

    static Body read(ServerRequest request, int bytesMax, BodyRoom.Share share) {
        try {
            return readAll(request, bytesMax, share);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Chunks that are none: where the next request begins nobody can tell, so the connection ends.
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .status(Status.BAD_REQUEST_400)
                    .setKeepAlive(false)
                    .message("the body is not sent as HTTP says")
                    .build();
        }
    }

    private static Body readAll(ServerRequest request, int bytesMax, BodyRoom.Share share) {
        if (!request.content().hasEntity()) return new Body.Read(Bytes.EMPTY);
        String encoding = request.headers()
                .first(HeaderNames.CONTENT_ENCODING)
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.equals("identity")) {
            return new Body.Broken(
                    415, "Content-Encoding \"%s\" is not known; expected gzip or none".formatted(encoding));
        }
        long announced = request.headers().contentLength().orElse(-1);
        InputStream wire = request.content().inputStream();
        try {
            if (announced > bytesMax) {
                drain(wire);
                return new Body.TooLarge(bytesMax);
            }
            Body body = gzip
                    ? fill(new GZIPInputStream(wire, 4096), 4 * Math.max(announced, 512), bytesMax, share)
                    : fill(wire, announced, bytesMax, share);
            if (!(body instanceof Body.Read)) drain(wire);
            return body;
        } catch (ZipException e) {
            return drained(wire, new Body.Broken(400, "the body is not gzip, though its Content-Encoding says so"));
        } catch (IOException | DataReader.InsufficientDataAvailableException e) {
            return new Body.Broken(400, "the body ended before its time");
        }
    }

    private static Body fill(InputStream in, long expected, int bytesMax, BodyRoom.Share share) throws IOException {
        // One byte more than expected, so that the end is seen without another copy.
        int first = Math.clamp(expected + 1, 512, BodyRoom.PIECE_BYTES);
        byte[] buffer = new byte[Math.min(first, bytesMax + 1)];
        int size = 0;
        if (!share.grow(buffer.length)) return new Body.NoRoom();
        while (true) {
            int read = in.read(buffer, size, buffer.length - size);
            if (read < 0) return new Body.Read(Bytes.wrap(Arrays.copyOf(buffer, size)));
            size += read;
            if (size > bytesMax) return new Body.TooLarge(bytesMax);
            if (size == buffer.length) {
                int grown = Math.min(buffer.length * 2, bytesMax + 1);
                if (!share.grow(grown)) return new Body.NoRoom();
                buffer = Arrays.copyOf(buffer, grown);
            }
        }
    }

    private static Body drained(InputStream wire, Body body) {
        try {
            drain(wire);
        } catch (IOException | DataReader.InsufficientDataAvailableException e) {
            return body; // the sender is gone; there is nobody to tell
        }
        return body;
    }

    private static void drain(InputStream wire) throws IOException {
        byte[] sink = new byte[BodyRoom.PIECE_BYTES];
        long left = DRAINED_BYTES_MAX;
        while (left > 0) {
            int read = wire.read(sink);
            if (read < 0) return;
            left -= read;
        }
    }
}
