package io.carillon.server.runtime;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.Occurrences;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Limits;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Counts who meets a condition that is not published, from stored states and histories: everybody when the budget
 * suffices, else a random part. Customer ids are keyed hashes, so who comes after a random id is a random choice. One at a
 * time.
 */
public final class Preview {
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int START_LENGTH = 4;

    /** Of the standard normal distribution, for 95 %. */
    private static final double Z = 1.96;

    private final Host<Knowledge> host;
    private final Supplier<Knowledge> knowledge;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);

    public Preview(Host<Knowledge> host, Supplier<Knowledge> knowledge, InstantSource clock) {
        this.host = host;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * How much may be spent.
     *
     * @param evaluations customers looked at, those who were absorbed included
     * @param sample people to show, of those who meet it
     */
    public record Budget(Duration time, int evaluations, int sample) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * So many meet it.
         *
         * @param error the true count is within so many of it with a probability of 95 %; 0 when it is exact
         * @param looked how many customers it is known from
         * @param sample some of them, picked at random
         */
        record Counted(long count, boolean exact, long error, long looked, List<Root> sample) implements Outcome {}

        /** Another is under way. */
        record Busy() implements Outcome {}
    }

    public Outcome count(Condition condition, Budget budget) {
        if (!one.tryAcquire()) return new Outcome.Busy();
        try {
            return new Count(condition, knowledge.get(), budget).run();
        } finally {
            one.release();
        }
    }

    /** One count under way. */
    private final class Count {
        private final Condition condition;
        private final Knowledge known;
        private final Tracking tracking;
        private final boolean isKept;
        private final Budget budget;
        private final long end;
        private final List<Root> sample = new ArrayList<>();
        private long looked;
        private long meeting;

        Count(Condition condition, Knowledge known, Budget budget) {
            this.condition = condition;
            this.known = known;
            this.budget = budget;
            tracking = Tracking.of(List.of(condition), List.of());
            isKept = known.behaviours().covers(tracking);
            end = System.nanoTime() + budget.time().toNanos();
        }

        Outcome run() {
            long total = host.count(PersonKind.CUSTOMERS);
            String start = start();
            boolean isWhole = look(start, Optional.empty()) && look("", Optional.of(start));
            if (isWhole) return new Outcome.Counted(meeting, true, 0, looked, sample);
            double share = looked == 0 ? 0 : (double) meeting / looked;
            return new Outcome.Counted(Math.round(share * total), false, error(total), looked, sample);
        }

        /** Half the width of the interval of Agresti and Coull (1998), for a part drawn without putting back. */
        private long error(long total) {
            double n = looked + Z * Z;
            double middle = (meeting + Z * Z / 2) / n;
            double half = Z * Math.sqrt(middle * (1 - middle) / n);
            double share = looked == 0 ? 0 : (double) meeting / looked;
            double left = total <= 1 ? 1 : Math.sqrt(Math.max(0, (double) (total - looked) / (total - 1)));
            double error = Math.max(middle + half - share, share - middle + half) * left;
            return (long) Math.ceil(Math.min(1, error) * total);
        }

        /**
         * Looks at customers in the order of their ids.
         *
         * @return whether it came to the end, rather than to that of the budget
         */
        private boolean look(String after, Optional<String> until) {
            String cursor = after;
            while (true) {
                List<Row> rows = host.rows(PersonKind.CUSTOMERS, cursor, AT_ONCE).stream()
                        .filter(row -> until.isEmpty() || row.key().compareTo(until.get()) <= 0)
                        .toList();
                if (rows.isEmpty()) return true;
                if (!lookAt(rows)) return false;
                cursor = rows.getLast().key();
            }
        }

        private boolean lookAt(List<Row> rows) {
            if (System.nanoTime() > end || looked + rows.size() > budget.evaluations()) return false;
            var asked = new ArrayList<CompletableFuture<Answers>>();
            for (Row row : rows) asked.add(ask(CustomerRef.decode(row.value())));
            for (int i = 0; i < rows.size(); i++) {
                Optional<Answers> answer = answer(asked.get(i));
                if (answer.isEmpty()) return false;
                looked++;
                CustomerRef asking = CustomerRef.decode(rows.get(i).value());
                // Who was absorbed is counted as part of whoever absorbed them.
                if (answer.get() instanceof Answers.Found(var self, var root) && self.equals(asking) && meets(root))
                    count(root);
            }
            return true;
        }

        private void count(Root root) {
            meeting++;
            if (sample.size() < budget.sample()) sample.add(root);
        }

        private boolean meets(Root root) {
            var subject = new CustomerSubject(root, known);
            boolean isKnown = isKept && root.customer().behaviour().isCompleteFor(known.behaviours());
            return Evaluator.holds(
                    condition,
                    isKnown || tracking.isNothing() ? subject : subject.with(counted(root)),
                    clock.instant());
        }

        /** From the history, with that of all whom they absorbed. */
        private Behaviour counted(Root root) {
            Behaviour counted = count(root.links().self(), Behaviour.NONE);
            for (CustomerRef absorbed : root.links().absorbed()) counted = count(absorbed, counted);
            return counted;
        }

        private Behaviour count(CustomerRef part, Behaviour before) {
            Behaviour counted = before;
            long from = Long.MAX_VALUE;
            while (from > 0) {
                List<HistoryRow> rows = host.history(part.address(), from, Limits.HISTORY_PAGE_MAX);
                var occurrences = new ArrayList<Occurrence>();
                for (HistoryRow row : rows) {
                    Occurrences.of(HistoryCodec.ROWS.decode(row.content())).ifPresent(occurrences::add);
                }
                counted = counted.observe(occurrences, tracking);
                from = rows.size() < Limits.HISTORY_PAGE_MAX
                        ? 0
                        : rows.getLast().number();
            }
            return counted;
        }

        private CompletableFuture<Answers> ask(CustomerRef customer) {
            var answer = new CompletableFuture<Answers>();
            boolean taken = host.submit(
                    customer.address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Show(replyTo)),
                    reply -> answer.complete(reply instanceof Answers answers ? answers : new Answers.NotFound()));
            if (!taken) answer.cancel(false);
            return answer;
        }

        /** Nothing when the host has no room or is late: what is known so far is the answer. */
        private Optional<Answers> answer(CompletableFuture<Answers> asked) {
            if (asked.isCancelled()) return Optional.empty();
            try {
                return Optional.of(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Where it begins: anywhere, with equal chances. */
    private static String start() {
        var start = new StringBuilder();
        for (int i = 0; i < START_LENGTH; i++) {
            start.append(ID_LETTERS.charAt(ThreadLocalRandom.current().nextInt(ID_LETTERS.length())));
        }
        return start.toString();
    }
}
