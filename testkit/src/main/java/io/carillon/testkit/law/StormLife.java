package io.carillon.testkit.law;

import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.SimulatedProvider.Taken;
import io.carillon.testkit.identity.Seen;
import io.carillon.testkit.property.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A history in a storm. */
final class StormLife implements Life<StormAct, StormLaw> {
    private static final TopicId REMINDERS = new TopicId("reminders");

    private final Stage stage;
    private final Space space;
    private final Chance chance;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Beginning> beginnings = new ArrayList<>();
    private final Findings<StormLaw> findings = new Findings<>();

    /**
     * An unsubscribe.
     *
     * @param run of the process in which its caller waits
     */
    private record Asked(Question question, long run, Endpoint endpoint, List<Integer> takenBefore) {}

    /** An event that must be in: whoever gets no answer hands it in again. */
    private record Beginning(Event event, Question question) {}

    StormLife(Stage stage, Space space, Chance chance) {
        this.stage = stage;
        this.space = space;
        this.chance = chance;
        begin();
    }

    private void begin() {
        identify("user:u1 email:e1", "phone", space.phone());
        identify("user:u2", "phone", space.phone());
        identify(StormAftermath.BYSTANDER + " email:e9");
        stage.provider().becomeMoody(new Chance(chance.seed()));
        Event added = event(StormAftermath.BYSTANDER, "Product Added", "c9", stage.now());
        beginnings.add(new Beginning(added, stage.hand(added)));
        stage.settle(chance);
        while (!beginnings.stream().allMatch(beginning -> beginning.question.isAnswered())) {
            beginnings.replaceAll(beginning -> beginning.question.isAnswered()
                    ? beginning
                    : new Beginning(beginning.event, stage.hand(beginning.event)));
            stage.settle(chance);
        }
    }

    private void identify(String who, String... traits) {
        Event event = stage.events().identify(space.who(who), stage.now(), stage.now(), Events.fields(traits));
        beginnings.add(new Beginning(event, stage.hand(event)));
    }

    private Event event(String who, String name, String cart, Instant at) {
        return stage.events().track(space.who(who), name, at, stage.now(), "cart_id", cart);
    }

    @Override
    public void happens(StormAct act) {
        switch (act) {
            case StormAct.Does(var who, var event, var cart, var age) ->
                stage.hand(event(who, event, cart, stage.now().minus(age)));
            case StormAct.Unsubscribes(var user, var byText) -> {
                stage.untilACall(chance, this::notices);
                choose(user, byText);
            }
            case StormAct.FollowsLink(var user, var byText) -> {
                stage.untilACall(chance, this::notices);
                follow(new Addresses.Unsubscribe(customer(user), endpoint(user, byText), REMINDERS));
            }
            case StormAct.Crashes() -> {
                if (!stage.host().runsByItself()) stage.crash();
            }
        }
    }

    private void choose(String user, boolean byText) {
        CustomerRef customer = customer(user);
        var subscription = new Subscription(byText ? Channel.SMS : Channel.EMAIL, REMINDERS);
        Question question = stage.ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(
                        customer, new CustomerMessage.Choose(subscription, false, replyTo)));
        asked.add(new Asked(question, stage.host().host().run(), endpoint(user, byText), new ArrayList<>()));
    }

    private void follow(Addresses.Unsubscribe link) {
        Instant at = stage.now();
        Question question = stage.ask(
                link.endpoint().address(),
                Lane.URGENT,
                replyTo -> new EndpointMessage.Withdraw(
                        link.topic(), at, Optional.of(link.customer()), List.of(), List.of(), replyTo));
        asked.add(new Asked(question, stage.host().host().run(), link.endpoint(), new ArrayList<>()));
    }

    private CustomerRef customer(String user) {
        return new CustomerRef(space.identifier(user), 0);
    }

    private Endpoint endpoint(String user, boolean byText) {
        if (byText) return new Endpoint(Channel.SMS, space.phone());
        // Of the second user's e-mail nothing is promised by API: they may not have it yet.
        Identifier email = space.identifier(user.equals("user:u1") ? "email:e1" : "email:none");
        return new Endpoint(Channel.EMAIL, email.value());
    }

    /** From the answer on nothing more may be taken there; all that was had been taken by then. */
    @Override
    public void notices() {
        for (Asked one : asked) {
            if (one.question.isAnswered() && one.takenBefore.isEmpty())
                one.takenBefore.add(stage.provider().taken().size());
        }
    }

    @Override
    public void ends(int ending) {
        findings.none(StormLaw.PARKED_WITHHOLDS_MARKETING, new StormAftermath(stage, space).claimedWhileParked());
        stage.cure();
        for (ParkedMessage parked : stage.host().host().parked(Seen.ROWS_MAX)) {
            boolean isOurs = Identifier.at(parked.entity()).filter(space::has).isPresent();
            if (isOurs) stage.host().host().redrive(parked.id());
        }
    }

    @Override
    public Findings<StormLaw> findings() {
        findings.none(StormLaw.UNSUBSCRIBES_HOLD, takenAgainstAPromise());
        findings.none(
                StormLaw.UNSUBSCRIBES_ARE_ANSWERED,
                asked.stream()
                        .filter(one -> one.run == stage.host().host().run() && !one.question.isAnswered())
                        .toList());
        new StormAftermath(stage, space).lookInto(findings);
        return findings;
    }

    private List<String> takenAgainstAPromise() {
        var violations = new ArrayList<String>();
        List<Taken> taken = stage.provider().taken();
        for (Asked one : asked) {
            if (one.takenBefore.isEmpty()) continue;
            for (Taken late : taken.subList(one.takenBefore.getFirst(), taken.size())) {
                boolean isPromised = late.message().to().equals(one.endpoint)
                        && late.message().purpose() == Purpose.MARKETING;
                if (isPromised) violations.add(late + " after " + one);
            }
        }
        return violations;
    }
}
