package io.carillon.server.doctor;

import io.carillon.core.value.Value;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The data folder as files. */
public final class Disk {
    private static final String DISK = "disk";
    private static final long FREE_MIN = 1L << 30;
    private static final int FREE_PART_MIN = 20;

    private Disk() {}

    public static void look(Path data, Diagnosis diagnosis) {
        try {
            diagnosis.note(
                    DISK, "data folder", data.toAbsolutePath().normalize().toString());
            FileStore disk = Files.getFileStore(data);
            long free = disk.getUsableSpace();
            long total = disk.getTotalSpace();
            diagnosis.note(DISK, "free", Value.of(free), "%s of %s".formatted(Amount.bytes(free), Amount.bytes(total)));
            if (free < FREE_MIN || free < total / FREE_PART_MIN) {
                diagnosis.problem(
                        "the disk of %s has %s left".formatted(data, Amount.bytes(free)),
                        "make room or move to a larger disk: a full one stops the server");
            }
            used(data, diagnosis);
            for (String secret : List.of("secret.key", "api-token")) expectPrivate(data.resolve(secret), diagnosis);
        } catch (IOException e) {
            diagnosis.problem(
                    "the data folder %s cannot be looked at: %s".formatted(data, e),
                    "check that it is there and that this user may read it");
        }
    }

    private static void used(Path data, Diagnosis diagnosis) throws IOException {
        long store = 0;
        long others = 0;
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.toList()) {
                if (!Files.isRegularFile(path)) continue;
                var file = Files.readAttributes(path, BasicFileAttributes.class);
                if (!path.startsWith(data.resolve("store"))) {
                    others += file.size();
                    continue;
                }
                store += file.size();
                Instant changed = file.lastModifiedTime().toInstant();
                if (changed.isBefore(oldest)) oldest = changed;
                if (changed.isAfter(newest)) newest = changed;
            }
        }
        diagnosis.note(DISK, "store", Value.of(store), Amount.bytes(store));
        diagnosis.note(DISK, "other files", Value.of(others), Amount.bytes(others));
        if (oldest.isAfter(newest)) return;
        diagnosis.note(DISK, "oldest file of the store", oldest.toString());
        diagnosis.note(DISK, "newest file of the store", newest.toString());
    }

    private static void expectPrivate(Path secret, Diagnosis diagnosis) throws IOException {
        if (!Files.exists(secret)
                || !secret.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        var may = Files.getPosixFilePermissions(secret);
        if (may.contains(PosixFilePermission.GROUP_READ) || may.contains(PosixFilePermission.OTHERS_READ)) {
            diagnosis.problem("others may read the secret in " + secret, "chmod 600 " + secret);
        }
    }
}
