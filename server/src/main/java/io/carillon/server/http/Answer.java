package io.carillon.server.http;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to a caller.
 *
 * @param contentType empty when there is no body
 * @param headers besides Content-Type and Content-Length
 * @param rest writes more, after the body; its length is not known before
 */
public record Answer(int status, String contentType, Bytes body, List<Extra> headers, Optional<Rest> rest) {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";

    /** One more header. */
    public record Extra(String name, String value) {}

    /** Written as it is made, however long it is. What fails ends the connection, so that nobody takes a part for all. */
    @FunctionalInterface
    public interface Rest {
        void writeTo(OutputStream out) throws IOException;
    }

    public Answer {
        headers = List.copyOf(headers);
    }

    public Answer(int status, String contentType, Bytes body, List<Extra> headers) {
        this(status, contentType, body, headers, Optional.empty());
    }

    public static Answer written(String contentType, Rest rest) {
        return new Answer(200, contentType, Bytes.EMPTY, List.of(), Optional.of(rest));
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, Bytes.utf8(body), List.of());
    }

    public static Answer json(int status, Value body) {
        return of(status, JSON, Json.write(body));
    }

    public static Answer empty(int status) {
        return new Answer(status, "", Bytes.EMPTY, List.of());
    }

    /**
     * {@code {"error": {"code": …, "message": …}}}.
     *
     * @param code short and stable, for programs: {@code not_found}
     * @param message for people: the place, the value and what was expected
     */
    public static Answer error(int status, String code, String message) {
        return json(status, Value.of(Map.of("error", errorValue(code, message))));
    }

    public static Value.Fields errorValue(String code, String message) {
        var error = new LinkedHashMap<String, Value>();
        error.put("code", Value.of(code));
        error.put("message", Value.of(message));
        return new Value.Fields(error);
    }

    public Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Extra(name, value));
        return new Answer(status, contentType, body, more, rest);
    }
}
