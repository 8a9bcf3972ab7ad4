package io.carillon.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;

/** Copies with checksums. What is copied is personal and secret: only its owner may read it. */
final class Copying {
    private static final int PIECE = 1 << 16;

    private Copying() {}

    /** What went through. */
    record Copied(long bytes, String sha256) {}

    /** @param progress told each piece's bytes */
    static Copied copy(InputStream from, OutputStream to, LongConsumer progress) throws IOException {
        MessageDigest digest = sha256();
        var through = new DigestOutputStream(to, digest);
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            through.write(piece, 0, read);
            bytes += read;
            progress.accept(read);
        }
        return new Copied(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Into a file that is not there yet; on disk when it returns. */
    static Copied copy(InputStream from, Path to, LongConsumer progress) throws IOException {
        Path folder = to.getParent();
        if (folder != null) makeFolders(folder);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(to, options, mode(to, "rw-------"))) {
            Copied copied = copy(from, Channels.newOutputStream(channel), progress);
            channel.force(true);
            return copied;
        }
    }

    static void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder, mode(folder, "rwx------"));
    }

    /** The names in it are on disk. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[] {};
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
