package io.carillon.bench;

import io.carillon.bench.Views.Naming;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.event.Event;
import io.carillon.core.host.Lane;
import io.carillon.host.local.LocalHost;
import io.carillon.host.local.LocalHostSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * What segments and links cost an event, without HTTP: events go straight into hosts in this process, one for each
 * variant. All are open at the same time and take turns, a round forth and the next back, so that whatever changes
 * meanwhile, such as the code getting warm or another process, changes for all; what counts is the median of the rounds.
 */
final class Costs {
    private static final int ROUNDS = 9;
    private static final int WARM_ROUNDS = 2;
    private static final int IN_FLIGHT = 2_000;
    private static final int PEOPLE = 5_000;
    private static final List<Integer> SEGMENTS = List.of(10, 100, 1_000);

    private final Path folder;
    private final int events;
    private final PrintStream out;
    private final PrintStream progress;

    /** @param events of each variant in each round */
    Costs(Path folder, int events, PrintStream out, PrintStream progress) {
        this.folder = folder;
        this.events = events;
        this.out = out;
        this.progress = progress;
    }

    /** A host of its own, and what was measured of it. */
    private record Variant(String name, LocalHost<Knowledge> host, Views views, List<Double> micros, List<Double> bytes)
            implements AutoCloseable {
        double medianMicros() {
            return median(micros);
        }

        @Override
        public void close() {
            host.close();
        }
    }

    void run() {
        var segments = new ArrayList<Variant>();
        var namings = new ArrayList<Variant>();
        try {
            for (int count : SEGMENTS) segments.add(variant(count + " segments", count, Naming.ALONE));
            for (Naming naming : Naming.values()) {
                namings.add(
                        naming == Naming.ALONE
                                ? segments.getFirst()
                                : variant(naming.name().toLowerCase(Locale.ROOT), Views.CONCERNED, naming));
            }
            var all = new ArrayList<>(segments);
            all.addAll(namings.subList(1, namings.size()));
            measure(all);
        } finally {
            segments.forEach(Variant::close);
            namings.stream().skip(1).forEach(Variant::close);
        }
        table("segments, of which ten concern the event", segments);
        out.println();
        table("an event names its person", namings);
    }

    private Variant variant(String name, int segments, Naming naming) {
        var host = new LocalHost<>(
                LocalHostSettings.at(folder.resolve(name.replace(' ', '-'))),
                List.of(new PersonKind(), new EndpointKind(), new QualityKind()),
                Views.knowledge(segments));
        var views = new Views(naming, PEOPLE);
        // The first time they come they are born, which is not what is measured.
        send(host, views, PEOPLE);
        return new Variant(name, host, views, new ArrayList<>(), new ArrayList<>());
    }

    private void measure(List<Variant> variants) {
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            for (Variant variant : round % 2 == 0 ? variants : variants.reversed()) {
                System.gc();
                Spent before = Spent.now();
                send(variant.host, variant.views, events);
                Spent spent = Spent.now().since(before);
                if (round < 0) continue;
                variant.micros.add(spent.cpu().toNanos() / 1e3 / events);
                variant.bytes.add(spent.allocatedBytes() / (double) events);
            }
            progress.println("bench: costs, round %d of %d".formatted(round + 1, ROUNDS));
        }
    }

    private void table(String what, List<Variant> variants) {
        out.println("| %s | µs of a processor each | of the first | rounds | bytes allocated each |".formatted(what));
        out.println("| --- | --- | --- | --- | --- |");
        double first = variants.getFirst().medianMicros();
        for (Variant variant : variants) {
            out.println("| %s | %.1f | %.2f | %.1f - %.1f | %,.0f |"
                    .formatted(
                            variant.name,
                            variant.medianMicros(),
                            variant.medianMicros() / first,
                            Collections.min(variant.micros),
                            Collections.max(variant.micros),
                            median(variant.bytes)));
        }
    }

    private static void send(LocalHost<Knowledge> host, Views views, int count) {
        var room = new Semaphore(IN_FLIGHT);
        for (int i = 0; i < count; i++) {
            Event event = views.next();
            room.acquireUninterruptibly();
            while (!host.submit(
                    event.strongest().address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.Received(event, replyTo),
                    _ -> room.release())) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        room.acquireUninterruptibly(IN_FLIGHT);
        if (!host.awaitRest(Duration.ofSeconds(60))) throw new IllegalStateException("the host does not come to rest");
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
