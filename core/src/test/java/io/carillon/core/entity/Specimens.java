package io.carillon.core.entity;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Dispatches;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.Dealings;
import io.carillon.core.entity.customer.Known;
import io.carillon.core.entity.customer.PartingStage;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.customer.Standing;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.Role;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Origin;
import io.carillon.core.event.Stamp;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.Apart;
import io.carillon.core.identity.Asked;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierRole;
import io.carillon.core.identity.Links;
import io.carillon.core.identity.Refusal;
import io.carillon.core.identity.Wish;
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
import io.carillon.core.segment.Membership;
import io.carillon.core.segment.Memberships;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values that stored forms are made of, the same for ever: golden bytes are of these. */
final class Specimens {
    static final Instant AT = Instant.parse("2026-03-02T12:00:00.123456789Z");
    static final Identifier USER = new Identifier(IdentifierKind.USER, "42");
    static final Identifier MAIL = new Identifier(IdentifierKind.EMAIL, "jäne@x.org");
    static final Identifier DEVICE = new Identifier(IdentifierKind.DEVICE, "d1");
    static final Identifier VISITOR = new Identifier(IdentifierKind.ANONYMOUS, "a1");
    static final CustomerRef CUSTOMER = new CustomerRef(USER, 0);
    static final CustomerRef EARLIER = new CustomerRef(VISITOR, 1);
    static final CustomerRef OTHER = new CustomerRef(DEVICE, 0);
    static final MessageId MESSAGE_ID = new MessageId("ajs-1");
    static final Stamp STAMP = new Stamp(AT, MESSAGE_ID);
    static final Cause CAUSE = new Cause(MESSAGE_ID, VISITOR);
    static final Cause ALIAS = new Cause(MESSAGE_ID, USER, true);
    static final ReplyTo CALLER = new ReplyTo(3, 17);
    static final TopicId TOPIC = new TopicId("reminders");
    static final DispatchId DISPATCH_ID = new DispatchId("0195e1a2b3cAbCdEfGhIjKlMnOp");
    static final DispatchId SENT_ID = new DispatchId("0000018f-sent");
    static final Endpoint ENDPOINT = new Endpoint(Channel.EMAIL, "jane@x.org");
    static final RunKey RUN_KEY = new RunKey(new JourneyId("abandoned-cart"), "c-17");
    static final IntentKey INTENT = new IntentKey(RUN_KEY, new StepId("2"));
    static final Subscription SUBSCRIPTION = new Subscription(Channel.EMAIL, TOPIC);
    static final Consent CONSENT = new Consent(false, AT, "link");
    static final SegmentId SEGMENT = new SegmentId("buyers");

    private Specimens() {}

    static Event event() {
        return new Event(
                MESSAGE_ID,
                EventType.TRACK,
                "Product Added",
                AT.minusSeconds(5),
                AT,
                "site",
                List.of(USER, MAIL, DEVICE, VISITOR),
                properties(),
                fields(Map.of("firstName", Value.of("Jäne"))),
                fields(Map.of("timezone", Value.of("Europe/Berlin"))));
    }

    /** With each kind of lineage: changed, changed within, not valid. */
    static Event cleansed() {
        var lineage = new TreeMap<String, Lineage>();
        lineage.put("/traits/email", Lineage.changed(Value.of(" Jane@X.org"), "email", List.of("trim", "lower case")));
        lineage.put("/traits/address/country", Lineage.changed(Value.of("Germany"), "country", List.of("code")));
        lineage.put("/traits/birthday", Lineage.asSent("date", "3/4/1990 is the 3rd of April or the 4th of March"));
        lineage.put("/context/timezone", Lineage.changed(Value.of(1), "timezone", List.of()));
        return new Event(
                MESSAGE_ID,
                EventType.IDENTIFY,
                "identify",
                AT.minusSeconds(5),
                AT,
                "site",
                List.of(USER, MAIL),
                Value.Fields.NONE,
                fields(Map.of(
                        "email", Value.of("jane@x.org"),
                        "birthday", Value.of("3/4/1990"),
                        "city", Value.of("Bonn"),
                        "address", fields(Map.of("country", Value.of("DE"))))),
                fields(Map.of("timezone", Value.of("Europe/Berlin"))),
                new Lineages(lineage),
                Origin.LIVE);
    }

    static Root cleansedRoot() {
        Root root = root();
        return new Root(root.links(), root.customer().with(Profile.EMPTY.with(cleansed())));
    }

    /** Every kind of value, in an order that is not that of the names. */
    static Value.Fields properties() {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("total", Value.of(new BigDecimal("-12.50")));
        properties.put("quantity", Value.of(3));
        properties.put("large", Value.of(new BigDecimal("12345678901234567890")));
        properties.put("gift", Value.of(true));
        properties.put("coupon", Value.Nothing.NOTHING);
        properties.put("cart_id", Value.of("c-17"));
        properties.put(
                "products",
                Value.of(List.of(
                        fields(Map.of(
                                "name", Value.of("A long name, past the short form: Schlüsselanhänger 🔑 ".repeat(2)))),
                        Value.of(false))));
        return new Value.Fields(properties);
    }

    static Behaviour behaviour() {
        return Behaviour.NONE.observe(left(), RandomCustomers.TRACKING).observe(ordered(), RandomCustomers.TRACKING);
    }

    /** What is taken over of {@link #behaviour} as version 1 stored it: the keys alone. */
    static Behaviour behaviourOfVersion1() {
        return Behaviour.NONE.observe(left(), RandomCustomers.TRACKING);
    }

