package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints how fast a local host is on this machine: steps that check and keep a key, change a state of 600 bytes, append a
 * history row of 200 and, one in ten, write a table row; then the time to an answer when idle.
 *
 * <p>Arguments: entities, messages, milliseconds of delay in each sync.
 */
final class HostBench {
    private static final String PADDING = "a value of a trait or two; ".repeat(22);

    private HostBench() {}

    record Seen(int count, String padding) {}

    record Event(String id, ReplyTo caller, String text) implements Message {}

    record Done() implements Reply {}

    enum Customer implements EntityKind<Seen, Event, String> {
        KIND;

        @Override
        public boolean livesAt(Address address) {
            return address.text().startsWith("user:");
        }

        @Override
        public Seen unborn(Address address) {
            return new Seen(0, "");
        }

        @Override
        public Effects<Seen> handle(Seen state, Event event, Context<String> context) {
            if (context.remembers(event.id())) return Effects.of(state, new Effect.Answer(event.caller(), new Done()));
            var effects = new ArrayList<Effect>();
            effects.add(new Effect.Remember(event.id()));
            effects.add(new Effect.Append(Bytes.utf8(event.text())));
            if (state.count() % 10 == 0) {
                effects.add(new Effect.Put("customers", context.self().text(), Bytes.utf8("row")));
            }
            effects.add(new Effect.Answer(event.caller(), new Done()));
            return new Effects<>(new Seen(state.count() + 1, PADDING), effects);
        }

        @Override
        public Effects<Seen> park(Seen state, Event event, Context<String> context, ParkId park) {
            return Effects.of(state);
        }

        @Override
        public Event redrive(Event event, ParkId park) {
            return event;
        }

        @Override
        public Event dismiss(ParkId park) {
            return new Event(park.text(), ReplyTo.NOBODY, "");
        }

        @Override
        public Optional<Instant> wakeAt(Seen state) {
            return Optional.empty();
        }

        @Override
        public Event wakeUp() {
            return new Event("", ReplyTo.NOBODY, "");
        }

        @Override
        public Codec<Seen> states() {
            return new Codec<>() {
                @Override
                public void write(Seen value, ByteWriter out) {
                    out.count(value.count());
                    out.text(value.padding());
                }

                @Override
                public Seen read(ByteReader in) {
                    return new Seen(in.count(), in.text());
                }
            };
        }

        @Override
        public Codec<Event> messages() {
            return new Codec<>() {
                @Override
                public void write(Event value, ByteWriter out) {
                    out.text(value.id());
                    value.caller().write(out);
                    out.text(value.text());
                }

                @Override
                public Event read(ByteReader in) {
                    return new Event(in.text(), ReplyTo.read(in), in.text());
                }
            };
        }
    }

    static void main(String[] arguments) throws InterruptedException {
        int entities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300_000;
        var delay = Duration.ofMillis(arguments.length > 2 ? Long.parseLong(arguments[2]) : 0);
        var directory = Directories.fresh();
        var settings = LocalHostSettings.at(directory).withShards(2).withSyncDelay(delay);
        long run = System.nanoTime();
        try (var host = new LocalHost<>(settings, List.of(Customer.KIND), "")) {
            print("opened in %.1f ms", (System.nanoTime() - run) / 1e6);
            for (int round = 0; round < 3; round++) load(host, round, entities, messages);
            idle(host);
        }
        run = System.nanoTime();
        try (var host = new LocalHost<>(settings, List.of(Customer.KIND), "")) {
            print("opened again in %.1f ms", (System.nanoTime() - run) / 1e6);
            load(host, 3, entities, messages);
        }
        Directories.delete(directory);
    }

    private static void load(LocalHost<String> host, int round, int entities, int messages)
            throws InterruptedException {
        var left = new CountDownLatch(messages);
        LocalHostStats before = host.stats();
        long began = System.nanoTime();
        long refused = 0;
        for (int i = 0; i < messages; i++) {
            var to = new Address("user:" + (i * 7919L % entities));
            String id = "message-" + round + "-" + i;
            while (!host.submit(
                    to, Lane.BULK, caller -> new Event(id, caller, PADDING.substring(0, 200)), _ -> left.countDown())) {
                refused++;
                Thread.sleep(1);
            }
        }
        left.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        LocalHostStats after = host.stats();
        long commits = after.commits() - before.commits();
        print(
                "%,d steps in %.2f s: %,.0f/s, %,d commits of %d steps, commit %.2f ms (%.0f %% of a thread), %d refusals, hits %d misses %d",
                messages,
                seconds,
                messages / seconds,
                commits,
                messages / commits,
                after.commitTime().minus(before.commitTime()).toNanos() / 1e6 / commits,
                after.commitTime().minus(before.commitTime()).toNanos() / 1e7 / seconds / 2,
                refused,
                after.hits() - before.hits(),
                after.misses() - before.misses());
    }

    private static void idle(LocalHost<String> host) throws InterruptedException {
        int calls = 2_000;
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            String id = "idle-" + i;
            var done = new CountDownLatch(1);
            var answered = new AtomicLong();
            long began = System.nanoTime();
            host.submit(new Address("user:" + i), Lane.URGENT, caller -> new Event(id, caller, "x"), _ -> {
                answered.set(System.nanoTime());
                done.countDown();
            });
            done.await();
            nanos[i] = answered.get() - began;
        }
        Arrays.sort(nanos);
        print("idle, to the answer: p50 %.3f ms, p99 %.3f ms", nanos[calls / 2] / 1e6, nanos[calls * 99 / 100] / 1e6);
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    private static void print(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
