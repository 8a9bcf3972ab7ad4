package io.carillon.bench;

import io.carillon.cleanse.Hints;
import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.content.Composer;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.cleansing.FieldRules;
import io.carillon.server.json.JsonReader;
import io.carillon.testkit.shop.Shoppers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of one event, each by itself: {@code ./carillon bench micro}. A person of some forty events views one more
 * product; the workspace is that of {@link Shop}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Micro {
    private static final int EVENTS_BEFORE = 40;
    private static final PersonKind KIND = new PersonKind();

    private final Knowledge knowledge = Views.knowledge(Shop.files(25));
    private final Moment context = new Moment(knowledge, Instant.now());
    private final Views views = new Views(Views.Naming.LINKED, 1);
    private final Person person = experienced();
    private final Event event = views.next();
    private final PersonMessage received = new PersonMessage.Received(event, ReplyTo.NOBODY);
    private final HistoryEntry row = new HistoryEntry.Happened(context.now(), event, event.strongest());
    private final Bytes stored = KIND.states().encode(person);
    private final CustomerSubject subject = new CustomerSubject(root(), knowledge);
    private final List<SegmentDefinition> segments = knowledge.segments();
    private final Cleansing cleansing = new Cleansing(AvailableCleansers::of);
    private final SignUps signUps = new SignUps();
    private final Bytes call = Bytes.utf8(new Shoppers("s", 1, 1).next(context.now()));
    private final Composer composer = Composer.of(reminder());
    private final Value.Fields data = new Value.Fields(
            Map.of("customer", new Value.Fields(Map.of("firstName", Value.of("Ada"))), "event", event.properties()));

    /** A call's JSON to values. */
    @Benchmark
    public Object parse() {
        return JsonReader.read(call);
    }

    /** A sign-up of which nothing is to be changed, and which was looked at before. */
    @Benchmark
    public Object cleanseKnown() {
        return tidy(SignUps.clean());
    }

    /** One of which all is to be changed, and nothing was seen lately. */
    @Benchmark
    public Object cleanseNew() {
        return tidy(signUps.next());
    }

    /** A view's properties: values in their form. */
    @Benchmark
    public Object cleanseTrack() {
        return cleansing.fields(
                event.properties(),
                FieldRules.STANDARD.properties(),
                Hints.NONE,
                "/properties",
                new TreeMap<>(),
                SignUps.NOBODY);
    }

    private Object tidy(Value.Fields traits) {
        Hints hints = cleansing.hints(traits, Hints.NONE);
        return cleansing.fields(
                traits, FieldRules.STANDARD.traits(), hints, "/traits", new TreeMap<>(), SignUps.NOBODY);
    }

    /** All segments of the workspace. */
    @Benchmark
    public boolean evaluate() {
        boolean any = false;
        for (SegmentDefinition segment : segments) {
            any |= Evaluator.judge(segment.when(), subject, context.now()).holds();
        }
        return any;
    }

    /** The whole step: identity, profile, behaviour, segments, journeys, and the history row's bytes. */
    @Benchmark
    public Effects<Person> apply() {
        return KIND.handle(person, received, context);
    }

    /** The person's state to bytes. */
    @Benchmark
    public Bytes encode() {
        return KIND.states().encode(person);
    }

    /** The person's state from bytes. */
    @Benchmark
    public Person decode() {
        return KIND.states().decode(stored);
    }

    /** The event's history row to bytes. */
    @Benchmark
    public Bytes encodeRow() {
        return HistoryCodec.ROWS.encode(row);
    }

    /** A mail with a name and a link. */
    @Benchmark
    public Object render() {
        return composer.compose(
                Channel.EMAIL, data, Optional.of("http://localhost/u/x"), context.now(), ZoneOffset.UTC);
    }

    private static MessageDefinition reminder() {
        var messages = Views.workspace(Shop.files(25)).messages();
        return Objects.requireNonNull(messages.get(new MessageName("cart-reminder")));
    }

    private Person experienced() {
        Person state = KIND.unborn(new Address("user:u0"));
        for (int i = 0; i < EVENTS_BEFORE; i++) {
            state = KIND.handle(state, new PersonMessage.Received(views.next(), ReplyTo.NOBODY), context)
                    .state();
        }
        return state;
    }

    private Root root() {
        var asked = KIND.handle(person, new PersonMessage.WhoIs(new ReplyTo(1, 1)), context);
        return asked.effects().stream()
                .filter(Effect.Answer.class::isInstance)
                .map(effect -> ((Answers.Found) ((Effect.Answer) effect).reply()).root())
                .findFirst()
                .orElseThrow();
    }

    /** A step of a person of whom nothing is remembered, and whose history is never asked for. */
    private record Moment(Knowledge knowledge, Instant now) implements Context<Knowledge> {
        @Override
        public Address self() {
            return new Address("user:u0");
        }

        @Override
        public long run() {
            return 1;
        }

        @Override
        public boolean remembers(String key) {
            return false;
        }

        @Override
        public long historySize() {
            return EVENTS_BEFORE;
        }

        @Override
        public List<HistoryRow> history(long from, int max) {
            return List.of();
        }
    }
}
