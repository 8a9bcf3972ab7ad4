package io.carillon.server.client;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a server's API.
 *
 * @param server its base, without a slash at its end
 * @param token for {@code Authorization: Bearer}
 */
public record ApiClient(URI server, String token) {
    private static final int ANSWER_BYTES_MAX = 16 << 20;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** What came of asking. */
    public sealed interface Outcome {
        /** The server did as it was told. */
        record Done(Value.Fields body) implements Outcome {}

        /** The server said no. */
        record Refused(int status, Value.Fields body) implements Outcome {
            /** In the server's words. */
            public String message() {
                return body.fields("error").text("message").orElse("refused") + " (" + status + ")";
            }
        }

        /**
         * There was no answer, or none of a Carillon server.
         *
         * @param why as a sentence, with the address
         */
        record Failed(String why) implements Outcome {}
    }

    /** What came of asking for something that may be long. */
    public sealed interface Download {
        /** To be read to its end and closed. */
        record Begun(InputStream content, HttpHeaders headers) implements Download {
            public Optional<String> header(String name) {
                return headers.firstValue(name);
            }
        }

        /**
         * There is nothing to read.
         *
         * @param why as a sentence
         */
        record Failed(String why) implements Download {}
    }

    /** As it comes in; however long it takes once it has begun. */
    public Download download(String path) {
        // Not closed here: that would wait for the end of what is only begun.
        var client = client();
        return this.<Download>trying(Download.Failed::new, () -> {
            HttpResponse<InputStream> answer =
                    client.send(authorized(HttpRequest.newBuilder(at(path))), BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) return new Download.Begun(answer.body(), answer.headers());
            try (InputStream refusal = answer.body()) {
                return switch (read(answer.statusCode(), refusal.readNBytes(ANSWER_BYTES_MAX))) {
                    case Outcome.Refused refused -> new Download.Failed(refused.message());
                    case Outcome.Failed(var why) -> new Download.Failed(why);
                    case Outcome.Done _ -> new Download.Failed("%s answered otherwise than a backup".formatted(server));
                };
            }
        });
    }

    public Outcome get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    public Outcome put(String path, Value.Fields body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.write(body))));
    }

    public Outcome post(String path, Value.Fields body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** Sends a file as it lies there, however long it takes. */
    public Outcome putFile(String path, Path file) {
        try (var client = client()) {
            return trying(Outcome.Failed::new, () -> {
                var request = HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/octet-stream")
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.ofFile(file))
                        .build();
                var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
                return read(answer.statusCode(), answer.body());
            });
        }
    }

    private URI at(String path) {
        return URI.create(server + path);
    }

    private Outcome send(HttpRequest.Builder request) {
        try (var client = client()) {
            return trying(Outcome.Failed::new, () -> {
                var answer = client.send(
                        authorized(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
                return read(answer.statusCode(), answer.body());
            });
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build();
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token)
                .timeout(ANSWER_MAX)
                .build();
    }

    private interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    /** @param failed makes an outcome of a sentence that says why there is no answer */
    private <T> T trying(Function<String, T> failed, Call<T> call) {
        try {
            return call.make();
        } catch (IllegalArgumentException e) {
            return failed.apply("the token has characters that no token has");
        } catch (ConnectException e) {
            return failed.apply("nothing answers at %s; is the server running?".formatted(server));
        } catch (HttpTimeoutException e) {
            return failed.apply("%s did not answer in time".formatted(server));
        } catch (IOException e) {
            return failed.apply("%s: %s"
                    .formatted(
                            server,
                            Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply("interrupted");
        }
    }

    private Outcome read(int status, byte[] answer) {
        if (!(JsonReader.read(Bytes.wrap(answer)) instanceof JsonReader.Parsed.Tree(var body, var _))) {
            return new Outcome.Failed(
                    "%s answered %d without JSON; is it a Carillon server?".formatted(server, status));
        }
        return status / 100 == 2 ? new Outcome.Done(body) : new Outcome.Refused(status, body);
    }
}
