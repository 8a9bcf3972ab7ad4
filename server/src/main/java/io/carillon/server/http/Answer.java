package io.carillon.server.http;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back to a caller.
 *
 * @param contentType empty when there is no body
 * @param headers besides Content-Type and Content-Length
 */
public record Answer(int status, String contentType, Bytes body, List<Extra> headers) {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";

    /** One more header. */
    public record Extra(String name, String value) {}

    public Answer {
        headers = List.copyOf(headers);
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
        return new Answer(status, contentType, body, more);
    }
}
