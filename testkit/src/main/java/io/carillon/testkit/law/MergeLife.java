package io.carillon.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Profile;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentId;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.identity.Picture;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One person in pieces. */
final class MergeLife implements Life<MergeAct, MergeLaw> {
    static final int ENDINGS = 6;
    private static final int BECOME_ONE = 2;
    private static final int ARE_ONE = 4;
    static final int LAST = 5;
    private static final Duration WAIT = Duration.ofHours(3);
    private static final TopicId NEWS = new TopicId("news");

    private final Stage stage;
    private final Space space;
    private final Map<Event, Question> asked = new LinkedHashMap<>();
    private final Findings<MergeLaw> findings = new Findings<>();
    private Map<String, CartRun> expected = new TreeMap<>();

    MergeLife(Stage stage, Space space, Chance chance) {
        this.stage = stage;
        this.space = space;
        hand(identify("user:u1", "Berlin"));
        stage.settle(chance);
    }

    @Override
    public void happens(MergeAct act) {
        switch (act) {
            case MergeAct.Does(var who, var event, var detail, var age) -> hand(track(who, event, detail, age));
            case MergeAct.Says(var who, var city) -> hand(identify(who, city));
            case MergeAct.Chooses(var who, var byText, var subscribed) ->
                stage.ownerOf(space.identifier(first(who)))
                        .ifPresent(root -> choose(root.links().self(), byText, subscribed));
        }
    }

    private static String first(String who) {
        int end = who.indexOf(' ');
        return end < 0 ? who : who.substring(0, end);
    }

