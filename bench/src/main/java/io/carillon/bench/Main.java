package io.carillon.bench;

import io.carillon.bench.history.HistoryBench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./carillon bench}: figures on stdout, progress on stderr. See {@code docs/performance.md}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(arguments, out, err);
        if (exit != 0) System.exit(exit);
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.println(Options.USAGE);
            return 0;
        }
        if (arguments.length > 0 && arguments[0].equals("micro")) return micro(arguments, err);
        if (List.of(arguments).contains("costs")) return costs(arguments, out, err);
        if (List.of(arguments).contains("history")) return history(arguments, out, err);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("carillon-bench");
            try {
                run(options, folder, out, err);
            } finally {
                delete(folder);
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            err.println("bench: " + e.getMessage());
            Optional.ofNullable(e.getCause()).ifPresent(cause -> err.println("bench: because of " + cause));
            return 1;
        }
    }

    private static void run(Options options, Path folder, PrintStream out, PrintStream err) throws IOException {
        var servers = new Servers(launcher(), folder, options.server());
        if (!options.parts().equals(Set.of(Part.GROWTH))) {
            Figures figures = new Run(options, folder, servers, err).run();
            if (options.isJson()) figures.lines(out);
            else figures.table(out);
        }
        if (options.has(Part.GROWTH)) new Growth(options, folder, servers, err).run(out);
    }

    /** {@code micro [JMH OPTIONS]}, with what is allocated; {@code micro cleanse [JMH OPTIONS]}, with processor time. */
    private static int micro(String[] arguments, PrintStream err) {
        try {
            boolean cleanse = arguments.length > 1 && arguments[1].equals("cleanse");
            String benchmark = (cleanse ? Cleansing.class : Micro.class).getName();
            String profiler = cleanse ? CpuTime.class.getName() : "gc";
            var options = new ArrayList<>(List.of(benchmark, "-prof", profiler));
            options.addAll(List.of(arguments).subList(cleanse ? 2 : 1, arguments.length));
            org.openjdk.jmh.Main.main(options.toArray(new String[0]));
            return 0;
        } catch (IOException e) {
            err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    /** {@code costs [EVENTS]}. */
    private static int costs(String[] arguments, PrintStream out, PrintStream err) {
        String events = arguments.length > 1 ? arguments[1] : "20000";
        if (!arguments[0].equals("costs") || !events.matches("[1-9][0-9]{3,7}")) {
            err.println(Options.USAGE);
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("carillon-bench");
            try {
                new Costs(folder, Integer.parseInt(events), out, err).run();
            } finally {
                delete(folder);
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    /** {@code history [EVENTS] [--json]}. */
    private static int history(String[] arguments, PrintStream out, PrintStream err) {
        var rest = new ArrayList<>(List.of(arguments));
        boolean isJson = rest.remove("--json");
        String events = rest.size() > 1 ? rest.get(1) : "200000";
        if (!rest.getFirst().equals("history") || rest.size() > 2 || !events.matches("[1-9][0-9]{5,7}")) {
            err.println(Options.USAGE);
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("carillon-bench");
            try {
                var bench = new HistoryBench(folder, Integer.parseInt(events), err);
                bench.run();
                if (isJson) bench.lines(out);
                else bench.table(out);
            } finally {
                delete(folder);
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    /** The checkout's, found from where this class was loaded. */
    private static Path launcher() {
        try {
            Path here = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path up = here; up != null; up = up.getParent()) {
                if (Files.isExecutable(up.resolve("carillon"))) return up.resolve("carillon");
            }
            throw new IllegalStateException("no executable \"carillon\" above " + here + "; run it from a checkout");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class has no place", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
