package io.carillon.channels.delivery;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.person.DispatchDue;
import io.carillon.core.host.Host;
import io.carillon.core.host.Notice;
import io.carillon.core.host.Row;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker: takes whatever is due in the outbox to its provider, many messages at once, each on a virtual thread of its
 * own. It keeps nothing that matters: after a crash the next courier finds in the outbox all that is to be done.
 */
public final class Courier implements AutoCloseable {
    /** A provider's call never takes longer than this: what an earlier run had under way is settled after it. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    /** How long an errand that lost its way is waited for before its message is looked after. */
    private static final Duration LOST = Duration.ofSeconds(60);

    static final int AGENDA_MAX = 100_000;
    private static final int PAGE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Host<?> host;
    private final Pace pace;
    private final Agenda<DispatchDue> agenda;
    private final CourierMeters meters = new CourierMeters();
    private final long startedNanos;
    private final Set<DispatchId> underWay = ConcurrentHashMap.newKeySet();
    private volatile Map<Channel, Lot> lots = Map.of();
    private final Thread thread;

    /** A carrier and its places. */
    record Lot(Carrier carrier, Semaphore places) {}

    public Courier(Host<?> host, Pace pace) {
        this.host = host;
        this.pace = pace;
        agenda = new Agenda<>(AGENDA_MAX, pace, due -> due.dispatch().text(), DispatchDue::dueAt);
        startedNanos = pace.nanos().getAsLong();
        thread = Thread.ofVirtual().name("carillon-courier").unstarted(this::run);
    }

    /** From now on, who carries what. Messages under way stay with the carrier that has them. */
    public void use(Map<Channel, Carrier> carriers) {
        var fresh = new EnumMap<Channel, Lot>(Channel.class);
        carriers.forEach((channel, carrier) -> fresh.put(channel, new Lot(carrier, new Semaphore(carrier.parallel()))));
        lots = fresh;
    }

    public void start() {
        thread.start();
    }

    /** To be told every notice of the host. */
    public void onNotice(Notice notice) {
        // One that was claimed has its errand, which sees to its end.
        if (notice instanceof DispatchDue due && due.status() == DispatchStatus.QUEUED) agenda.add(due);
    }

    public CourierMeters meters() {
        return meters;
    }

    /** How many messages wait in memory for their time or their turn. */
    public int waiting() {
        return agenda.size();
    }

    /** Whether nothing is due and nothing under way: what there is waits for its time. */
    public boolean rests() {
        return agenda.rests() && underWay.isEmpty();
    }

    /** Looks at the clock now. Couriers look by themselves; for clocks that somebody sets forward. */
    public void clockChanged() {
        agenda.clockChanged();
    }

    private void run() {
        try {
            while (!agenda.isClosed()) {
                Optional<DispatchDue> due = agenda.take();
                if (due.isPresent()) attend(due.get());
                else readTable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!agenda.isClosed()) LOG.error("the courier stopped; no message leaves until a restart", e);
        }
    }

    /** The outbox in order of time, as far as there is room. */
    private void readTable() {
        String after = "";
        int read = 0;
        while (read < AGENDA_MAX && !agenda.isClosed()) {
            List<Row> page = host.rows(Messages.OUTBOX, after, PAGE);
            for (Row row : page) rowOf(row).ifPresent(agenda::add);
            if (page.size() < PAGE) return;
            read += page.size();
            after = page.getLast().key();
        }
    }

    private Optional<DispatchDue> rowOf(Row outbox) {
        String id = outbox.key().substring(outbox.key().indexOf('/') + 1);
        return host.row(Messages.MESSAGES, id)
                .map(bytes -> read(bytes))
                .filter(row -> !row.dispatch().status().isFinal())
                .map(this::dueOf);
    }

    /** One that was claimed was left by an earlier run, or has its errand: {@link #attend} tells them apart at once. */
    private DispatchDue dueOf(MessageRow row) {
        var dispatch = row.dispatch();
        Instant dueAt =
                dispatch.status() == DispatchStatus.CLAIMED ? pace.clock().instant() : dispatch.dueAt();
        return new DispatchDue(dispatch.id(), row.customer(), dispatch.channel(), dispatch.status(), dueAt);
    }

    static MessageRow read(Bytes bytes) {
        return MessageRow.Stored.ROWS.decode(bytes);
    }

    private void attend(DispatchDue due) throws InterruptedException {
        if (underWay.contains(due.dispatch())) { // its own thread will say how it ended
            if (due.status() == DispatchStatus.CLAIMED) again(due, CALL_TIMEOUT);
            return;
        }
        if (due.status() == DispatchStatus.CLAIMED) {
            Duration left = CALL_TIMEOUT.minusNanos(pace.nanos().getAsLong() - startedNanos);
            if (left.isPositive()) again(due, left);
            else errand(due).settleOnThread();
            return;
        }
        Lot lot = lots.get(due.channel());
        if (lot == null) { // the channel is not defined any more: perhaps it will be again
            again(due, CALL_TIMEOUT);
            return;
        }
        Duration pause = lot.carrier().ask(pace.nanos().getAsLong());
        if (!pause.isZero()) {
            again(due, pause);
            return;
        }
        lot.places().acquire();
        errand(due).carryOnThread(lot);
    }

    private Errand errand(DispatchDue due) {
        underWay.add(due.dispatch());
        return new Errand(host, pace, due, meters, ended -> {
            underWay.remove(due.dispatch());
            if (!ended) again(claimed(due), LOST);
        });
    }

    private static DispatchDue claimed(DispatchDue due) {
        return new DispatchDue(due.dispatch(), due.customer(), due.channel(), DispatchStatus.CLAIMED, due.dueAt());
    }

    private void again(DispatchDue due, Duration machineTime) {
        Duration onClock = Duration.ofMillis((long) Math.ceil(machineTime.toNanos() / 1e6 * pace.factor()));
        agenda.add(new DispatchDue(
                due.dispatch(),
                due.customer(),
                due.channel(),
                due.status(),
                pace.clock().instant().plus(onClock)));
    }

    /** Takes no new message; those under way end by themselves. */
    @Override
    public void close() {
        agenda.close();
        thread.interrupt();
    }
}
