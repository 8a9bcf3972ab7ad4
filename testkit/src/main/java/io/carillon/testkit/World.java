package io.carillon.testkit;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.RetentionSweep;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.Run;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A whole engine on a virtual clock: events go in, time passes, messages come out. The entities are the real ones.
 *
 * <p>A person is named by any identifier of theirs, {@code user:ada}; an event may name several, with a space between.
 * Whatever changes something comes to rest before it returns, unless the worker or the provider is told to hold.
 */
public final class World {
    private static final int ROWS_MAX = 100_000;
    private static final int TRIES_MAX = 100;
    private static final int ACTIONS_MAX = 100_000;

    private final SimulatedHost<Knowledge> host;
    private final SimulatedProvider provider = new SimulatedProvider();
    private final SimulatedWorker worker;
    private final Addresses addresses =
            new Addresses("http://localhost:8080", new SecretKey(Bytes.utf8("the secret of a test's world")));
    private final Events events = new Events();
    private final List<JourneyDefinition> journeys = new ArrayList<>();
    private Predicate<PersonMessage> poison = _ -> false;
    private Knowledge knowledge;
    private Optional<Instant> restoredAt = Optional.empty();

    private World(Instant start, Settings settings) {
        knowledge = Knowledge.nothing(addresses);
        host = new SimulatedHost<>(
                List.of(
                        new PoisonedKind<>(new PersonKind(), message -> poison.test(message)),
                        new EndpointKind(),
                        new QualityKind(),
                        new WebhookKind()),
                knowledge,
                start,
                settings);
        worker = new SimulatedWorker(provider, start, host.run());
    }

    /** With nothing published. */
    public static World startingAt(String instant) {
        return startingAt(instant, Settings.calm(1));
    }

    public static World startingAt(String instant, Settings settings) {
        return new World(Instant.parse(instant), settings);
    }

    // What happens.

    /** Publishes it in place of the one before. */
    public World workspace(WorkspaceFiles files) {
        Workspace workspace = files.read();
        knowledge = Knowledge.of(knowledge.version() + 1, workspace, journeys, addresses, restoredAt);
        journeys.addAll(workspace.journeys().values());
        host.publish(knowledge);
        return this;
    }

    /** What is stored so far comes from a backup that goes on now, by these definitions. */
    public World restored(WorkspaceFiles files) {
        restoredAt = Optional.of(now());
        return workspace(files);
    }

    /** What the definitions mean for everybody who was ever known, as a server has it done in the background. */
    public World backfill() {
        handBackfill();
        rest();
        return this;
    }

