package io.carillon.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administrator's bearer token for {@code /api}. Never printed but where it is made. */
public final class ApiToken {
    public static final String FILE = "api-token";
    private static final Logger LOG = LoggerFactory.getLogger(ApiToken.class);
    private static final int BYTES = 24;
    private static final int LENGTH_ADVISED = 16;
    private static final int FILE_BYTES_MAX = 4096;

    private final byte[] digest;

    private ApiToken(String text) {
        digest = digest(text);
    }

    /**
     * A token that somebody chose; one that can be guessed gets a warning in the log.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public static ApiToken of(String text) {
        String token = text.strip();
        if (token.isEmpty()) throw new IllegalArgumentException("an API token is not blank");
        if (token.length() < LENGTH_ADVISED) {
            LOG.warn(
                    "the API token has {} characters and may be guessed; {} or more are advised",
                    token.length(),
                    LENGTH_ADVISED);
        }
        return new ApiToken(token);
    }

    /** A token from the data folder. */
    public record Kept(ApiToken token, String text, boolean isNew) {
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    /**
     * The token kept in a folder; one is made when there is none, readable by its owner only.
     *
     * @throws IOException when the file cannot be read or written
     */
    public static Kept keptIn(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            if (Files.size(file) > FILE_BYTES_MAX) throw new IOException(file + " is too large to be a token");
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) throw new IOException(file + " holds no token; delete it to have one made");
            return new Kept(of(text), text, false);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(file, text + "\n");
        return new Kept(of(text), text, true);
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(draft);
        }
        try (var channel = Files.newByteChannel(draft, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes as long for a near miss as for a far one: digests are compared, which are all of one length. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(digest, digest(text));
    }

    /** A handler that answers only who carries the token. */
    public Handler guard(Handler handler) {
        return request -> {
            String header = request.header("Authorization").orElse("");
            boolean bearer = header.regionMatches(true, 0, "Bearer ", 0, 7);
            // Compared also when there is none: no token, a short one and a wrong one go the same way.
            if (matches(bearer ? header.substring(7).strip() : "")) return handler.handle(request);
            return Answer.error(401, "unauthorized", "this needs Authorization: Bearer and the API token")
                    .with("WWW-Authenticate", "Bearer");
        };
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
