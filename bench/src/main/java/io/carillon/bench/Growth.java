package io.carillon.bench;

import io.carillon.testkit.smtp.SmtpSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How the cost of an event grows: with the number of people who are known, and with time under full load. */
final class Growth {
    private static final List<Integer> PEOPLE = List.of(10_000, 100_000, 1_000_000);
    private static final double MEBIBYTE = 1024 * 1024;

    private final Options options;
    private final Path folder;
    private final Servers servers;
    private final PrintStream progress;

    /** @param folder for what is not kept */
    Growth(Options options, Path folder, Servers servers, PrintStream progress) {
        this.options = options;
        this.folder = folder;
        this.servers = servers;
        this.progress = progress;
    }

    /** What a stretch of load was like. */
    private record Stretch(double eventsPerSecond, double microsEach, double residentMebibytes, double bytesEach) {
        String cells() {
            return "%,.0f | %.1f | %,.0f | %,.0f".formatted(eventsPerSecond, microsEach, residentMebibytes, bytesEach);
        }
    }

    void run(PrintStream out) throws IOException {
        servers.prepare();
        head(out, "people");
        for (int people : PEOPLE) {
            if (people >= options.people()) break;
            DataOfRuns data = DataOfRuns.in(Files.createDirectory(folder.resolve("people-" + people)));
            var fewer = options.withPeople(people);
            data = new People(fewer, servers, progress).introduce(data);
            load(data, people, options.seconds(), 1, (_, stretch) -> line(out, "%,d".formatted(people), stretch));
        }
        DataOfRuns data = DataOfRuns.in(options.data().orElse(folder)).save();
        data = new People(options, servers, progress).introduce(data);
        String people = "%,d".formatted(data.people());
        data = load(data, options.people(), options.seconds(), 1, (_, stretch) -> line(out, people, stretch));
        out.println();
        head(out, "minute, with %s people".formatted(people));
        load(data, options.people(), 60, options.minutes(), (minute, stretch) -> line(out, minute + ".", stretch));
    }

    private interface Told {
        void of(int number, Stretch stretch);
    }

    private DataOfRuns load(DataOfRuns before, int people, int seconds, int stretches, Told told) throws IOException {
        DataOfRuns data = before;
        try (SmtpSink sink = SmtpSink.start();
                Child child = servers.start(data, sink.port())) {
            var load = new Ingest("server", child, new Calls(people, data.run()), seconds, progress);
            if (stretches == 1) load.warm(options.seconds());
            for (int number = 1; number <= stretches; number++) {
                long size = data.size();
                long events = load.events();
                Duration cpu = child.cpu();
                double rate = load.full();
                long more = load.events() - events;
                told.of(
                        number,
                        new Stretch(
                                rate,
                                child.cpu().minus(cpu).toNanos() / 1e3 / more,
                                child.residentMebibytes(),
                                (double) (data.size() - size) / more));
            }
            data = data.plus(load.events()).save();
        }
        progress.println("bench: %,d people, %,d events, %.0f MiB on disk, %.0f bytes an event"
                .formatted(data.people(), data.events(), data.size() / MEBIBYTE, (double) data.size() / data.events()));
        return DataOfRuns.in(data.folder()).save();
    }

    private static void head(PrintStream out, String what) {
        out.println(
                "| " + what
                        + " | events/s in batches of 100 | µs of a processor each | MiB resident at most | bytes more on disk each |");
        out.println("| --- | --- | --- | --- | --- |");
    }

    private static void line(PrintStream out, String what, Stretch stretch) {
        out.println("| " + what + " | " + stretch.cells() + " |");
    }
}
