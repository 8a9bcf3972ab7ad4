package io.carillon.bench;

import io.carillon.testkit.smtp.SmtpSink;
import java.io.IOException;
import java.io.PrintStream;

/** Makes as many people known as are wanted: who they are, and one thing they did before. */
record People(Options options, Servers servers, PrintStream progress) {

    /** What the folder holds afterwards. The server has stopped again, so that nothing of them is in its memory. */
    DataOfRuns introduce(DataOfRuns data) throws IOException {
        int people = Calls.perShop(options.people()) * Calls.shops();
        if (data.people() >= people) return data;
        progress.println("bench: %,d people become known, %,d are already".formatted(people, data.people()));
        try (SmtpSink sink = SmtpSink.start();
                Child child = servers.start(data, sink.port())) {
            var load = new Ingest("server", child, new Calls(people, data.run()), options.seconds(), progress);
            long began = System.nanoTime();
            load.introduce(data.people() / Calls.shops(), people / Calls.shops());
            double seconds = (System.nanoTime() - began) / 1e9;
            double each = child.cpu().toNanos() / 1e3 / load.events();
            progress.println("bench: they are known after %.0f s, %,.0f events/s, %.0f µs of a processor each"
                    .formatted(seconds, load.events() / seconds, each));
            return data.with(people).plus(load.events()).save();
        }
    }
}
