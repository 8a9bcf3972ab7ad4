package io.carillon.server.duplicates;

import io.carillon.core.definition.DuplicateRule;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.duplicate.DuplicateKind;
import io.carillon.core.entity.duplicate.DuplicateMessage;
import io.carillon.core.entity.duplicate.DuplicateRow;
import io.carillon.core.entity.duplicate.DuplicateStatus;
import io.carillon.core.entity.duplicate.ScanKind;
import io.carillon.core.entity.duplicate.ScanMessage;
import io.carillon.core.entity.duplicate.ScanState;
import io.carillon.core.entity.duplicate.Suggestion;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.linkage.Evidence;
import io.carillon.linkage.Linked;
import io.carillon.linkage.LinkedPair;
import io.carillon.linkage.Linker;
import io.carillon.linkage.Settings;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches all customers for those that are probably one person: once a day, and when asked to. In the background, on one
 * thread, from what is known of everybody at the time; what was found before and is not any more is withdrawn. After a
 * restart it knows when it searched last; one that was cut off begins anew.
 */
public final class DuplicateSearch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofDays(1);
    /** A start has more urgent things to do. */
    private static final Duration FIRST_AFTER = Duration.ofMinutes(10);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The most probable; more than these nobody looks through. */
    private static final int PAIRS_MAX = 100_000;

    private static final int REASONS_MAX = 12;
    private static final int VALUE_LENGTH_MAX = 200;
    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateSearch.class);

    private final Engine engine;
    private final DuplicateDecisions decisions;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("duplicates").daemon().unstarted(this::run);
    private volatile Progress progress = new Progress("idle", 0, 0);
    private volatile ScanState state = ScanState.NONE;
    private volatile boolean closed;

    /**
     * How far it is.
     *
     * @param stage {@code idle}, {@code reading}, {@code comparing}, {@code noting}
     * @param looked customers read so far
     * @param total customers there are
     */
    public record Progress(String stage, long looked, long total) {}

    public DuplicateSearch(Engine engine, DuplicateDecisions decisions) {
        this.engine = engine;
        this.decisions = decisions;
    }

    public void start() {
        thread.start();
    }

    /** Searches now, or as soon as the search under way is done. */
    public void request() {
        if (wanted.availablePermits() == 0) wanted.release();
    }

    public Progress progress() {
        return progress;
    }

    /** The last search that was begun. */
    public ScanState state() {
        return state;
    }

    private void run() {
        try {
            note(ScanMessage.Show::new);
            Duration wait = FIRST_AFTER;
            while (!closed) {
                boolean isAsked = wanted.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
                if (isAsked || isDue()) search();
                wait = FIRST_AFTER;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            if (!closed) LOG.error("duplicates are not searched for until a restart", e);
        }
    }

    private boolean isDue() {
        Instant now = engine.now();
        return state.finishedAt().map(at -> !now.isBefore(at.plus(EVERY))).orElse(true)
                && !engine.host().rows(PersonKind.CUSTOMERS, "", 2).isEmpty();
    }

    private void search() throws InterruptedException {
        Host<?> host = engine.host();
        note(ScanMessage.Begin::new);
        try {
            long total = host.count(PersonKind.CUSTOMERS);
            progress = new Progress("reading", 0, total);
            Roster roster = Roster.of(host, looked -> progress = new Progress("reading", looked, total));
            progress = new Progress("comparing", total, total);
            List<LinkedPair> pairs = link(roster);
            progress = new Progress("noting", total, total);
            Set<String> found = suggest(roster, pairs);
            withdrawAllBut(found);
            acceptByRule();
            note(replyTo -> new ScanMessage.End(roster.size(), found.size(), replyTo));
            LOG.info("{} pairs among {} customers are probably one person", found.size(), roster.size());
        } finally {
            progress = new Progress("idle", 0, 0);
        }
    }

    /** On one thread of its own, so that others have the rest of the machine. */
    private static List<LinkedPair> link(Roster roster) throws InterruptedException {
        try (var pool = new ForkJoinPool(1)) {
            return pool.submit(() -> {
                        Linked linked =
                                new Linker(Settings.DEFAULT, line -> LOG.debug("{}", line)).link(roster.table());
                        return linked.pairs()
                                .filter(pair -> pair.isAccepted() || pair.probability() >= Settings.DEFAULT.threshold())
                                .sorted((one, other) -> Double.compare(other.probability(), one.probability()))
                                .limit(PAIRS_MAX)
                                .toList();
                    })
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("linking failed", e);
        }
    }

    private Set<String> suggest(Roster roster, List<LinkedPair> pairs) throws InterruptedException {
        SecretKey key = engine.knowledge().addresses().key();
        Set<String> found = new HashSet<>();
        for (LinkedPair pair : pairs) {
            Suggestion suggestion = suggestion(roster.customer(pair.one()), roster.customer(pair.other()), pair);
            String id = DuplicateKind.id(key, suggestion.one(), suggestion.other());
            found.add(id);
            tell(id, replyTo -> new DuplicateMessage.Suggest(suggestion, replyTo));
        }
        return found;
    }

    private Suggestion suggestion(CustomerRef left, CustomerRef right, LinkedPair pair) {
        boolean isInOrder = left.isStrongerThan(right);
        List<Suggestion.Reason> reasons = pair.evidence().stream()
                .limit(REASONS_MAX)
                .map(it -> isInOrder ? reason(it, it.left(), it.right()) : reason(it, it.right(), it.left()))
                .toList();
        return new Suggestion(
                isInOrder ? left : right,
                isInOrder ? right : left,
                Math.round(pair.probability() * Suggestion.MILLION),
                Math.round(pair.bits() * 100),
                reasons,
                engine.now());
    }

    private static Suggestion.Reason reason(Evidence evidence, String left, String right) {
        return new Suggestion.Reason(
                evidence.column(), cut(left), cut(right), evidence.words(), Math.round(evidence.bits() * 100));
    }

    private static String cut(String text) {
        return text.length() <= VALUE_LENGTH_MAX ? text : text.substring(0, VALUE_LENGTH_MAX);
    }

    private void withdrawAllBut(Set<String> found) throws InterruptedException {
        forEachOpen(row -> {
            if (!found.contains(row.id())) tell(row.id(), DuplicateMessage.Withdraw::new);
            return true;
        });
    }

    /** Only what a rule of the workspace says is certain enough. */
    private void acceptByRule() throws InterruptedException {
        OptionalDouble above = engine.workspace()
                .map(workspace -> workspace.duplicates())
                .orElse(DuplicateRule.NEVER)
                .acceptAbove();
        if (above.isEmpty()) return;
        long least = Math.round(above.getAsDouble() * Suggestion.MILLION);
        forEachOpen(row -> {
            if (row.suggestion().millionths() < least) return false;
            decisions.accept(row.id());
            return true;
        });
    }

    private interface Look {
        /** Whether to go on. */
        boolean at(DuplicateRow row) throws InterruptedException;
    }

    private void forEachOpen(Look look) throws InterruptedException {
        String prefix = DuplicateRow.prefix(DuplicateStatus.OPEN);
        String cursor = prefix;
        while (!closed) {
            List<Row> rows = engine.host().rows(DuplicateRow.TABLE, cursor, PAGE);
            for (Row row : rows) {
                if (!row.key().startsWith(prefix)) return;
                if (!look.at(DuplicateRow.Stored.ROWS.decode(row.value()))) return;
                cursor = row.key();
            }
            if (rows.size() < PAGE) return;
        }
        throw new InterruptedException();
    }

    private void tell(String id, Function<ReplyTo, DuplicateMessage> message) throws InterruptedException {
        while (!closed) {
            Asking.Outcome outcome = asking().ask(DuplicateKind.of(id), Lane.BULK, message::apply);
            if (outcome instanceof Asking.Outcome.Answered) return;
            TimeUnit.NANOSECONDS.sleep(PAUSE_MAX.toNanos());
        }
        throw new InterruptedException();
    }

    private void note(Function<ReplyTo, ScanMessage> message) throws InterruptedException {
        while (!closed) {
            Asking.Outcome outcome = asking().ask(ScanKind.ADDRESS, Lane.BULK, message::apply);
            if (outcome instanceof Asking.Outcome.Answered(ScanMessage.Answer(var now))) {
                state = now;
                return;
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE_MAX.toNanos());
        }
        throw new InterruptedException();
    }

    private Asking asking() {
        return engine.asking();
    }

    /** A search under way is given up; the next start begins it anew. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
