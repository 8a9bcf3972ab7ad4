package io.carillon.bench;

import io.carillon.testkit.smtp.SmtpSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run: the roof first, then the server, under the same load. */
final class Run {
    private static final int MAILS_A_SECOND = 40;
    private static final int STARTS = 3;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Options options;
    private final Path folder;
    private final Servers servers;
    private final PrintStream progress;
    private final Figures figures = new Figures();
    private DataOfRuns data;

    /** @param folder for what is not kept */
    Run(Options options, Path folder, Servers servers, PrintStream progress) throws IOException {
        this.options = options;
        this.folder = folder;
        this.servers = servers;
        this.progress = progress;
        data = DataOfRuns.in(options.data().orElse(folder)).save();
    }

    Figures run() throws IOException {
        servers.prepare();
        if (options.has(Part.IMPORT)) {
            double rate = new FilesIn(servers.launcher(), folder, progress).rowsPerSecond(options.seconds());
            figures.add(Bar.IMPORT, rate);
            if (options.parts().equals(Set.of(Part.IMPORT))) return figures;
        }
        roof();
        data = new People(options, servers, progress).introduce(data);
        server();
        return figures;
    }

    private void roof() throws IOException {
        Path file = folder.resolve("roof.data");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RoofServer.class.getName(),
                "PORT",
                file.toString());
        try (Child child = Child.start(command, Map.of(), folder.resolve("roof.log"))) {
            var load = new Ingest("roof", child, new Calls(options.people(), data.run()), options.seconds(), progress);
            if (options.has(Part.BATCHES)) figures.addRoof(Bar.BATCHES, load.batches());
            if (options.has(Part.SINGLES)) load.singles().forEach(figures::addRoof);
            if (load.events() > 0) figures.addRoof(Bar.DISK, (double) Files.size(file) / load.events());
            figures.addRoof(Bar.MEMORY, child.residentMebibytes());
            figures.addRoof(Bar.START, child.start().toNanos() / 1e9);
        }
        Files.delete(file);
    }

    private void server() throws IOException {
        try (SmtpSink sink = SmtpSink.start()) {
            try (Child child = servers.start(data, sink.port())) {
                say("with %,d people ready in %.2f s"
                        .formatted(data.people(), child.start().toNanos() / 1e9));
                data = data.plus(measure(child, sink)).save();
                figures.add(Bar.MEMORY, child.residentMebibytes());
            }
            double seconds = 0;
            for (int i = 0; i < STARTS; i++) {
                try (Child child = servers.start(data, sink.port())) {
                    seconds += child.start().toNanos() / 1e9;
                    say("started again in %.2f s".formatted(child.start().toNanos() / 1e9));
                }
            }
            figures.add(Bar.START, seconds / STARTS);
            double disk = data.size();
            figures.add(Bar.DISK, disk / data.events());
            say("%,d people, %,d events, %.0f MiB on disk".formatted(data.people(), data.events(), disk / MEBIBYTE));
        }
    }

    private long measure(Child child, SmtpSink sink) throws IOException {
        var calls = new Calls(options.people(), data.run());
        var load = new Ingest("server", child, calls, options.seconds(), progress);
        var mails = new Mails(sink, calls, child.port());
        load.members();
        if (options.has(Part.BATCHES)) figures.add(Bar.BATCHES, load.batches());
        if (options.has(Part.SINGLES)) load.singles().forEach(figures::add);
        if (options.has(Part.MAIL)) {
            Latencies idle = mails.oneByOne(options.seconds() * MAILS_A_SECOND, between());
            figures.add(Bar.MAIL_P50, idle.millis(0.5));
            figures.add(Bar.MAIL_P99, idle.millis(0.99));
            say("mail, idle: p50 %.2f ms, p99 %.2f ms of %d"
                    .formatted(idle.millis(0.5), idle.millis(0.99), idle.size()));
        }
        if (options.has(Part.BEHIND)) behind(load, mails);
        if (options.has(Part.TRIGGERS)) {
            double rate = mails.sustained(options.seconds());
            figures.add(Bar.TRIGGERS, rate);
            say("triggers: %,.0f mails/s".formatted(rate));
        }
        return load.events() + calls.requests();
    }

    private void behind(Ingest load, Mails mails) throws IOException {
        Thread others = Thread.ofVirtual().start(() -> load.others(options.seconds() + 2.0));
        Latencies behind = mails.oneByOne(options.seconds() * MAILS_A_SECOND, between());
        try {
            others.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        figures.add(Bar.BEHIND_P50, behind.millis(0.5));
        figures.add(Bar.BEHIND_P99, behind.millis(0.99));
        say("mail behind others: p50 %.2f ms, p99 %.2f ms".formatted(behind.millis(0.5), behind.millis(0.99)));
    }

    private static Duration between() {
        return Duration.ofMillis(1_000 / MAILS_A_SECOND);
    }

    private void say(String what) {
        progress.println("bench: " + what);
    }
}
