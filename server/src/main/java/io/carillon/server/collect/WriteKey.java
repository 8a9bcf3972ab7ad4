package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Where senders put their write key: user name of Basic, bearer token, or {@code writeKey} in the body. */
final class WriteKey {
    private static final int LENGTH_MAX = 500;

    private WriteKey() {}

    static Optional<String> inHeader(Optional<String> authorization) {
        return authorization.flatMap(WriteKey::ofHeader).filter(WriteKey::fits);
    }

    /** Of the request, else of the first call in its batch. */
    static Optional<String> inBody(Value.Fields root) {
        Stream<String> ofCall = root.get("batch").stream()
                .filter(Value.Items.class::isInstance)
                .flatMap(batch -> ((Value.Items) batch).items().stream().limit(1))
                .filter(Value.Fields.class::isInstance)
                .flatMap(call -> ((Value.Fields) call).text("writeKey").stream());
        return Stream.concat(root.text("writeKey").stream(), ofCall)
                .filter(WriteKey::fits)
                .findFirst();
    }

    private static boolean fits(String key) {
        return !key.isEmpty() && key.length() <= LENGTH_MAX;
    }

    private static Optional<String> ofHeader(String header) {
        int blank = header.indexOf(' ');
        if (blank < 0) return Optional.empty();
        String scheme = header.substring(0, blank);
        String credentials = header.substring(blank + 1).strip();
        if (scheme.equalsIgnoreCase("bearer")) return Optional.of(credentials);
        if (!scheme.equalsIgnoreCase("basic")) return Optional.empty();
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            // Strictly there is a colon; senders forget it.
            return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
