package io.carillon.bench;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What to run.
 *
 * @param seconds of each measurement; getting warm takes as long again
 * @param parts to run
 * @param people who visit, over all connections
 * @param isJson print lines of JSON rather than a table
 * @param serverOptions for the server's JVM, between spaces
 */
record Options(int seconds, Set<Part> parts, int people, boolean isJson, String serverOptions) {
    static final String USAGE =
            "bench [--seconds N] [--only batches|singles|mail|behind|triggers] [--people N] [--json]"
                    + " [--server-options \"-X…\"]\n"
                    + "bench costs [EVENTS]\n"
                    + "bench history [EVENTS] [--json]";
    private static final int SECONDS_MAX = 3_600;
    private static final int PEOPLE_MAX = 10_000_000;

    /** @throws IllegalArgumentException that says what is wrong with the arguments */
    static Options of(String[] arguments) {
        int seconds = 10;
        int people = 100_000;
        Set<Part> parts = EnumSet.allOf(Part.class);
        boolean isJson = false;
        String serverOptions = "";
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--json" -> isJson = true;
                case "--seconds" -> seconds = number(name, value(arguments, ++i), SECONDS_MAX);
                case "--people" -> people = number(name, value(arguments, ++i), PEOPLE_MAX);
                case "--only" -> parts = EnumSet.of(part(value(arguments, ++i)));
                case "--server-options" -> serverOptions = value(arguments, ++i);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new Options(seconds, parts, people, isJson, serverOptions);
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    private static String value(String[] arguments, int at) {
        if (at < arguments.length) return arguments[at];
        throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }

    private static int number(String name, String text, int max) {
        if (text.matches("[1-9][0-9]{0,7}") && Integer.parseInt(text) <= max) return Integer.parseInt(text);
        throw new IllegalArgumentException("%s %s is not a whole number from 1 to %d".formatted(name, text, max));
    }

    private static Part part(String text) {
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(text)) return part;
        }
        throw new IllegalArgumentException(
                "--only %s is unknown; expected batches, singles, mail, behind or triggers".formatted(text));
    }
}
