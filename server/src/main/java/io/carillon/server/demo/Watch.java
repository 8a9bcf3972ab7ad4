package io.carillon.server.demo;

import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.server.runtime.Engine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a picture of the server for whoever looks: a new one is taken when somebody asks and the last is a second old.
 * Never more than a twentieth of the time is spent on asking customers: the more there are, the older their part of it may
 * be. Thread-safe.
 */
final class Watch {
    private static final Duration FRESH = Duration.ofMillis(900);
    private static final int SHARE = 20;
    private static final int SECONDS_SHOWN = 60;
    private static final int LISTED = 40;

    private final Engine engine;
    private final Census census;
    private final MessageLog log;
    private final ReentrantLock taking = new ReentrantLock();
    private final Deque<Double> perSecond = new ArrayDeque<>();
    private final Deque<Double> underWay = new ArrayDeque<>();
    private long lastTotal;
    private long lastNanos = System.nanoTime();
    private Crowd people = new Crowd(List.of(), Map.of(), 0, new Traffic(Map.of(), Map.of()));
    private long peopleDueNanos = System.nanoTime();
    private volatile Kept kept = new Kept(List.of(), 0);

    /** What a census says, see {@link Picture}. */
    private record Crowd(List<Face> newest, Map<CustomerRef, Face> faces, long merged, Traffic traffic) {}

    /** @param picture the last one; none at first */
    private record Kept(List<Picture> picture, long dueNanos) {
        boolean isFresh() {
            return !picture.isEmpty() && System.nanoTime() < dueNanos;
        }
    }

    Watch(Engine engine, double factor) {
        this.engine = engine;
        census = new Census(engine.host());
        log = new MessageLog(engine.host(), factor);
    }

    /** One that is fresh; while another caller takes one, the last. */
    Picture picture() throws InterruptedException {
        Kept last = kept;
        if (last.isFresh()) return last.picture().getFirst();
        if (last.picture().isEmpty()) taking.lockInterruptibly();
        else if (!taking.tryLock()) return last.picture().getFirst();
        try {
            if (!kept.isFresh()) kept = new Kept(List.of(take()), System.nanoTime() + FRESH.toNanos());
            return kept.picture().getFirst();
        } finally {
            taking.unlock();
        }
    }

    private Picture take() throws InterruptedException {
        long begun = System.nanoTime();
        if (begun >= peopleDueNanos) {
            people = count();
            peopleDueNanos = begun + (System.nanoTime() - begun) * SHARE;
        }
        Map<SegmentDefinition, Long> sizes = new LinkedHashMap<>();
        for (SegmentDefinition segment : engine.knowledge().segments()) {
            sizes.put(segment, engine.host().count(Segments.membersOf(segment.id())));
        }
        add(underWay, (double) people.traffic().underWay());
        List<MessageRow> messages = log.read();
        return new Picture(
                engine.now(),
                people.newest(),
                faces(messages),
                people.merged(),
                sizes,
                people.traffic(),
                messages,
                arriving(),
                List.copyOf(underWay));
    }

    /** With those who are new since the census and stand at the top of a list. */
    private Map<CustomerRef, Face> faces(List<MessageRow> messages) throws InterruptedException {
        List<CustomerRef> missing = messages.stream()
                .limit(LISTED)
                .map(MessageRow::customer)
                .filter(customer -> !people.faces().containsKey(customer))
                .distinct()
                .toList();
        if (missing.isEmpty()) return people.faces();
        Map<CustomerRef, Face> faces = new HashMap<>(people.faces());
        census.ask(missing).forEach((ref, found) -> faces.put(ref, face(found.customer(), found.root())));
        return faces;
    }

    private Crowd count() throws InterruptedException {
        Census.Counted counted = census.take();
        Map<CustomerRef, Face> today = new HashMap<>();
        counted.roots().forEach((ref, root) -> today.put(ref, face(ref, root)));
        Map<CustomerRef, Face> faces = new HashMap<>(today);
        counted.leads().forEach((ref, lead) -> {
            if (today.containsKey(lead)) faces.put(ref, today.get(lead));
        });
        List<Face> newest = today.values().stream()
                .sorted(Comparator.comparing(Face::bornAt).reversed().thenComparing(Face::id))
                .toList();
        long merged = (long) counted.leads().size() - newest.size();
        return new Crowd(newest, faces, merged, Traffic.of(counted.roots().values()));
    }

    private Face face(CustomerRef ref, Root root) {
        return Face.of(engine.knowledge().addresses().idOf(ref).text(), root);
    }

    private Picture.Arriving arriving() {
        long total = engine.arrivals().total();
        long nanos = System.nanoTime();
        double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
        add(perSecond, (total - lastTotal) / seconds);
        lastTotal = total;
        lastNanos = nanos;
        List<Map.Entry<String, Long>> byName = engine.arrivals().byName().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        return new Picture.Arriving(total, engine.arrivals().unusable(), byName, List.copyOf(perSecond));
    }

    private static void add(Deque<Double> latest, double number) {
        latest.addLast(number);
        if (latest.size() > SECONDS_SHOWN) latest.removeFirst();
    }
}
