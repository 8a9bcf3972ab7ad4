package io.carillon.server.runtime;

import io.carillon.core.codec.Bytes;
import io.carillon.core.identity.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Everything that is kept: the store, and the secret that its ids and links are made with. Lose the secret, and links
 * that were sent lead nowhere.
 */
public record DataFolder(Path path) {
    private static final int KEY_BYTES = 32;

    public Path store() {
        return path.resolve("store");
    }

    /**
     * The secret; drawn when there is none yet.
     *
     * @throws IOException when the folder cannot be used, or the file holds no key
     */
    public SecretKey key() throws IOException {
        Path file = path.resolve("secret.key");
        if (!Files.exists(file)) draw(file);
        String hex = Files.readString(file).strip();
        try {
            return new SecretKey(Bytes.wrap(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no key; expected " + 2 * KEY_BYTES + " hex digits", e);
        }
    }

    /** Whole or not at all: a half-written key would lose every id made with it. */
    private void draw(Path file) throws IOException {
        Files.createDirectories(path);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(
                path,
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(key) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
