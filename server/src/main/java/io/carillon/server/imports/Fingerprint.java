package io.carillon.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names what an import does: the same bytes, from the same source, by the same mapping, is the same import, and is done
 * once.
 */
final class Fingerprint {
    private static final int ID_BYTES = 10;
    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest file = sha256();

    /** Of a file as it lies there. */
    static Fingerprint of(Path path) throws IOException {
        var fingerprint = new Fingerprint();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) fingerprint.add(buffer, read);
        }
        return fingerprint;
    }

    void add(byte[] bytes, int length) {
        file.update(bytes, 0, length);
    }

    /** {@code imp-1f2e…}. */
    String id(ImportOrder order) {
        MessageDigest all = sha256();
        all.update(file.digest());
        text(all, order.source());
        text(all, order.mapping().orElse(""));
        order.wishes().forEach((name, word) -> text(all, name + "=" + word));
        text(all, order.basis().map(Basis::text).orElse(""));
        text(all, order.dryRun() ? "dry" : "");
        text(all, order.again() ? order.at().toString() : "");
        return "imp-" + HexFormat.of().formatHex(all.digest(), 0, ID_BYTES);
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >> 16));
        digest.update((byte) (bytes.length >> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
