package io.carillon.server.workspace;

import io.carillon.core.definition.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of the process's environment and of files.
 *
 * @param folder where relative paths begin
 */
record ProcessSecrets(Path folder, Map<String, String> environment) implements Secrets {
    private static final long FILE_BYTES_MAX = 64 * 1024;

    @Override
    public Optional<String> env(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public Optional<String> file(String path) {
        try {
            Path file = folder.resolve(path);
            if (Files.size(file) > FILE_BYTES_MAX) return Optional.empty();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(text.replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
