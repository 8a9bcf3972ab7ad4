package io.carillon.server.backup;

import io.carillon.server.runtime.Folders;
import io.carillon.server.runtime.RestoreMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Makes a data folder of a backup: whole, or not at all. */
public final class Restore {
    private Restore() {}

    /**
     * Copies each file, compares it with the manifest, and puts the whole in its place by one rename.
     *
     * @param target is not there, or an empty folder
     * @param moved whether nothing ran after the backup: marketing of runs under way goes on too
     * @throws IOException says which file is missing or changed, or what else stands in the way
     */
    public static Manifest run(Path backup, Path target, boolean moved, LongConsumer progress) throws IOException {
        Manifest manifest = Manifest.in(backup);
        Path place = target.toAbsolutePath().normalize();
        expectRoom(place);
        Path parent = place.getParent();
        if (parent == null) throw new IOException(target + " is the root of a disk; name a folder in it");
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, "." + place.getFileName() + "-restoring-");
        try {
            for (Manifest.Entry entry : manifest.files()) {
                copy(backup.resolve(BackupFolder.DATA).resolve(entry.path()), entry, draft, progress);
            }
            if (!moved) RestoreMark.write(draft, manifest.at());
            Copying.sync(draft);
            Files.deleteIfExists(place);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            Copying.sync(parent);
            return manifest;
        } catch (IOException | RuntimeException e) {
            Folders.delete(draft);
            throw e;
        }
    }

    private static void expectRoom(Path target) throws IOException {
        if (!Files.exists(target)) return;
        if (!Files.isDirectory(target)) throw new IOException(target + " is a file; expected a new or an empty folder");
        try (Stream<Path> paths = Files.list(target)) {
            if (paths.findAny().isEmpty()) return;
        }
        boolean isData = Files.exists(target.resolve("store"));
        throw new IOException("%s is not empty%s; name a new folder, or stop its server and move it away first"
                .formatted(target, isData ? ": it is a data folder" : ""));
    }

    private static void copy(Path from, Manifest.Entry entry, Path draft, LongConsumer progress) throws IOException {
        if (!Files.isRegularFile(from)) throw new IOException("%s is missing from the backup".formatted(from));
        if (Files.size(from) != entry.bytes()) {
            throw new IOException("%s was changed since the backup: it has %d bytes, expected %d"
                    .formatted(from, Files.size(from), entry.bytes()));
        }
        try (InputStream in = Files.newInputStream(from)) {
            Copying.Copied copied = Copying.copy(in, draft.resolve(entry.path()), progress);
            if (!copied.sha256().equals(entry.sha256())) {
                throw new IOException("%s was changed since the backup: its checksum differs".formatted(from));
            }
        }
    }
}
