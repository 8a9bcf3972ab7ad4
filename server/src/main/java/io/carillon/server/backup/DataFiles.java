package io.carillon.server.backup;

import io.carillon.server.imports.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a data folder that a backup holds: all, but for what a start makes anew. */
final class DataFiles {
    /** Begins the names of what is there for a moment only. */
    static final String PASSING = ".backup-";

    private DataFiles() {}

    /**
     * One file.
     *
     * @param path in the data folder, with slashes
     * @param file where it is read
     */
    record DataFile(String path, Path file) {}

    /**
     * In the order of their paths.
     *
     * @param store where the store's files are read: in the folder, or a copy of one instant
     */
    static List<DataFile> of(Path data, Path store) throws IOException {
        var files = new ArrayList<DataFile>();
        collect(data, "", files);
        files.removeIf(file -> file.path().startsWith("store/"));
        collect(store, "store/", files);
        files.sort((one, other) -> one.path().compareTo(other.path()));
        return files;
    }

    private static void collect(Path folder, String prefix, List<DataFile> into) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                if (!Files.isRegularFile(path)) continue;
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!isPassing(name)) into.add(new DataFile(prefix + name, path));
            }
        }
    }

    private static boolean isPassing(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        // How far an import is speaks of this store as it goes on: with a copy of it rows would be missing.
        return name.startsWith(PASSING)
                || name.startsWith(Imports.FOLDER + "/")
                || last.endsWith(".new")
                || last.equals("LOCK")
                || last.equals("LOG")
                || last.startsWith("LOG.old");
    }
}
