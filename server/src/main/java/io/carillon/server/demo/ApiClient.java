package io.carillon.server.demo;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Reads the management API, as any other program would. */
final class ApiClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    ApiClient(String token) {
        this.token = token;
    }

    /** What is at a path; nothing when it is not there. */
    Optional<Value.Fields> get(URI server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) return Optional.empty();
        return JsonReader.read(Bytes.wrap(answer.body())) instanceof JsonReader.Parsed.Tree tree
                ? Optional.of(tree.root())
                : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