    private void choose(CustomerRef customer, boolean byText, boolean subscribed) {
        var subscription = new Subscription(byText ? Channel.SMS : Channel.EMAIL, NEWS);
        stage.ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(
                        customer, new CustomerMessage.Choose(subscription, subscribed, replyTo)));
    }

    private void hand(Event event) {
        asked.put(event, stage.hand(event));
    }

    private Event identify(String who, String city) {
        return stage.events().identify(space.who(who), stage.now(), stage.now(), Events.fields("city", city));
    }

    private Event track(String who, String name, String detail, Duration age) {
        String property = name.equals("Paid") ? "total" : "cart_id";
        return stage.events().track(space.who(who), name, stage.now().minus(age), stage.now(), property, detail);
    }

    @Override
    public void ends(int ending) {
        switch (ending) {
            case BECOME_ONE -> hand(identify(String.join(" ", MergeAct.HALVES), "Wien"));
            case ARE_ONE -> {
                looks();
                lookAtRuns();
            }
            case LAST -> hand(track("device:d1", "Last", "", Duration.ZERO));
            default -> asked.replaceAll((event, question) -> question.isAnswered() ? question : stage.hand(event));
        }
    }

    // Segments.

    /** At this instant, of each customer that there is. */
    @Override
    public void looks() {
        Picture picture = picture();
        var events = new TreeMap<Identifier, List<Event>>();
        for (Event event : happened().keySet()) {
            Optional.ofNullable(picture.customers().get(event.id()))
                    .ifPresent(customer -> events.computeIfAbsent(customer, _ -> new ArrayList<>())
                            .add(event));
        }
        picture.roots().keySet().forEach(customer -> {
            for (BruteForce segment : BruteForce.values()) {
                List<Event> theirs = events.getOrDefault(customer.bornAt(), List.of());
                boolean isIn = isListed(segment, customer);
                if (isIn != segment.has(theirs, stage.now())) {
                    findings.none(
                            MergeLaw.SEGMENTS_ARE_BRUTE_FORCE,
                            List.of("%s in %s is %s at %s with %s"
                                    .formatted(customer, segment, isIn, stage.now(), theirs)));
                }
            }
        });
        picture.merged().keySet().forEach(customer -> {
            for (BruteForce segment : BruteForce.values()) {
                if (isListed(segment, customer)) {
                    findings.none(MergeLaw.NOBODY_IS_LISTED_TWICE, List.of(customer + " in " + segment));
                }
            }
        });
    }

    private boolean isListed(BruteForce segment, CustomerRef customer) {
        return stage.host()
                .host()
                .row(
                        Segments.membersOf(new SegmentId(segment.id())),
                        stage.addresses().idOf(customer).text())
                .isPresent();
    }

    // Runs.

    /** A cart that was not bought: when it may have been put there, and when its wait may end. */
    private record CartRun(List<Instant> started, List<Instant> until) {}

    private void lookAtRuns() {
        if (!isOne()) return;
        expected = expectedRuns();
        Root root = person();
        expected.forEach((cart, run) -> {
            List<Run> active = root.customer().runs().active().values().stream()
                    .filter(one -> one.key().key().equals(cart))
                    .toList();
            findings.holds(
                    MergeLaw.RUNS_SURVIVE,
                    () -> assertThat(active)
                            .as("runs of %s, put there at %s", cart, run.started)
                            .hasSize(run.started.isEmpty() ? 0 : 1));
            for (Run one : active) {
                findings.holds(MergeLaw.TIMERS_SURVIVE, () -> {
                    assertThat(one.position()).isInstanceOf(RunPosition.Waiting.class);
                    assertThat(run.until).contains(((RunPosition.Waiting) one.position()).until());
                });
            }
        });
    }

    private Map<String, CartRun> expectedRuns() {
        var runs = new TreeMap<String, CartRun>();
        for (String cart : List.of("c1", "c2")) {
            Map<Event, Instant> added = happened("Product Added", cart);
            Map<Event, Instant> bought = happened("Order Completed", cart);
            // An order that came late ends what was put there after it: another story.
            boolean isLate = bought.entrySet().stream()
                    .anyMatch(order -> added.entrySet().stream()
                            .anyMatch(one -> order.getKey()
                                            .occurredAt()
                                            .isBefore(one.getKey().occurredAt())
                                    && !order.getValue().isBefore(one.getValue())));
            if (isLate || isOrderedElsewhere(cart)) continue;
            Instant lastOrder = bought.keySet().stream()
                    .map(Event::occurredAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
            added.keySet().removeIf(event -> !event.occurredAt().isAfter(lastOrder));
            runs.put(
                    cart,
                    new CartRun(
                            added.keySet().stream().map(Event::occurredAt).toList(),
                            added.values().stream().map(at -> at.plus(WAIT)).toList()));
        }
        return runs;
    }

    /**
     * Whether one half put it there before and after an order of which it did not know, or a third half has a part in it:
     * one run stood for both, and ends with the order, as it would had the order come late.
     */
    private boolean isOrderedElsewhere(String cart) {
        List<Map<Event, Instant>> halves = MergeAct.HALVES.stream()
                .map(half -> ofCart(happenedAt(half), cart))
                .filter(half -> !half.isEmpty())
                .toList();
        return halves.size() > 2
                || (halves.size() == 2
                        && (isAround(halves.getFirst(), halves.getLast())
                                || isAround(halves.getLast(), halves.getFirst())));
    }

    private static boolean isAround(Map<Event, Instant> half, Map<Event, Instant> other) {
        List<Instant> added = times(half, "Product Added");
        return times(other, "Order Completed").stream()
                .anyMatch(order -> added.stream().anyMatch(at -> !order.isBefore(at))
                        && added.stream().anyMatch(order::isBefore));
    }

    private static List<Instant> times(Map<Event, Instant> events, String name) {
        return events.keySet().stream()
                .filter(event -> event.name().equals(name))
                .map(Event::occurredAt)
                .toList();
    }

    private static Map<Event, Instant> ofCart(Map<Event, Instant> events, String cart) {
        events.keySet()
                .removeIf(event -> !event.properties().fields().toString().contains(cart));
        return events;
    }

    private Map<Event, Instant> happened(String name, String cart) {
        Map<Event, Instant> all = ofCart(happened(), cart);
        all.keySet().removeIf(event -> !event.name().equals(name));
        return all;
    }

    /** Each event that is in, and when it came in. */
    private Map<Event, Instant> happened() {
        var happened = new LinkedHashMap<Event, Instant>();
        for (String half : MergeAct.HALVES) happened.putAll(happenedAt(half));
        return happened;
    }

    private Map<Event, Instant> happenedAt(String half) {
        var happened = new LinkedHashMap<Event, Instant>();
        history(half).forEach(entry -> {
            if (entry instanceof HistoryEntry.Happened(var at, var event, var _)) happened.put(event, at);
        });
        return happened;
    }

    private List<HistoryEntry> histories() {
        return MergeAct.HALVES.stream().flatMap(this::history).toList();
    }

    private Stream<HistoryEntry> history(String half) {
        return stage.host().history(space.identifier(half).address()).reversed().stream()
                .map(row -> HistoryCodec.ROWS.decode(row.content()));
    }

    private boolean isOne() {
        Picture picture = picture();
        return picture.owners().size() == MergeAct.HALVES.size()
                && picture.owners().values().stream().allMatch(space.identifier("user:u1")::equals);
    }

    // In the end.

    @Override
    public Findings<MergeLaw> findings() {
        looks();
        if (!isOne()) return findings; // a crash took the event that says so, again and again
        Root root = person();
        Profile profile = Profile.EMPTY;
        Consents consents = Consents.NONE;
        for (HistoryEntry entry : histories()) {
            if (entry instanceof HistoryEntry.Happened(var _, var event, var _)) profile = profile.with(event);
            if (entry instanceof HistoryEntry.Chose(var _, var subscription, var consent, var _)) {
                consents = consents.with(subscription, consent);
            }
        }
        Profile allSaid = profile;
        Consents allChosen = consents;
        findings.holds(
                MergeLaw.PROFILES_SURVIVE,
                () -> assertThat(root.customer().profile()).isEqualTo(allSaid));
        findings.holds(
                MergeLaw.CONSENTS_SURVIVE,
                () -> assertThat(root.customer().consents()).isEqualTo(allChosen));
        lookAtSends(root);
        return findings;
    }

    private void lookAtSends(Root root) {
        List<MessageRow> rows = stage.rows(space);
        findings.holds(
                MergeLaw.SENDS_SURVIVE,
                () -> assertThat(root.customer().dispatches().byId().keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                rows.stream().map(row -> row.dispatch().id()).toList()));
        expected.forEach((cart, run) -> findings.holds(
                MergeLaw.SENDS_SURVIVE,
                () -> assertThat(sent(rows, cart)).as("reminders of %s", cart).hasSize(run.started.isEmpty() ? 0 : 1)));
        List<DispatchId> taken = stage.provider().taken().stream()
                .filter(one -> one.message().purpose() == Purpose.MARKETING)
                .map(one -> one.message().id())
                .filter(id -> rows.stream().anyMatch(row -> row.dispatch().id().equals(id)))
                .toList();
        findings.noneTwice(MergeLaw.SENDS_SURVIVE, taken);
        boolean isTold = asked.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().name().equals("Last") && entry.getValue().isAnswered());
        if (isTold) {
            findings.holds(
                    MergeLaw.ENDPOINTS_SURVIVE,
                    () -> assertThat(sent(rows, ""))
                            .singleElement()
                            .satisfies(row -> assertThat(row.dispatch()
                                            .endpoint()
                                            .orElseThrow()
                                            .value())
                                    .isEqualTo(space.identifier("email:e1").value())));
        }
    }

    /** Marketing of which nobody knows whether it left, as the process died, is not sent again. */
    private static List<MessageRow> sent(List<MessageRow> rows, String key) {
        return rows.stream()
                .filter(row -> row.dispatch().intent().run().key().equals(key))
                .filter(row -> row.dispatch().status() == DispatchStatus.SENT
                        || row.dispatch().status() == DispatchStatus.UNCERTAIN)
                .toList();
    }

    private Root person() {
        return stage.root(new CustomerRef(space.identifier("user:u1"), 0));
    }

    private Picture picture() {
        return Picture.of(
                stage.host(), MergeAct.HALVES.stream().map(space::identifier).toList());
    }
}
