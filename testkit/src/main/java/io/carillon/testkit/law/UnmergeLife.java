package io.carillon.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Profile;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.identity.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** People who are taken for one, and told apart, beside a replay in which they never met. */
final class UnmergeLife implements Life<UnmergeAct, UnmergeLaw> {
    private static final TopicId NEWS = new TopicId("news");

    private final Stage stage;
    private final Space space;
    private final List<NeverMet.Input> inputs = new ArrayList<>();
    private final SortedMap<Integer, Choice> choices = new TreeMap<>();
    private final SortedMap<NeverMet.Pair, Integer> apart = new TreeMap<>();
    private final Findings<UnmergeLaw> findings = new Findings<>();
    private final List<Parting> partings = new ArrayList<>();

    private NeverMet before = NeverMet.after(inputs, apart);
    private boolean isOver;

    private record Choice(Subscription subscription, Consent consent) {}

    private record Parting(CustomerRef leaver, CustomerRef stays, Question question) {}

    UnmergeLife(Stage stage, Space space) {
        this.stage = stage;
        this.space = space;
    }

    @Override
    public void happens(UnmergeAct act) {
        switch (act) {
            case UnmergeAct.Does(var who, var name, var detail, var age) -> hand(track(who, name, detail, age));
            case UnmergeAct.Says(var who, var city, var age) ->
                hand(stage.events()
                        .identify(space.who(who), stage.now().minus(age), stage.now(), Events.fields("city", city)));
            case UnmergeAct.Unites(var user, var former) -> hand(alias(user, former));
            case UnmergeAct.Chooses(var born, var byText, var subscribed) -> choose(born, byText, subscribed);
            case UnmergeAct.Parts(var number) -> part(number);
        }
    }

    private void hand(Event event) {
        inputs.add(new NeverMet.Input.Told(event));
        stage.hand(event);
    }

    private Event track(String who, String name, String detail, Duration age) {
        String property = name.equals("Paid") ? "total" : "cart_id";
        return stage.events().track(space.who(who), name, stage.now().minus(age), stage.now(), property, detail);
    }

