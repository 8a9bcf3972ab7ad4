package io.carillon.server.client;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

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

    private URI at(String path) {
        return URI.create(server + path);
    }

    private Outcome send(HttpRequest.Builder request) {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build()) {
            HttpRequest whole = request.header("Authorization", "Bearer " + token)
                    .timeout(ANSWER_MAX)
                    .build();
            return read(client.send(whole, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX)));
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed("the token has characters that no token has");
        } catch (ConnectException e) {
            return new Outcome.Failed("nothing answers at %s; is the server running?".formatted(server));
        } catch (HttpTimeoutException e) {
            return new Outcome.Failed("%s did not answer in time".formatted(server));
        } catch (IOException e) {
            return new Outcome.Failed("%s: %s"
                    .formatted(
                            server,
                            Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private Outcome read(HttpResponse<byte[]> answer) {
        if (!(JsonReader.read(Bytes.wrap(answer.body())) instanceof JsonReader.Parsed.Tree(var body, var _))) {
            return new Outcome.Failed(
                    "%s answered %d without JSON; is it a Carillon server?".formatted(server, answer.statusCode()));
        }
        return answer.statusCode() / 100 == 2 ? new Outcome.Done(body) : new Outcome.Refused(answer.statusCode(), body);
    }
}
