package io.carillon.server.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A folder that becomes a backup. What fails leaves it as it was: empty. */
public final class BackupFolder {
    public static final String DATA = "data";
    private final Path folder;
    private final Map<String, Path> known = new HashMap<>();
    private final List<Manifest.Entry> written = new ArrayList<>();

    /**
     * Takes a folder; it is made when it is not there.
     *
     * @param base an earlier backup on the same disk: what is in it already is linked, not kept twice
     * @throws IOException when the folder has something in it, or cannot be made
     */
    public BackupFolder(Path folder, Optional<Path> base) throws IOException {
        this.folder = folder;
        Copying.makeFolders(folder);
        try (Stream<Path> paths = Files.list(folder)) {
            if (paths.findAny().isPresent()) {
                boolean isBackup = Files.exists(folder.resolve(Manifest.FILE));
                throw new IOException("%s is not empty%s; name a new folder"
                        .formatted(folder, isBackup ? ": there is a backup in it" : ""));
            }
        }
        if (base.isPresent()) {
            for (Manifest.Entry file : Manifest.in(base.get()).files()) {
                known.put(file.sha256(), base.get().resolve(DATA).resolve(file.path()));
            }
        }
    }

    /**
     * Takes in what a running server sends.
     *
     * @param progress told the bytes of each piece
     * @throws IOException when it is not whole, or the disk does not take it
     */
    public Manifest receive(InputStream sent, LongConsumer progress) throws IOException {
        try (var zip = new ZipInputStream(sent)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(Manifest.FILE)) {
                    byte[] text = zip.readNBytes(Manifest.BYTES_MAX);
                    return finish(Manifest.read(new String(text, StandardCharsets.UTF_8), "what was sent"));
                }
                if (!name.startsWith(DATA + "/") || !Manifest.staysInside(name)) {
                    throw new IOException("what was sent is no backup: it has a file \"%s\"".formatted(name));
                }
                take(name.substring(DATA.length() + 1), zip, progress);
            }
            throw new IOException("the backup broke off before its end");
        } catch (ZipException e) {
            throw new IOException("the backup was damaged on its way: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            undo();
            throw e;
        }
    }

    /**
     * Takes the files of a data folder that no server has open; none can be started on it meanwhile.
     *
     * @throws IOException when a server has it open, it is none, or something cannot be read or written
     */
    public Manifest copy(Path data, String version, LongConsumer progress) throws IOException {
        Path store = data.resolve("store");
        if (!Files.isRegularFile(store.resolve("CURRENT"))) {
            throw new IOException("%s is no data folder: it has no store".formatted(data));
        }
        try (FileChannel lock =
                        FileChannel.open(store.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.tryLock()) {
            if (held == null) {
                throw new IOException(
                        "%s is in use by a running server: leave --data out to ask the server".formatted(data));
            }
            Instant at = Instant.now();
            for (var file : DataFiles.of(data, store)) {
                try (InputStream in = Files.newInputStream(file.file())) {
                    take(file.path(), in, progress);
                }
            }
            return finish(new Manifest(at, version, false, List.copyOf(written)));
        } catch (IOException | RuntimeException e) {
            undo();
            throw e;
        }
    }

    private void take(String path, InputStream content, LongConsumer progress) throws IOException {
        Path file = folder.resolve(DATA).resolve(path);
        Copying.Copied copied = Copying.copy(content, file, progress);
        written.add(new Manifest.Entry(path, copied.bytes(), copied.sha256()));
        Path same = known.get(copied.sha256());
        if (same == null || !Files.isRegularFile(same) || Files.size(same) != copied.bytes()) return;
        Files.delete(file);
        Files.createLink(file, same);
    }

    /** The manifest makes it a backup. */
    private Manifest finish(Manifest manifest) throws IOException {
        if (!manifest.files().equals(written)) {
            throw new IOException("the backup was damaged on its way: files differ from their checksums");
        }
        try (InputStream text = new ByteArrayInputStream(manifest.text().getBytes(StandardCharsets.UTF_8))) {
            Copying.copy(text, folder.resolve(Manifest.FILE), _ -> {});
        }
        Copying.sync(folder);
        return manifest;
    }

    private void undo() {
        try {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path :
                        paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                    if (!path.equals(folder)) Files.delete(path);
                }
            }
        } catch (IOException e) {
            // It has no manifest, and is none.
        }
    }
}
