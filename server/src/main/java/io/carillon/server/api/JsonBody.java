package io.carillon.server.api;

import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Body;
import io.carillon.server.http.Request;
import io.carillon.server.json.JsonReader;

/** The JSON object in a request's body, or the answer that says why there is none. */
public sealed interface JsonBody {
    int BYTES_MAX = 256 * 1024;

    record Given(Value.Fields fields) implements JsonBody {}

    record Refused(Answer answer) implements JsonBody {}

    static JsonBody of(Request request) {
        return of(request, BYTES_MAX);
    }

    static JsonBody of(Request request, int bytesMax) {
        return switch (request.body(bytesMax)) {
            case Body.TooLarge(var max) -> refused(413, "too_large", "the body has more than %d bytes".formatted(max));
            case Body.Broken(var status, var detail) -> refused(status, "bad_encoding", detail);
            case Body.NoRoom _ ->
                new Refused(Answer.error(429, "full", "too much is waiting; send it again")
                        .with("Retry-After", "1"));
            case Body.Read(var bytes) ->
                switch (JsonReader.read(bytes)) {
                    case JsonReader.Parsed.Bad(var message, var _) -> refused(400, "bad_json", message);
                    case JsonReader.Parsed.Tree tree -> new Given(tree.root());
                };
        };
    }

    private static Refused refused(int status, String code, String message) {
        return new Refused(Answer.error(status, code, message));
    }
}
