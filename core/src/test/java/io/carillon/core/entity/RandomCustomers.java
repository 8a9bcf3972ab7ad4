package io.carillon.core.entity;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Tracking;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Dispatches;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.Dealings;
import io.carillon.core.entity.customer.Known;
import io.carillon.core.entity.customer.Standing;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Origin;
import io.carillon.core.event.Stamp;
import io.carillon.core.journey.Ended;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.journey.Runs;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Group;
import io.carillon.core.person.Groups;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Profile;
import io.carillon.core.person.SplitKey;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.Memberships;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random parts of customers, from so few values that the halves of a merge often disagree, and tie. */
final class RandomCustomers {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Tracking TRACKING = Tracking.of(
            List.of(),
            List.of(
                    EventQuery.named("Order Completed"),
                    new EventQuery("Cart Left", List.of(), Optional.of("cart_id"))));

    private static final List<String> EVENT_NAMES = List.of("Order Completed", "Cart Left", "identify");
    private static final List<TopicId> TOPICS = List.of(new TopicId("news"), new TopicId("offers"));

    private final Random random;

    RandomCustomers(long seed) {
        random = new Random(seed);
    }

    Customer customer() {
        return new Customer(
                new Standing(
                        new SplitKey("key" + random.nextInt(4)),
                        instant(),
                        instant(),
                        new TreeSet<>(list(2, () -> "park-" + random.nextInt(3)))),
                new Known(profile(), consents(), groups(), preferences()),
                behaviour(),
                Memberships.NONE,
                new Dealings(runs(), dispatches()));
    }

    Preferences preferences() {
        if (random.nextBoolean()) return Preferences.NONE;
        return new Preferences(
                list(2, () -> pick(List.of(Channel.values()))),
                list(1, () -> new Preferences.ByHour(hours(), list(2, () -> pick(List.of(Channel.values()))))),
                random.nextBoolean() ? Optional.empty() : Optional.of(hours()),
                instant());
    }

    HoursOfDay hours() {
        return new HoursOfDay(LocalTime.of(random.nextInt(12), 0), LocalTime.of(12 + random.nextInt(12), 30));
    }

    /** One event says one thing of a group, wherever it is heard. */
    Groups groups() {
        var groups = new TreeMap<String, Group>();
        for (int i = random.nextInt(25); i > 0; i--) {
            int number = random.nextInt(30);
            int word = random.nextInt(3);
            var same = new RandomCustomers(31L * number + word);
            groups.put("shop-" + number, new Group(same.fields(List.of("name", "plan")), same.stamp(), "site"));
        }
        return new Groups(groups);
    }

    Profile profile() {
        Profile profile = Profile.EMPTY;
        for (Event event : list(4, this::event)) profile = profile.with(event);
        return profile;
    }

    Behaviour behaviour() {
        Behaviour behaviour = Behaviour.NONE;
        for (Event event : list(4, this::event)) behaviour = behaviour.observe(event, TRACKING);
        return behaviour;
    }

    Consents consents() {
        Consents consents = Consents.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            var subscription = new Subscription(pick(List.of(Channel.EMAIL, Channel.SMS)), pick(TOPICS));
            consents = consents.with(
                    subscription, new Consent(random.nextBoolean(), instant(), pick(List.of("api", "link"))));
        }
        return consents;
    }

    Runs runs() {
        var active = new TreeMap<RunKey, Run>();
        for (Run run : list(3, this::run)) active.put(run.key(), run);
        var ended = new TreeMap<RunKey, Ended>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ended.put(runKey(), new Ended(stamp(), instant(), pick(List.of(RunEnd.values()))));
        }
        return new Runs(active, ended);
    }

    Dispatches dispatches() {
        var byId = new TreeMap<DispatchId, Dispatch>();
        for (Dispatch dispatch : list(3, this::dispatch)) byId.put(dispatch.id(), dispatch);
        return Dispatches.of(random.nextInt(5), byId);
    }

    /** A message id says the same event everywhere: what it names and brings is drawn from it. */
    Event event() {
        int number = random.nextInt(8);
        var same = new RandomCustomers(number);
        Instant occurredAt = same.instant();
        return new Event(
                new MessageId("m" + number),
                same.pick(List.of(EventType.values())),
                same.pick(EVENT_NAMES),
                occurredAt,
                NOON.plusSeconds(60),
                "site",
                List.of(new Identifier(IdentifierKind.USER, "1")),
                same.fields(List.of("cart_id", "total")),
                same.fields(List.of("firstName", "city")),
                same.fields(List.of("timezone", "locale")),
                same.lineages(),
                same.pick(List.of(Origin.values())));
    }

    Lineages lineages() {
        var lineages = new TreeMap<String, Lineage>();
        for (String path : List.of("/traits/firstName", "/traits/city", "/traits/city/x", "/context/locale")) {
            switch (random.nextInt(4)) {
                case 0 -> lineages.put(path, Lineage.changed(value(1), "name", list(2, () -> "title case")));
                case 1 -> lineages.put(path, Lineage.asSent("name", "is no name"));
                default -> {}
            }
        }
        return Lineages.of(lineages);
    }

    Value.Fields fields(List<String> names) {
        var fields = new LinkedHashMap<String, Value>();
        for (String name : names) {
            if (random.nextBoolean()) fields.put(name, value(2));
        }
        return new Value.Fields(fields);
    }

    Value value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> Value.of("text ü " + random.nextInt(3));
            case 1 -> Value.of(random.nextLong());
            case 2 -> Value.of(new java.math.BigDecimal(random.nextInt(1_000)).movePointLeft(random.nextInt(4)));
            case 3 -> Value.of(random.nextBoolean());
            case 4 -> Value.Nothing.NOTHING;
            case 5 -> new Value.Items(list(3, () -> value(depth - 1)));
            default -> fields(List.of("x", "y"));
        };
    }

    Run run() {
        return new Run(
                runKey(),
                "v" + random.nextInt(2),
                stamp(),
                random.nextInt(3),
                switch (random.nextInt(5)) {
                    case 0, 1 -> new RunPosition.Waiting(instant());
                    case 2 -> new RunPosition.Calling("c" + random.nextInt(3), instant());
                    default -> new RunPosition.Sending("d" + random.nextInt(3));
                },
                list(2, () -> fields(List.of("total"))),
                instant());
    }

    /** What a message is does not change; how far it is does. */
    Dispatch dispatch() {
        int number = random.nextInt(4);
        var same = new RandomCustomers(number);
        return new Dispatch(
                new DispatchId("d" + number),
                new IntentKey(same.runKey(), new StepId("2")),
                new MessageName("reminder"),
                Purpose.MARKETING,
                Optional.of(same.pick(TOPICS)),
                Channel.EMAIL,
                same.instant(),
                instant(),
                same.instant(),
                pick(List.of(DispatchStatus.values())),
                random.nextInt(3),
                random.nextInt(3),
                random.nextBoolean() ? Optional.empty() : Optional.of(endpoint()),
                instant(),
                instant());
    }

    Endpoint endpoint() {
        return new Endpoint(Channel.EMAIL, pick(List.of("jane@x.org", "joe@x.org")));
    }

    RunKey runKey() {
        return new RunKey(new JourneyId("cart"), pick(List.of("", "c1")));
    }

    Stamp stamp() {
        return new Stamp(instant(), new MessageId("m" + random.nextInt(8)));
    }

    Instant instant() {
        return NOON.plusSeconds(random.nextInt(3));
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> List<T> list(int sizeMax, java.util.function.Supplier<T> elements) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(sizeMax + 1); i > 0; i--) list.add(elements.get());
        return list;
    }
}
