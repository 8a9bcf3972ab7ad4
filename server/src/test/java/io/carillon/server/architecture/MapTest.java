package io.carillon.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documents say of the code is there: files, methods, links. */
class MapTest {
    /** {@code module/package/Class} or {@code package/Class.method}, as the map names places in the code. */
    private static final Pattern PLACE = Pattern.compile("`((?:[a-z][a-z-]*/)+)([A-Z]\\w+)(?:\\.([a-z]\\w+))?`");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s:]+)(?:#[^)]*)?\\)");
    private static final List<String> MODULES = List.of(
            "core",
            "cleanse",
            "linkage",
            "connectors",
            "host-local",
            "channels",
            "server",
            "testkit",
            "bench",
            "analytics",
            "lab");

    private static final Path ROOT = root();
    private static final List<String> SOURCES = sources();

    @Test
    void thePlacesThatTheMapNamesExist() {
        List<String> lost = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult place : matches(PLACE, document)) {
                if (!exists(place.group(1), place.group(2), place.group(3)))
                    lost.add(ROOT.relativize(document) + ": " + place.group());
            }
        }

        assertThat(lost).isEmpty();
        assertThat(matches(PLACE, ROOT.resolve("ARCHITECTURE.md"))).hasSizeGreaterThan(40);
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult link : matches(LINK, document)) {
                if (!Files.exists(document.resolveSibling(link.group(1))))
                    broken.add(ROOT.relativize(document) + ": " + link.group(1));
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean exists(String folders, String type, @Nullable String method) {
        String first = folders.substring(0, folders.indexOf('/'));
        boolean named = MODULES.contains(first)
                && SOURCES.stream()
                        .anyMatch(path -> path.startsWith(first + "/") && endsWith(path, rest(folders), type));
        boolean found = named || SOURCES.stream().anyMatch(path -> endsWith(path, "/" + folders, type));
        if (!found || method == null) return found;
        return SOURCES.stream()
                .filter(path -> path.endsWith("/" + type + ".java"))
                .anyMatch(path -> Pattern.compile("\\b" + method + "\\(")
                        .matcher(read(ROOT.resolve(path)))
                        .find());
    }

    private static String rest(String folders) {
        return folders.substring(folders.indexOf('/'));
    }

    private static boolean endsWith(String path, String folders, String type) {
        return path.endsWith(folders + type + ".java");
    }

    private static List<MatchResult> matches(Pattern pattern, Path document) {
        return pattern.matcher(read(document)).results().toList();
    }

    private static List<Path> documents() {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("ARCHITECTURE.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static List<String> sources() {
        List<String> sources = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = ROOT.resolve(module).resolve("src");
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.add(ROOT.relativize(file).toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            Path parent = folder.getParent();
            if (parent == null) throw new IllegalStateException("not in a checkout: no ARCHITECTURE.md above");
            folder = parent;
        }
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