    private Event alias(String user, String former) {
        Event said = stage.events()
                .track(
                        space.who(user + " " + former),
                        "alias",
                        stage.now(),
                        stage.now(),
                        "previousId",
                        space.identifier(former).value());
        return new Event(
                said.id(),
                EventType.ALIAS,
                EventType.ALIAS.word(),
                said.occurredAt(),
                said.receivedAt(),
                said.source(),
                said.identifiers(),
                said.properties(),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    private void choose(String born, boolean byText, boolean subscribed) {
        Identifier identifier = space.identifier(born);
        Picture picture = picture();
        var customer = new CustomerRef(identifier, 0);
        if (!picture.roots().containsKey(customer) && !picture.merged().containsKey(customer)) return;
        var subscription = new Subscription(byText ? Channel.SMS : Channel.EMAIL, NEWS);
        choices.put(inputs.size(), new Choice(subscription, new Consent(subscribed, stage.now(), "api")));
        inputs.add(new NeverMet.Input.Said(identifier));
        stage.ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(
                        customer, new CustomerMessage.Choose(subscription, subscribed, replyTo)));
    }

    private void part(int number) {
        Picture picture = picture();
        List<CustomerRef> merged = List.copyOf(picture.merged().keySet());
        if (merged.isEmpty()) return;
        CustomerRef leaver = merged.get(number % merged.size());
        CustomerRef stays = picture.today(leaver);
        Question question = stage.ask(
                stays.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(stays, new CustomerMessage.Unmerge(leaver, replyTo)));
        partings.add(new Parting(leaver, stays, question));
    }

    @Override
    public void looks() {
        partings.forEach(this::note);
        partings.clear();
        Picture picture = picture();
        apart.replaceAll(
                (pair, until) -> until == Integer.MAX_VALUE && isOne(picture, pair) ? inputs.size() - 1 : until);
        compare(picture);
    }

    private static boolean isOne(Picture picture, NeverMet.Pair pair) {
        return picture.today(new CustomerRef(pair.one(), 0)).equals(picture.today(new CustomerRef(pair.other(), 0)));
    }

    /** From now on it is known that they are two, and who was with whom. */
    private void note(Parting parting) {
        switch (parting.question.reply().orElse(null)) {
            case Answers.Unmerged _ -> {
                for (CustomerRef leaver : membersOf(parting)) {
                    for (CustomerRef stays : members(stage.root(parting.stays))) {
                        apart.put(new NeverMet.Pair(leaver.bornAt(), stays.bornAt()), Integer.MAX_VALUE);
                    }
                }
            }
            case Answers.NotUnmerged(var why, var _) when why == Answers.Why.CAME_WITH_ANOTHER -> {}
            case null, default ->
                findings.none(
                        UnmergeLaw.NOTHING_IS_LEFT_UNDER_WAY,
                        List.of(parting + " was answered " + parting.question.reply()));
        }
    }

    /** As they were when they came. */
    private SortedSet<CustomerRef> membersOf(Parting parting) {
        List<HistoryRow> rows = stage.host().history(parting.stays.address());
        long merge = rows.stream()
                .map(row -> HistoryCodec.ROWS.decode(row.content()))
                .filter(entry -> entry instanceof HistoryEntry.Parted parted
                        && parted.leaver().equals(parting.leaver))
                .map(entry -> ((HistoryEntry.Parted) entry).merge())
                .findFirst()
                .orElseThrow();
        return rows.stream()
                .filter(row -> row.number() == merge)
                .map(row -> (HistoryEntry.Absorbed) HistoryCodec.ROWS.decode(row.content()))
                .map(absorbed -> members(Root.Stored.ROOTS.decode(absorbed.absorbed())))
                .findFirst()
                .orElseThrow();
    }

    private static SortedSet<CustomerRef> members(Root root) {
        var members = new TreeSet<>(root.links().absorbed());
        members.add(root.links().self());
        return members;
    }

    private void compare(Picture picture) {
        NeverMet replay = NeverMet.after(inputs, apart);
        isOver |= replay.hears(before);
        before = replay;
        if (isOver) return;
        findings.holds(
                UnmergeLaw.IDENTIFIERS_ARE_A_REPLAY,
                () -> assertThat(picture.owners()).isEqualTo(replay.owners()));
        findings.holds(UnmergeLaw.EVENTS_ARE_A_REPLAY, () -> {
            assertThat(picture.customers()).isEqualTo(replay.history());
            assertThat(picture.history().values()).allMatch(places -> places.size() == 1);
        });
        picture.roots().forEach((customer, root) -> {
            List<Event> events = eventsOf(customer, replay);
            Profile profile = Profile.EMPTY;
            for (Event event : events) profile = profile.with(event);
            Profile said = profile;
            findings.holds(
                    UnmergeLaw.PROFILES_ARE_A_REPLAY,
                    () -> assertThat(root.customer().profile())
                            .as("profile of %s", customer)
                            .isEqualTo(said));
            findings.holds(
                    UnmergeLaw.CONSENTS_ARE_A_REPLAY,
                    () -> assertThat(root.customer().consents())
                            .as("consents of %s", customer)
                            .isEqualTo(consentsOf(customer, replay)));
            findings.holds(
                    UnmergeLaw.SPLIT_KEYS_ARE_A_REPLAY,
                    () -> assertThat(root.customer().splitKey().value())
                            .as("split key of %s", customer)
                            .isEqualTo(splitKeyOf(customer, replay)));
            findings.holds(
                    UnmergeLaw.NOTHING_IS_LEFT_UNDER_WAY,
                    () -> assertThat(root.customer().standing().partings())
                            .as("partings of %s", customer)
                            .isEmpty());
            for (BruteForce segment : BruteForce.values()) {
                findings.holds(
                        UnmergeLaw.SEGMENTS_ARE_A_REPLAY,
                        () -> assertThat(isListed(segment, customer))
                                .as("%s in %s at %s with %s", customer, segment, stage.now(), events)
                                .isEqualTo(segment.has(events, stage.now())));
            }
        });
        picture.merged().keySet().forEach(customer -> {
            for (BruteForce segment : BruteForce.values()) {
                findings.holds(
                        UnmergeLaw.SEGMENTS_ARE_A_REPLAY,
                        () -> assertThat(isListed(segment, customer))
                                .as("%s, who merged, in %s", customer, segment)
                                .isFalse());
            }
        });
    }

    private List<Event> eventsOf(CustomerRef customer, NeverMet replay) {
        SortedMap<io.carillon.core.event.MessageId, Identifier> history = replay.history();
        return inputs.stream()
                .flatMap(input -> input instanceof NeverMet.Input.Told(var event)
                                && customer.bornAt().equals(history.get(event.id()))
                        ? Optional.of(event).stream()
                        : Optional.<Event>empty().stream())
                .toList();
    }

    private Consents consentsOf(CustomerRef customer, NeverMet replay) {
        Consents consents = Consents.NONE;
        for (Map.Entry<Integer, Identifier> said : replay.said().entrySet()) {
            Choice choice = choices.get(said.getKey());
            if (choice != null && said.getValue().equals(customer.bornAt())) {
                consents = consents.with(choice.subscription, choice.consent);
            }
        }
        return consents;
    }

    private String splitKeyOf(CustomerRef customer, NeverMet replay) {
        return replay.members(customer.bornAt()).stream()
                .min(Comparator.comparing((Identifier born) -> replay.births().get(born))
                        .thenComparing(this::splitKey))
                .map(this::splitKey)
                .orElse("");
    }

    private String splitKey(Identifier born) {
        return stage.addresses().key().hash("split", new CustomerRef(born, 0).key());
    }

    private boolean isListed(BruteForce segment, CustomerRef customer) {
        return stage.host()
                .host()
                .row(
                        Segments.membersOf(new SegmentId(segment.id())),
                        stage.addresses().idOf(customer).text())
                .isPresent();
    }

    @Override
    public Findings<UnmergeLaw> findings() {
        looks();
        return findings;
    }

    private Picture picture() {
        return Picture.of(
                stage.host(), UnmergeAct.WHO.stream().map(space::identifier).toList());
    }
}
