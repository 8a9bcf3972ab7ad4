package io.carillon.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What to run.
 *
 * @param seconds of each measurement; getting warm takes as long again
 * @param minutes of load under which costs are watched as they grow
 * @param parts to run
 * @param people who are known before anything is measured
 * @param data folder that is kept for the next run; a temporary one otherwise
 * @param isJson print lines of JSON rather than a table
 * @param server how it is started
 */
record Options(
        int seconds, int minutes, Set<Part> parts, int people, Optional<Path> data, boolean isJson, Server server) {
    static final String USAGE = """
            bench [--seconds N] [--only PART,PART…] [--people N] [--data DIR] [--json]
                  [--fsync-delay Nms] [--minutes N] [--server-options "-X…"]
                parts: batches singles mail behind triggers import, and growth, which only runs when it is asked for;
                --data keeps people and what they did for the next run
            bench costs [EVENTS]       what segments and links cost
            bench micro [JMH OPTIONS]  the steps of an event, each by itself
            bench micro cleanse [JMH OPTIONS]  one value of each kind of field
            bench history [EVENTS] [--json]  ways to keep what people did""";
    private static final int SECONDS_MAX = 3_600;
    private static final int MINUTES_MAX = 600;
    private static final int PEOPLE_MAX = 10_000_000;
    private static final int DELAY_MAX = 1_000;

    /**
     * How the server is started.
     *
     * @param options for its JVM, between spaces
     * @param syncDelayMillis waited in each commit, as a slower disk would
     */
    record Server(String options, int syncDelayMillis) {
        String all() {
            String delay = syncDelayMillis == 0 ? "" : "-Dcarillon.syncDelayMillis=" + syncDelayMillis;
            return (options + " " + delay).strip();
        }
    }

    /** @throws IllegalArgumentException that says what is wrong with the arguments */
    static Options of(String[] arguments) {
        int seconds = 10;
        int minutes = 10;
        int people = 1_000_000;
        Set<Part> parts = EnumSet.complementOf(EnumSet.of(Part.GROWTH));
        Optional<Path> data = Optional.empty();
        boolean isJson = false;
        String options = "";
        int delay = 0;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--json" -> isJson = true;
                case "--seconds" -> seconds = number(name, value(arguments, ++i), SECONDS_MAX);
                case "--minutes" -> minutes = number(name, value(arguments, ++i), MINUTES_MAX);
                case "--people" -> people = number(name, value(arguments, ++i), PEOPLE_MAX);
                case "--only" -> parts = parts(value(arguments, ++i));
                case "--data" -> data = Optional.of(Path.of(value(arguments, ++i)));
                case "--fsync-delay" -> delay = number(name, millis(value(arguments, ++i)), DELAY_MAX);
                case "--server-options" -> options = value(arguments, ++i);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new Options(seconds, minutes, parts, people, data, isJson, new Server(options, delay));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** The same for another number of people, in no folder that is kept. */
    Options withPeople(int others) {
        return new Options(seconds, minutes, parts, others, Optional.empty(), isJson, server);
    }

    private static String value(String[] arguments, int at) {
        if (at < arguments.length) return arguments[at];
        throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }

    private static String millis(String text) {
        return text.endsWith("ms") ? text.substring(0, text.length() - 2) : text;
    }

    private static int number(String name, String text, int max) {
        if (text.matches("[1-9][0-9]{0,7}") && Integer.parseInt(text) <= max) return Integer.parseInt(text);
        throw new IllegalArgumentException("%s %s is not a whole number from 1 to %d".formatted(name, text, max));
    }

    private static Set<Part> parts(String text) {
        var parts = EnumSet.noneOf(Part.class);
        for (String word : text.split(",", -1)) parts.add(part(word));
        return parts;
    }

    private static Part part(String text) {
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(text)) return part;
        }
        throw new IllegalArgumentException(
                "--only %s is unknown; expected batches, singles, mail, behind, triggers, import or growth"
                        .formatted(text));
    }
}