    private static Event left() {
        return new Event(
                new MessageId("m2"),
                EventType.TRACK,
                "Cart Left",
                AT.minusSeconds(60),
                AT,
                "site",
                List.of(USER),
                fields(Map.of("cart_id", Value.of("c-17"))),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    private static Event ordered() {
        return new Event(
                new MessageId("m3"),
                EventType.TRACK,
                "Order Completed",
                AT.minusSeconds(30),
                AT,
                "site",
                List.of(USER),
                Value.Fields.NONE,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    static Dispatch dispatch() {
        return new Dispatch(
                DISPATCH_ID,
                INTENT,
                new MessageName("cart-reminder"),
                Purpose.MARKETING,
                Optional.of(TOPIC),
                Channel.EMAIL,
                AT,
                AT.plusSeconds(86_400),
                AT.minusSeconds(3_600),
                DispatchStatus.CLAIMED,
                2,
                1,
                Optional.of(ENDPOINT),
                AT.plusSeconds(60),
                AT.plusSeconds(1));
    }

    static Root root() {
        var owned = new TreeMap<>(Map.of(USER, 1L, VISITOR, 300L));
        var used = new TreeMap<>(Map.of(VISITOR, STAMP));
        var refused = new Asked.Refused(AT, Refusal.CONFLICT);
        var asked = new TreeMap<>(Map.of(
                MAIL,
                new Asked(Optional.empty(), Optional.of(CAUSE), Optional.of(refused)),
                DEVICE,
                new Asked(Optional.of(STAMP), Optional.of(CAUSE), Optional.empty())));
        var links = new Links(
                CUSTOMER,
                owned,
                new TreeMap<>(Map.of(VISITOR, AT)),
                used,
                asked,
                new TreeSet<>(List.of(EARLIER)),
                Optional.of(new Wish(USER, STAMP)),
                Apart.of(OTHER));
        return new Root(links, customer());
    }

    static Customer customer() {
        var waiting = new Run(
                RUN_KEY, "v1", STAMP, 1, new RunPosition.Waiting(AT.plusSeconds(3_600)), List.of(properties()), AT);
        var sending = new Run(
                new RunKey(new JourneyId("welcome"), ""),
                "v2",
                STAMP,
                0,
                new RunPosition.Sending(DISPATCH_ID.text()),
                List.of(Value.Fields.NONE),
                STAMP.at());
        var awaiting = new Run(
                new RunKey(new JourneyId("shipping"), "o1"),
                "v1",
                STAMP,
                2,
                new RunPosition.Awaiting(AT.plusSeconds(7_200), AT.plusSeconds(60)),
                List.of(properties()),
                AT);
        var calling = new Run(
                new RunKey(new JourneyId("telling"), "o1"),
                "v1",
                STAMP,
                0,
                new RunPosition.Calling("fact_c1_00ff", AT.plusSeconds(60)),
                List.of(properties()),
                AT);
        var ended = new Ended(STAMP, AT, RunEnd.EXITED);
        return new Customer(
                new Standing(
                        new SplitKey("split"),
                        AT.minusSeconds(7_200),
                        AT,
                        new TreeSet<>(List.of("park-1")),
                        new TreeMap<>(Map.of("reading:0/anonymous:a1", PartingStage.READING))),
                new Known(
                        Profile.EMPTY.with(event()),
                        Consents.NONE.with(SUBSCRIPTION, CONSENT),
                        new Groups(new TreeMap<>(Map.of(
                                "shop-7", new Group(fields(Map.of("plan", Value.of("pro"))), STAMP, "site")))),
                        preferences()),
                behaviour(),
                Memberships.NONE
                        .judgedBy("ab12")
                        .with(SEGMENT, new Membership(true, AT, Optional.of(AT.plusSeconds(10)))),
                new Dealings(
                        new Runs(
                                new TreeMap<>(Map.of(
                                        waiting.key(), waiting,
                                        sending.key(), sending,
                                        awaiting.key(), awaiting,
                                        calling.key(), calling)),
                                new TreeMap<>(Map.of(RUN_KEY, ended))),
                        Dispatches.of(7, new TreeMap<>(Map.of(DISPATCH_ID, dispatch(), SENT_ID, sent())))));
    }

    /** Had it all. */
    static Preferences preferences() {
        var night = new HoursOfDay(LocalTime.of(22, 30), LocalTime.of(6, 0));
        var work = new HoursOfDay(LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new Preferences(
                List.of(Channel.SMS, Channel.EMAIL),
                List.of(new Preferences.ByHour(work, List.of(Channel.EMAIL))),
                Optional.of(night),
                AT);
    }

    static Dispatch sent() {
        return new Dispatch(
                SENT_ID,
                INTENT,
                new MessageName("news"),
                Purpose.MARKETING,
                Optional.of(TOPIC),
                Channel.SMS,
                AT,
                AT.plusSeconds(86_400),
                AT,
                DispatchStatus.SENT,
                1,
                0,
                Optional.empty(),
                AT,
                AT.plusSeconds(2));
    }

    static Person person() {
        return new Person(
                new IdentifierRole(Optional.of(CUSTOMER), 2), List.of(new Role.Merged(EARLIER), new Role.Is(root())));
    }

    static Value.Fields fields(Map<String, Value> fields) {
        return new Value.Fields(new TreeMap<>(fields));
    }
}
