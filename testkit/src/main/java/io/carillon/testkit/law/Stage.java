package io.carillon.testkit.law;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.message.DispatchId;
import io.carillon.testkit.Events;
import io.carillon.testkit.PoisonedKind;
import io.carillon.testkit.Question;
import io.carillon.testkit.SimulatedProvider;
import io.carillon.testkit.SimulatedWorker;
import io.carillon.testkit.identity.Seen;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** A host, a worker and a provider, on which histories happen. Not thread-safe. */
final class Stage implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** Probability of a crash after a slot, on a host that runs by itself. */
    static final double CRASHES = 0.01;

    private static final String POISON = "name=Poison";
    private static final int STEPS_MAX = 30;
    private static final int ACTIONS_MAX = 1_000_000;
    private static final PersonKind PERSONS = new PersonKind();

    private final LawHost host;
    private final SimulatedProvider provider = new SimulatedProvider();
    private final SimulatedWorker worker;
    private final Addresses addresses =
            new Addresses("http://localhost:8080", new SecretKey(Bytes.utf8("the secret of the laws")));
    private final Events events = new Events();
    private final AtomicBoolean poisoned = new AtomicBoolean(true);
    private final Knowledge knowledge;

    Stage(LawHosts hosts, Play<?, ?> play, long seed) {
        knowledge = Knowledge.of(1, play.workspace(), List.of(), addresses);
        host = hosts.open(
                List.of(
                        new PoisonedKind<>(
                                PERSONS,
                                message -> poisoned.get() && message.toString().contains(POISON)),
                        new EndpointKind(),
                        new QualityKind()),
                knowledge,
                START,
                seed,
                play.isOneAtATime());
        worker = new SimulatedWorker(provider, START, host.host().run());
    }

    // What happens.

    Question hand(Event event) {
        Lane lane = knowledge.isUrgent(event.name()) ? Lane.URGENT : Lane.BULK;
        return ask(event.strongest().address(), lane, replyTo -> new PersonMessage.Received(event, replyTo));
    }

    Question ask(Address to, Lane lane, Function<ReplyTo, Message> message) {
        var question = new Question();
        if (!host.host().submit(to, lane, message, question::answered)) throw new AssertionError("the host is full");
        return question;
    }

    /** Time passes until a slot, with whatever is due meanwhile. */
    void passesTo(int slot, Chance chance, Runnable notice) {
        Instant end = START.plus(Timed.SLOT.multipliedBy(slot));
        passes(end, chance, notice);
        clock(end);
    }

    private void passes(Instant end, Chance chance, Runnable notice) {
        for (Optional<Instant> next = nextAt(); next.isPresent() && !next.get().isAfter(end); next = nextAt()) {
            clock(next.get());
            stir(chance, notice);
        }
    }

    /** Some of what can happen now does. */
    void stir(Chance chance, Runnable notice) {
        int steps = host.runsByItself() ? 2 : chance.between(0, STEPS_MAX);
        for (int i = 0; i < steps && step(chance); i++) notice.run();
        notice.run();
    }

    /** One thing happens. */
    boolean step(Chance chance) {
        if (chance.chance(0.7) && host.step(chance)) return true;
        double share = host.runsByItself() ? 0.8 : 0;
        return worker.act(host.host(), now(), chance, share) || host.step(chance);
    }

    /** On a host of its own, mostly: time passes until a message is on the wire. */
    void untilACall(Chance chance, Runnable notice) {
        if (host.runsByItself() || chance.chance(0.3)) return;
        Instant end = now().plus(Duration.ofMinutes(20));
        while (worker.calling() == 0) {
            if (step(chance)) {
                notice.run();
                continue;
            }
            Optional<Instant> next = nextAt();
            if (next.isEmpty() || next.get().isAfter(end)) return;
            clock(next.get());
        }
    }

    void settle(Chance chance) {
        for (int actions = 0; actions < ACTIONS_MAX; actions++) {
            if (step(chance)) continue;
            host.settle();
            if (!step(chance)) return;
        }
        throw new AssertionError("no rest");
    }

    /** Days pass, and everything that is due happens. */
    void daysPass(Chance chance, Runnable notice) {
        Instant from = now();
        passes(from.plus(Duration.ofMinutes(30)), chance, notice);
        pause(60, Duration.ofSeconds(30), chance, notice);
        pause(12, Duration.ofMinutes(10), chance, notice);
        pause(20, Duration.ofHours(5), chance, notice);
    }

    private void pause(int times, Duration each, Chance chance, Runnable notice) {
        Instant end = now().plus(each.multipliedBy(times));
        if (!host.runsByItself()) {
            for (Optional<Instant> next = nextAt();
                    next.isPresent() && !next.get().isAfter(end);
                    next = nextAt()) {
                clock(next.get());
                settle(chance);
                notice.run();
            }
        } else {
            for (int i = 0; i < times; i++) {
                clock(now().plus(each));
                settle(chance);
                notice.run();
            }
        }
        clock(end);
        settle(chance);
        notice.run();
    }

    void clock(Instant instant) {
        host.clock(instant);
        worker.landOverdue(now());
    }

    void crash() {
        host.crash();
    }

    void cure() {
        poisoned.set(false);
    }

    private Optional<Instant> nextAt() {
        return Stream.concat(
                        host.nextWakeUp().stream(),
                        host.runsByItself() ? Stream.empty() : worker.nextAt(host.host(), now()).stream())
                .filter(at -> at.isAfter(now()))
                .min(Instant::compareTo);
    }

    // What came of it.

    /** Who a customer is today. */
    CustomerRef today(CustomerRef customer) {
        CustomerRef at = customer;
        while (person(at.address()).born().get(at.generation()) instanceof Role.Merged(var into)) at = into;
        return at;
    }

    Optional<Root> ownerOf(Identifier identifier) {
        return host.state(identifier.address())
                .flatMap(state -> PERSONS.states().decode(state).identifier().owner())
                .map(this::today)
                .map(this::root);
    }

    Root root(CustomerRef customer) {
        if (person(customer.address()).born().get(customer.generation()) instanceof Role.Is(var root)) return root;
        throw new AssertionError(customer + " is nobody today");
    }

    private Person person(Address address) {
        return PERSONS.states()
                .decode(host.state(address).orElseThrow(() -> new AssertionError("nobody at " + address)));
    }

    /** The messages of a history. */
    List<MessageRow> rows(Space space) {
        return host.host().rows(Messages.MESSAGES, "", Seen.ROWS_MAX).stream()
                .map(row -> MessageRow.Stored.ROWS.decode(row.value()))
                .filter(row -> space.has(row.customer()))
                .toList();
    }

    MessageRow row(DispatchId id) {
        return host.host()
                .row(Messages.MESSAGES, id.text())
                .map(MessageRow.Stored.ROWS::decode)
                .orElseThrow(() -> new AssertionError("no row of " + id));
    }

    // The parts.

    LawHost host() {
        return host;
    }

    SimulatedProvider provider() {
        return provider;
    }

    Events events() {
        return events;
    }

    Addresses addresses() {
        return addresses;
    }

    Instant now() {
        return host.now();
    }

    Instant start() {
        return START;
    }

    @Override
    public void close() {
        host.close();
    }
}
