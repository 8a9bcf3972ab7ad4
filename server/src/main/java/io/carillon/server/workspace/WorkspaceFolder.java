package io.carillon.server.workspace;

import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Problem;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.WorkspaceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a workspace from its folder. */
public final class WorkspaceFolder {
    private static final long FILE_BYTES_MAX = 1 << 20;
    private static final int DEPTH_MAX = 4;

    private WorkspaceFolder() {}

    /**
     * A folder as it was found.
     *
     * @param texts of its files by their path within it; none when it cannot be read
     */
    public record Loaded(SortedMap<String, String> texts, Outcome outcome) {}

    /** Reads every definition in a folder, see {@link #load}. */
    public static Outcome read(Path folder, Map<String, String> environment) {
        return load(folder, environment).outcome();
    }

    /**
     * Reads every definition in a folder.
     *
     * @param environment for {@code ${env:NAME}}; {@code ${file:PATH}} begins at the folder
     * @return the workspace, or every problem with its place; a folder that cannot be read is one
     */
    public static Loaded load(Path folder, Map<String, String> environment) {
        return switch (texts(folder)) {
            case Texts.Read(var files) -> new Loaded(files, read(files, folder, environment));
            case Texts.Unreadable(var problem) -> new Loaded(new TreeMap<>(), new Outcome.Invalid(List.of(problem)));
        };
    }

    /** A folder's files, not yet understood. */
    public sealed interface Texts {
        /** By their path within the folder, with slashes. */
        record Read(SortedMap<String, String> files) implements Texts {}

        record Unreadable(Problem problem) implements Texts {}
    }

    /** Reads the text of every file that may be a definition. */
    public static Texts texts(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder, DEPTH_MAX)) {
            paths = all.filter(WorkspaceFolder::isDefinition)
                    .sorted()
                    .limit(WorkspaceReader.FILES_MAX + 1L)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return unreadable(folder.toString(), "is not a folder that can be read");
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            try {
                if (Files.size(path) > FILE_BYTES_MAX) {
                    return unreadable(name, "has more than %d bytes".formatted(FILE_BYTES_MAX));
                }
                files.put(name, Files.readString(path, StandardCharsets.UTF_8));
            } catch (CharacterCodingException e) {
                return unreadable(name, "is not UTF-8");
            } catch (IOException e) {
                return unreadable(name, "cannot be read");
            }
        }
        return new Texts.Read(files);
    }

    /** The same from texts that were read before. */
    public static Outcome read(SortedMap<String, String> texts, Path folder, Map<String, String> environment) {
        return WorkspaceReader.read(texts, new ProcessSecrets(folder, environment), TemplateCheck.LIQUID);
    }

    /** What forbids a file to be in a folder, whatever it says. */
    static Optional<Problem> refusal(String path, String text) {
        String shown = WorkspacePath.shown(path);
        if (!WorkspacePath.isOne(path)) return Optional.of(new Problem(shown, 1, 1, WorkspacePath.EXPECTED));
        if (Bytes.utf8(text).size() <= FILE_BYTES_MAX) return Optional.empty();
        return Optional.of(new Problem(shown, 1, 1, "has more than %d bytes".formatted(FILE_BYTES_MAX)));
    }

    /** Hidden files and folders are an editor's or a version control's. */
    private static boolean isDefinition(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static Texts unreadable(String file, String message) {
        return new Texts.Unreadable(new Problem(file, 1, 1, message));
    }
}