    /** As {@link #backfill}, and lets nothing come of it yet. */
    public void handBackfill() {
        for (Row row : host.rows(PersonKind.CUSTOMERS, "", ROWS_MAX)) {
            CustomerRef customer = CustomerRef.decode(row.value());
            ask(
                    customer.address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Refresh(replyTo)));
        }
    }

    /** What is older than the workspace keeps it goes, as a server has it done in the background; gives how many rows. */
    public long forgetWhatIsOld() {
        long rows = 0;
        for (RetentionList stage : RetentionList.values()) {
            String cursor = "";
            boolean isLast = false;
            while (!isLast) {
                RetentionSweep.Page page = RetentionSweep.page(host, knowledge, stage, cursor, now());
                List<Question> asked = page.tasks().stream()
                        .map(task -> ask(task.to(), Lane.BULK, task.message()))
                        .toList();
                rest();
                for (Question question : asked) {
                    rows += ((Answers.Forgotten) question.reply().orElseThrow()).rows();
                }
                cursor = page.cursor();
                isLast = page.isLast();
            }
        }
        return rows;
    }

    /** The customers that are nobody else, in the order of their ids. */
    public List<Root> roots() {
        return host.rows(PersonKind.CUSTOMERS, "", ROWS_MAX).stream()
                .map(row -> survivorOf(CustomerRef.decode(row.value())))
                .distinct()
                .map(this::root)
                .toList();
    }

    private Root root(CustomerRef customer) {
        return found(
                customer.address(),
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Show(replyTo)));
    }

    /** What is published. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** An event that happens now; its properties as names and values in turn. */
    public World track(String who, String event, String... properties) {
        return trackLate(Duration.ZERO, who, event, properties);
    }

    /** An event that happened some time ago and is heard of now. */
    public World trackLate(Duration age, String who, String event, String... properties) {
        return happens(eventBefore(age, who, event, properties));
    }

    /** Traits as names and values in turn. */
    public World identify(String who, String... traits) {
        return identify(who, Events.fields(traits));
    }

    public World identify(String who, Value.Fields traits) {
        return identifyLate(Duration.ZERO, who, traits);
    }

    public World identifyLate(Duration age, String who, Value.Fields traits) {
        return happens(events.identify(who, now().minus(age), now(), traits));
    }

    private World happens(Event event) {
        // Who gets no answer, as the process died, hands it in again.
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Question question = hand(event);
            rest();
            if (question.isAnswered()) return this;
        }
        throw new AssertionError("no answer to " + event);
    }

    /** Hands an event in and lets nothing come of it yet. */
    public Question hand(Event event) {
        Lane lane = knowledge.isUrgent(event.name()) ? Lane.URGENT : Lane.BULK;
        return ask(event.strongest().address(), lane, replyTo -> new PersonMessage.Received(event, replyTo));
    }

    /** Makes an event that happened some time ago, see {@link #hand}. */
    public Event eventBefore(Duration age, String who, String name, String... properties) {
        return events.track(who, name, now().minus(age), now(), properties);
    }

    /** Time passes; at each instant at which something is due everything comes to rest. */
    public World advance(Duration duration) {
        Instant end = now().plus(duration);
        rest();
        for (Optional<Instant> next = nextAt(); next.isPresent() && !next.get().isAfter(end); next = nextAt()) {
            clock(next.get());
            rest();
        }
        clock(end);
        rest();
        return this;
    }

    /** The process dies and starts again at once; what waits in the host is kept. */
    public World crash() {
        host.crash(false);
        rest();
        return this;
    }

    /** Messages for which the handler of persons fails from now on. */
    public World poison(Predicate<PersonMessage> poisonous) {
        poison = poisonous;
        return this;
    }

    public World cure() {
        return poison(_ -> false);
    }

    public World redrive(ParkedMessage parked) {
        host.redrive(parked.id());
        rest();
        return this;
    }

    public World dismiss(ParkedMessage parked) {
        host.dismiss(parked.id());
        rest();
        return this;
    }

    // What people and operators ask for.

    /** By API, for whoever owns the identifier. */
    public Question choose(String who, Channel channel, String topic, boolean subscribed) {
        CustomerRef customer = customer(who).links().self();
        Question question = handChoice(customer, channel, topic, subscribed);
        rest();
        return question;
    }

    /** How they wish to be reached from now on. */
    public World prefer(String who, Preferences preferences) {
        CustomerRef customer = customer(who).links().self();
        ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Prefer(preferences, replyTo)));
        rest();
        return this;
    }

    /** As {@link #choose}, and lets nothing come of it yet. */
    public Question handChoice(CustomerRef customer, Channel channel, String topic, boolean subscribed) {
        var subscription = new Subscription(channel, new TopicId(topic));
        return ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(
                        customer, new CustomerMessage.Choose(subscription, subscribed, replyTo)));
    }

    /** By the link in a message. */
    public Question unsubscribeBy(SimulatedProvider.Taken message) {
        Question question = handLink(linkOf(message.email().unsubscribeUrl().orElseThrow()));
        rest();
        return question;
    }

    /** As {@link #unsubscribeBy}, and lets nothing come of it yet. */
    public Question handLink(Addresses.Unsubscribe link) {
        Instant at = now();
        return ask(
                link.endpoint().address(),
                Lane.URGENT,
                replyTo -> new EndpointMessage.Withdraw(
                        link.topic(), at, Optional.of(link.customer()), List.of(), List.of(), replyTo));
    }

    private Addresses.Unsubscribe linkOf(String url) {
        return addresses
                .readToken(url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow(() -> new AssertionError("no unsubscribe link: " + url));
    }

    /** By hand. */
    public Question retry(String who, DispatchId message) {
        CustomerRef customer = customer(who).links().self();
        Question question = ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Retry(message, replyTo)));
        rest();
        return question;
    }

    // What came of it.

    /** Names of the messages that left for a person, oldest first. */
    public List<String> messagesTo(String who) {
        CustomerRef self = customer(who).links().self();
        return provider.taken().stream()
                .map(taken -> row(taken.message().id()))
                .filter(row -> survivorOf(row.customer()).equals(self))
                .map(row -> row.dispatch().message().text())
                .toList();
    }

    /** What arrived in an inbox, oldest first. */
    public List<SimulatedProvider.Taken> inbox(String address) {
        return provider.taken().stream()
                .filter(taken -> taken.message().to().value().equals(address))
                .toList();
    }

    /** Why a person was not told something, each time, oldest first: the gate that did not let it pass. */
    public List<Gate> withheldFrom(String who) {
        return decisionsOf(who).stream()
                .filter(decision ->
                        decision.status() == DispatchStatus.WITHHELD || decision.status() == DispatchStatus.LAPSED)
                .map(decision -> decision.reasons().getLast())
                .map(Reason::gate)
                .toList();
    }

    /** Everything that was decided about a person, and about those who merged into them, oldest first. */
    public List<Decision> decisionsOf(String who) {
        return historyOf(who)
                .flatMap(entry ->
                        entry instanceof HistoryEntry.Decided(var decision) ? Stream.of(decision) : Stream.empty())
                .toList();
    }

    /** A person's history with that of those who merged into them, oldest first. */
    public Stream<HistoryEntry> historyOf(String who) {
        var links = customer(who).links();
        var born = new TreeSet<>(links.absorbed());
        born.add(links.self());
        return born.stream()
                .map(CustomerRef::address)
                .distinct()
                .flatMap(address -> host.history(address, Long.MAX_VALUE, ROWS_MAX).reversed().stream())
                .map(HistoryRow::content)
                .map(HistoryCodec.ROWS::decode)
                .sorted(Comparator.comparing(HistoryEntry::at));
    }

    /** Their messages, oldest first. */
    public List<Dispatch> dispatchesOf(String who) {
        return List.copyOf(customer(who).customer().dispatches().byId().values());
    }

    public List<Run> runsOf(String who) {
        return List.copyOf(customer(who).customer().runs().active().values());
    }

    /** The only message of theirs. */
    public Dispatch messageOf(String who) {
        List<Dispatch> dispatches = dispatchesOf(who);
        if (dispatches.size() != 1) throw new AssertionError("not one message but " + dispatches);
        return dispatches.getFirst();
    }

    /** Customer ids of a segment's members. */
    public List<String> membersOf(String segment) {
        return host.rows("members:" + segment, "", ROWS_MAX).stream()
                .map(Row::key)
                .toList();
    }

    public String idOf(String who) {
        return addresses.idOf(customer(who).links().self()).text();
    }

    /** Comes to rest first, but for the worker. */
    public Root customer(String who) {
        Identifier identifier = Events.identifiers(who).getFirst();
        return found(identifier.address(), PersonMessage.WhoIs::new);
    }

    /** Whoever has absorbed a customer, or they themselves. */
    public CustomerRef survivorOf(CustomerRef customer) {
        return found(
                        customer.address(),
                        replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Show(replyTo)))
                .links()
                .self();
    }

    private Root found(Address to, Function<ReplyTo, Message> asking) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Question question = ask(to, Lane.URGENT, asking);
            host.rest();
            if (question.reply().isEmpty()) continue;
            if (question.reply().get() instanceof Answers.Found(var _, var root)) return root;
            throw new AssertionError("nobody is " + to + ": " + question.reply());
        }
        throw new AssertionError("no answer from " + to);
    }

    /** The message as lists show it. */
    public MessageRow row(DispatchId id) {
        return host.row(Messages.MESSAGES, id.text())
                .map(MessageRow.Stored.ROWS::decode)
                .orElseThrow(() -> new AssertionError("no row of " + id));
    }

    /** All messages as lists show them. */
    public List<MessageRow> rows() {
        return host.rows(Messages.MESSAGES, "", ROWS_MAX).stream()
                .map(row -> MessageRow.Stored.ROWS.decode(row.value()))
                .toList();
    }

    /** What webhooks are still to be told, and what is dead. */
    public List<WebhookCall> calls() {
        return host.rows(WebhookCalls.CALLS, "", ROWS_MAX).stream()
                .map(row -> WebhookCall.Stored.CALLS.decode(row.value()))
                .toList();
    }

    /** The receiver of a webhook has taken a call. */
    public World taken(WebhookCall call) {
        return told(call, new WebhookMessage.Delivered(call, ReplyTo.NOBODY));
    }

    /** It has not, in each of so many attempts. */
    public World notTaken(String id, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            WebhookCall call = calls().stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            told(call, new WebhookMessage.Failed(call, "500", Duration.ZERO, ReplyTo.NOBODY));
        }
        return this;
    }

    private World told(WebhookCall call, WebhookMessage message) {
        ask(WebhookKind.of(call.webhook()), Lane.URGENT, _ -> message);
        rest();
        return this;
    }

    // The parts.

    public Instant now() {
        return host.now();
    }

    public SimulatedHost<Knowledge> host() {
        return host;
    }

    public SimulatedProvider provider() {
        return provider;
    }

    public SimulatedWorker worker() {
        return worker;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Hands a message in and lets nothing come of it yet. */
    public Question ask(Address to, Lane lane, Function<ReplyTo, Message> message) {
        var question = new Question();
        if (!host.submit(to, lane, message, question::answered)) throw new AssertionError("the host is full");
        return question;
    }

    /** Everything that can happen now happens. */
    public void rest() {
        for (int actions = 0; actions < ACTIONS_MAX; actions++) {
            host.rest();
            List<SimulatedWorker.Action> possible = worker.actions(host, now());
            if (possible.isEmpty()) return;
            worker.act(possible.getFirst(), host, now());
        }
        throw new AssertionError("the worker does not come to rest");
    }

    /**
     * One thing happens: a step of the host or an action of the worker, by chance.
     *
     * @return false when nothing is left to happen now
     */
    public boolean step(Chance chance) {
        List<SimulatedWorker.Action> possible = worker.actions(host, now());
        boolean hostRests = host.deliverable().isEmpty();
        if (hostRests && possible.isEmpty()) return false;
        if (possible.isEmpty() || (!hostRests && chance.chance(0.7))) host.step(chance);
        else worker.act(chance.pick(possible), host, now());
        return true;
    }

    /** The next instant at which something happens by itself. */
    public Optional<Instant> nextAt() {
        return Stream.concat(host.nextWakeUp().stream(), worker.nextAt(host, now()).stream())
                .filter(at -> at.isAfter(now()))
                .min(Instant::compareTo);
    }

    /** It is that late now; nothing comes of it yet, but for calls that take no longer. */
    public void clock(Instant instant) {
        host.clock(instant);
        worker.landOverdue(instant);
    }
}
