package io.carillon.server;

import io.carillon.server.client.ApiClient;
import io.carillon.server.http.ApiToken;
import io.carillon.server.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The server that has a data folder open, if one has. */
record OpenServer(Settings settings, Optional<String> url, Optional<String> token) {
    private static final String TOKEN_VARIABLE = "CARILLON_API_TOKEN";

    /** A server holds a lock on its store as long as it lives. */
    boolean isThere() throws IOException {
        if (url.isPresent()) return true;
        Path lock = settings.data().resolve("store").resolve("LOCK");
        if (!Files.exists(lock)) return false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        }
    }

    /** What to do when nothing answers, where that is not said by the address that was given. */
    Optional<String> elsewhere() {
        return url.isPresent()
                ? Optional.empty()
                : Optional.of("a server has %s open, but not at this port; name it by --server URL"
                        .formatted(settings.data()));
    }

    /** @throws IllegalArgumentException when there is no token, or the address is none */
    ApiClient client() throws IOException {
        Optional<String> bearer = bearer();
        if (bearer.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no API token to ask the server with; expected " + TOKEN_VARIABLE + " or --token");
        }
        String at = url.orElseGet(() -> "http://%s:%d".formatted(reachable(settings.host()), settings.port()));
        try {
            return new ApiClient(URI.create(at.replaceAll("/+$", "")), bearer.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--server: \"%s\" is not a server's address; expected e.g. http://127.0.0.1:8080".formatted(at), e);
        }
    }

    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }

    private Optional<String> bearer() throws IOException {
        String given = token.orElseGet(() -> System.getenv().getOrDefault(TOKEN_VARIABLE, ""))
                .strip();
        if (!given.isEmpty()) return Optional.of(given);
        Path kept = settings.data().resolve(ApiToken.FILE);
        return Files.isReadable(kept)
                ? Optional.of(Files.readString(kept, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }
}
