package io.carillon.server.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The path of a file within a workspace, such as {@code journeys/cart.yaml}: the same on every system. */
public final class WorkspacePath {
    /** As a problem says it. */
    static final String EXPECTED =
            "is no path within a workspace; expected e.g. workspace.yaml or journeys/cart.yaml, ending in .yaml or .yml";

    private static final int LENGTH_MAX = 200;
    private static final int SHOWN_MAX = 80;
    private static final int DEPTH_MAX = 4;
    // No part begins with a dot: so nothing leads out of the folder, and nothing is hidden in it.
    private static final String OTHER = "\\p{Cntrl}/\\\\:*?\"<>|";
    private static final String PART = "[^.%s][^%s]*".formatted(OTHER, OTHER);
    private static final Pattern FORM =
            Pattern.compile("(?:%s/){0,%d}%s".formatted(PART, DEPTH_MAX - 1, PART) + "(?<=\\.ya?ml)");

    private WorkspacePath() {}

    static boolean isOne(String path) {
        return path.length() <= LENGTH_MAX && FORM.matcher(path).matches();
    }

    /** Where it is in a folder; none when it is no path within a workspace. */
    public static Optional<Path> in(Path folder, String path) {
        try {
            return isOne(path) ? Optional.of(folder.resolve(path)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // this system has no such names
        }
    }

    /** Cut short and on one line. */
    public static String shown(String path) {
        String line = path.replaceAll("\\p{Cntrl}", "?");
        return line.length() > SHOWN_MAX ? line.substring(0, SHOWN_MAX) + "…" : line;
    }
}
