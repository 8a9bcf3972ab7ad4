package io.carillon.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.identity.Births;
import io.carillon.testkit.identity.Laws;
import io.carillon.testkit.identity.Oracle;
import io.carillon.testkit.identity.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events that say who is whom, in whatever order they arrive. */
final class IdentityLife implements Life<IdentityAct, IdentityLaw> {
    private final Stage stage;
    private final Space space;
    private final boolean oneAtATime;
    private final List<Event> events = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();
    private final Births births = new Births();
    private final TreeSet<Identifier> identifiers = new TreeSet<>();
    private final Findings<IdentityLaw> findings = new Findings<>();
    private boolean anyParted;
    private SortedMap<String, String> before = new TreeMap<>();

    IdentityLife(Stage stage, Space space, boolean oneAtATime) {
        this.stage = stage;
        this.space = space;
        this.oneAtATime = oneAtATime;
    }

    @Override
    public void happens(IdentityAct act) {
        switch (act) {
            case IdentityAct.Says says -> {
                Event event = event(says);
                events.add(event);
                identifiers.addAll(event.identifiers());
                asked.add(stage.hand(event));
            }
            case IdentityAct.Parts(var number) -> part(number);
            case IdentityAct.Repeats(var number) -> {
                if (!events.isEmpty()) stage.hand(events.get(number % events.size()));
            }
        }
    }

    private void part(int number) {
        List<Map.Entry<CustomerRef, CustomerRef>> merged =
                List.copyOf(picture().merged().entrySet());
        if (merged.isEmpty()) return;
        var one = merged.get(number % merged.size());
        anyParted = true;
        stage.ask(
                one.getValue().address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(
                        one.getValue(), new CustomerMessage.Unmerge(one.getKey(), replyTo)));
    }

    private Event event(IdentityAct.Says says) {
        Instant now = stage.now();
        var traits = new LinkedHashMap<String, Value>();
        for (String name : says.traits()) traits.put(name, Value.of("said by m" + says.number()));
        return new Event(
                new MessageId("m%d-%d".formatted(events.size(), says.number())),
                EventType.IDENTIFY,
                EventType.IDENTIFY.word(),
                now.minus(says.age()),
                now,
                "site",
                Events.identifiers(space.who(says.who())),
                Value.Fields.NONE,
                new Value.Fields(traits),
                Value.Fields.NONE);
    }

    @Override
    public void looks() {
        births.note(picture());
    }

    @Override
    public void notices() {
        // Between slots of a host that runs by itself there is nothing that stands still to be looked at.
        if (stage.host().runsByItself() && !oneAtATime) return;
        var laws = new Laws(events);
        Picture picture = picture();
        births.note(picture);
        findings.holds(
                IdentityLaw.IDENTIFIERS_ARE_IN_ONE_CUSTOMER, () -> laws.everyIdentifierIsInOneRootOrOnItsWay(picture));
        findings.holds(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER, () -> laws.everyEventIsInOneCustomerOrOnItsWay(picture));
        findings.holds(IdentityLaw.USERS_STAY_APART, () -> Laws.noUserMerges(picture));
    }

    /** Whoever got no answer, as the process died, hands it in again; at last everybody does. */
    @Override
    public void ends(int ending) {
        if (ending < IdentityPlay.ENDINGS - 1) {
            for (int i = 0; i < events.size(); i++) {
                if (!asked.get(i).isAnswered()) asked.set(i, stage.hand(events.get(i)));
            }
            return;
        }
        before = dump();
        events.forEach(stage::hand);
    }

    @Override
    public Findings<IdentityLaw> findings() {
        var laws = new Laws(events);
        Picture picture = picture();
        births.note(picture);
        // A crash may have taken the last of them, again and again: what was never taken in does not count.
        boolean allThere = picture.history().size() == events.size();
        if (allThere) check(laws, picture);
        else if (oneAtATime || stage.host().runsByItself()) {
            findings.none(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER, List.of("lost: " + picture.history()));
        }
        return findings;
    }

    private void check(Laws laws, Picture picture) {
        findings.holds(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER, () -> {
            laws.everyEventIsInOneCustomerOrOnItsWay(picture);
            laws.everyEventIsThere(picture);
        });
        findings.holds(
                IdentityLaw.IDENTIFIERS_ARE_IN_ONE_CUSTOMER, () -> laws.everyIdentifierIsInOneRootOrOnItsWay(picture));
        findings.holds(IdentityLaw.ROWS_LEAD_TO_HOLDERS, () -> laws.everyRowLeadsToItsHolder(picture));
        findings.holds(IdentityLaw.NO_CLAIM_IS_OPEN, () -> Laws.noClaimIsOpen(picture));
        findings.holds(IdentityLaw.USERS_STAY_APART, () -> Laws.noUserMerges(picture));
        // A person's word is later than any event's.
        if (!anyParted) {
            findings.holds(IdentityLaw.LAST_NAMED_WINS, () -> laws.whatMovesIsWithTheUserItWasLastNamedWith(picture));
        }
        if (!anyParted && !laws.isContested()) {
            findings.holds(IdentityLaw.UNCONTESTED_IS_UNION_FIND, () -> laws.itIsTheUnionOfWhatIsLinked(picture));
        }
        findings.holds(
                IdentityLaw.PROFILES_ARE_THOSE_OF_THEIR_EVENTS, () -> laws.everyProfileIsThatOfItsEvents(picture));
        findings.holds(IdentityLaw.SPLIT_KEYS_STAY, () -> births.everySplitKeyIsThatOfTheFirstBorn(picture));
        findings.holds(
                IdentityLaw.REPEATS_CHANGE_NOTHING, () -> assertThat(dump()).isEqualTo(before));
        if (oneAtATime) {
            findings.holds(IdentityLaw.ONE_AT_A_TIME_IS_THE_ORACLE, () -> {
                Oracle oracle = Oracle.after(events);
                assertThat(picture.owners()).isEqualTo(oracle.owners());
                assertThat(picture.customers()).isEqualTo(oracle.history());
            });
        }
    }

    private Picture picture() {
        return Picture.of(stage.host(), identifiers);
    }

    private SortedMap<String, String> dump() {
        var dump = new TreeMap<String, String>();
        for (Identifier identifier : identifiers) {
            Address address = identifier.address();
            dump.put(
                    address.text(),
                    stage.host().state(address) + " " + stage.host().history(address));
        }
        return dump;
    }
}
