package io.carillon.server.settings;

import io.carillon.server.http.TrustedProxies;
import io.carillon.server.logging.LogFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every machine setting, checked.
 *
 * @param port 0 for any free one
 * @param workspace the folder to publish at start, if any
 * @param publicUrl base of every link; without it {@code http://localhost:PORT}
 * @param shards how many threads run entities, 1 to {@value #SHARDS_MAX}
 * @param origins each setting's text and where it stands, for {@code doctor}; none that is neither set nor has a default
 */
public record Settings(
        int port,
        String host,
        Path data,
        Optional<Path> workspace,
        Optional<URI> publicUrl,
        TrustedProxies trustedProxies,
        int shards,
        LogFormat logFormat,
        Map<Setting, Sourced<String>> origins) {
    public static final int SHARDS_MAX = 64;

    public Settings {
        origins = new EnumMap<>(origins);
    }

    /**
     * The base of every link.
     *
     * @param boundPort the port listened on, which {@link #port} may leave open
     */
    public URI publicUrl(int boundPort) {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + boundPort));
    }
}
