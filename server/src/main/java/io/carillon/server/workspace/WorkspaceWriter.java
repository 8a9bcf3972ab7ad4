package io.carillon.server.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a workspace's files into a folder, and nowhere else. */
public final class WorkspaceWriter {
    private WorkspaceWriter() {}

    /** What came of writing. */
    public sealed interface Outcome {
        /**
         * All are there.
         *
         * @param changed how many files are new or differ from before
         */
        record Written(int changed) implements Outcome {}

        /**
         * Nothing was written.
         *
         * @param reasons one for each file that stood in the way
         */
        record Refused(List<String> reasons) implements Outcome {}
    }

    /**
     * Writes all files, or none. Other files in the folder are left alone.
     *
     * @param overwrite whether a file that differs is written over
     * @throws IOException when the folder cannot be written to
     */
    public static Outcome write(Path folder, SortedMap<String, String> texts, boolean overwrite) throws IOException {
        var reasons = new ArrayList<String>();
        var changed = new TreeMap<Path, String>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            String shown = WorkspacePath.shown(file.getKey());
            Optional<Path> path = WorkspacePath.in(folder, file.getKey());
            if (path.isEmpty()) {
                reasons.add(shown + " " + WorkspacePath.EXPECTED);
            } else if (isLinked(folder, path.get())) {
                reasons.add(shown + " is, or is behind, a symbolic link: it may lead out of the folder");
            } else if (!Files.exists(path.get())) {
                changed.put(path.get(), file.getValue());
            } else if (!holds(path.get(), file.getValue())) {
                if (!overwrite) reasons.add(shown + " is there and differs");
                changed.put(path.get(), file.getValue());
            }
        }
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        for (Map.Entry<Path, String> file : changed.entrySet()) write(file.getKey(), file.getValue());
        return new Outcome.Written(changed.size());
    }

    private static boolean isLinked(Path folder, Path file) {
        Path at = folder;
        for (Path part : folder.relativize(file)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) return true;
        }
        return false;
    }

    private static boolean holds(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** Whole or not at all. */
    private static void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".pull", ".new");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
