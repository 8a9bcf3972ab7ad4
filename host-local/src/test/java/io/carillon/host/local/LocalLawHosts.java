package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.Notice;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.testkit.law.LawHost;
import io.carillon.testkit.law.LawHosts;
import io.carillon.testkit.property.Chance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Local hosts in directories of their own, each for many histories: opening one takes longer than playing one. */
final class LocalLawHosts implements LawHosts {
    private static final int TOGETHER = 250;

    @Override
    public LawHost open(
            List<EntityKind<?, ?, Knowledge>> kinds, Knowledge knowledge, Instant clock, long seed, boolean calm) {
        return new Local(kinds, knowledge, clock);
    }

    @Override
    public int together() {
        return TOGETHER;
    }

    private static final class Local implements LawHost {
        private static final int SHARDS = 2;
        private static final Duration PATIENCE = Duration.ofSeconds(60);
        private final Path directory = Directories.fresh();
        private final List<EntityKind<?, ?, Knowledge>> kinds;
        private final Knowledge knowledge;
        private final SettableTime clock;
        private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
        private Instant latest;
        private LocalHost<Knowledge> local;

        Local(List<EntityKind<?, ?, Knowledge>> kinds, Knowledge knowledge, Instant now) {
            this.kinds = kinds;
            this.knowledge = knowledge;
            clock = new SettableTime(now);
            latest = now;
            local = opened();
        }

        private LocalHost<Knowledge> opened() {
            // Little memory, so that entities are read back from their stored form.
            return new LocalHost<>(
                    LocalHostSettings.at(directory)
                            .withShards(SHARDS)
                            .withTime(clock.time())
                            .withMemory(new LocalHostSettings.Memory(1 << 20, 8 << 20, 8 << 20)),
                    kinds,
                    knowledge);
        }

        @Override
        public Host<Knowledge> host() {
            return new Told(local, answers);
        }

        @Override
        public Instant now() {
            return latest;
        }

        @Override
        public void clock(Instant now) {
            if (now.isAfter(latest)) latest = now;
            clock.set(now);
            local.clockChanged();
        }

        @Override
        public Optional<Instant> nextWakeUp() {
            return Optional.empty();
        }

        @Override
        public boolean step(Chance chance) {
            for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) answer.run();
            return false;
        }

        @Override
        public void settle() {
            if (!local.awaitRest(PATIENCE)) {
                throw new AssertionError("no rest in %s: %s %s".formatted(PATIENCE, local.stats(), local.failure()));
            }
            step(new Chance(0));
        }

        @Override
        public boolean runsByItself() {
            return true;
        }

        /** Whoever was answered has heard of it; whoever was not never will. */
        @Override
        public void crash() {
            local.abandon();
            step(new Chance(0));
            local = opened();
        }

        @Override
        public Optional<Bytes> state(Address address) {
            return local.store()
                    .get(Family.STATES, Keys.entity(address))
                    .map(Bytes::wrap)
                    .map(EntityRecord.CODEC::decode)
                    .flatMap(EntityRecord::state);
        }

        @Override
        public List<HistoryRow> history(Address address) {
            return local.history(address, Long.MAX_VALUE, ROWS_MAX);
        }

        @Override
        public List<Message> onTheWay(Address address) {
            return List.of();
        }

        @Override
        public void close() {
            local.close();
            Directories.delete(directory);
        }
    }

    /** Keeps what is answered until the thread that asked comes for it. */
    private record Told(LocalHost<Knowledge> local, Queue<Runnable> answers) implements Host<Knowledge> {
        @Override
        public boolean submit(Address to, Lane lane, Function<ReplyTo, Message> message, Consumer<Reply> answered) {
            return local.submit(to, lane, message, reply -> answers.add(() -> answered.accept(reply)));
        }

        @Override
        public void listen(Consumer<Notice> listener) {
            local.listen(listener);
        }

        @Override
        public void publish(Knowledge knowledge) {
            local.publish(knowledge);
        }

        @Override
        public long run() {
            return local.run();
        }

        @Override
        public Optional<Bytes> row(String table, String key) {
            return local.row(table, key);
        }

        @Override
        public List<Row> rows(String table, String after, int max) {
            return local.rows(table, after, max);
        }

        @Override
        public long count(String table) {
            return local.count(table);
        }

        @Override
        public List<HistoryRow> history(Address entity, long before, int max) {
            return local.history(entity, before, max);
        }

        @Override
        public List<ParkedMessage> parked(int max) {
            return local.parked(max);
        }

        @Override
        public boolean redrive(ParkId id) {
            return local.redrive(id);
        }

        @Override
        public boolean dismiss(ParkId id) {
            return local.dismiss(id);
        }
    }
}
