package io.carillon.core.entity;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PartingWork;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonCodec;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.segment.Recount;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierMessage;
import io.carillon.core.identity.IdentifierRole;
import io.carillon.core.identity.Links;
import io.carillon.core.person.SplitKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A person's address: routes each message to one of its two roles. The identifier's rules are {@link IdentifierRole}; a
 * customer's are {@link CustomerSteps}. An event of its own customer is one step here, not two.
 */
public final class PersonKind implements EntityKind<Person, PersonMessage, Knowledge> {
    /** Customer id to {@link CustomerRef}, one row per customer ever born. */
    public static final String CUSTOMERS = "customers";

    @Override
    public String name() {
        return "person";
    }

    @Override
    public boolean livesAt(Address address) {
        return IdentifierKind.ofWord(address.kind()).isPresent();
    }

    @Override
    public Person unborn(Address address) {
        return Person.UNBORN;
    }

    @Override
    public Effects<Person> handle(Person person, PersonMessage message, Context<Knowledge> context) {
        return switch (message) {
            case PersonMessage.Received(var event, var replyTo) ->
                onReceived(person, event, replyTo, context, Optional.empty());
            case PersonMessage.WhoIs(var replyTo) -> onWhoIs(person, replyTo, context);
            case PersonMessage.ToIdentifier(var inner) -> onIdentifier(person, inner, self(context));
            case PersonMessage.ToCustomer(var to, var inner) ->
                onCustomer(person, to, inner, context, Optional.empty());
            case PersonMessage.Redrive(var inner, var park) ->
                onRedrive(person, inner, park, context, Optional.empty());
            case PersonMessage.Dismiss(var park) -> onDismiss(person, park, context);
            case PersonMessage.WakeUp() -> onWakeUp(person, context, Optional.empty());
        };
    }

    /** The same step with its business part left out, and the customer marked. */
    @Override
    public Effects<Person> park(Person person, PersonMessage message, Context<Knowledge> context, ParkId park) {
        return switch (message) {
            case PersonMessage.Received(var event, var replyTo) ->
                onReceived(person, event, replyTo, context, Optional.of(park));
            case PersonMessage.ToCustomer(var to, var inner) ->
                onCustomer(person, to, inner, context, Optional.of(park));
            case PersonMessage.Redrive(var inner, var before) ->
                onRedrive(person, inner, before, context, Optional.of(park));
            case PersonMessage.WakeUp() -> onWakeUp(person, context, Optional.of(park));
            // None of these has a business part: a failure is a bug of ours and changes nothing.
            case PersonMessage.WhoIs _, PersonMessage.ToIdentifier _, PersonMessage.Dismiss _ -> Effects.of(person);
        };
    }

    private static Effects<Person> onReceived(
            Person person, Event event, ReplyTo replyTo, Context<Knowledge> context, Optional<ParkId> park) {
        String messageId = event.id().text();
        if (context.remembers(messageId)) return Effects.of(person, new Effect.Answer(replyTo, new Answers.Already()));
        Identifier self = self(context);
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Remember(messageId));
        Person known = person.identifier().owner().isPresent() ? person : born(person, self, context, effects);
        CustomerRef owner = known.identifier().owner().orElseThrow();
        var handle = new CustomerMessage.Handle(event, self, replyTo);
        if (!owner.bornAt().equals(self)) {
            effects.add(send(owner, handle));
            return new Effects<>(known, effects);
        }
        return after(effects, onCustomer(known, owner, handle, context, park));
    }

    /** A free identifier that is the strongest of an event becomes a customer of its own. */
    private static Person born(Person person, Identifier self, Context<Knowledge> context, List<Effect> effects) {
        var customer = new CustomerRef(self, person.born().size());
        Addresses addresses = context.knowledge().addresses();
        IdentifierRole owned = person.identifier().ownedBy(customer);
        var splitKey = new SplitKey(addresses.key().hash("split", customer.key()));
        var root = new Root(
                Links.born(customer, self, owned.epoch(), context.now()), Customer.born(splitKey, context.now()));
        effects.add(new Effect.Put(CUSTOMERS, addresses.idOf(customer).text(), customer.encode()));
        return person.with(owned).with(customer, new Role.Is(root));
    }

    private static Effects<Person> onWhoIs(Person person, ReplyTo replyTo, Context<Knowledge> context) {
        Optional<CustomerRef> owner = person.identifier().owner();
        if (owner.isEmpty()) return Effects.of(person, new Effect.Answer(replyTo, new Answers.NotFound()));
        return onCustomer(person, owner.get(), new CustomerMessage.Show(replyTo), context, Optional.empty());
    }

    private static Effects<Person> onIdentifier(Person person, IdentifierMessage message, Identifier self) {
        IdentifierRole.Step step = person.identifier().on(self, message);
        return new Effects<>(
                person.with(step.role()),
                step.sends().stream().map(Turn::effectOf).toList());
    }

    private static Effects<Person> onCustomer(
            Person person, CustomerRef to, CustomerMessage message, Context<Knowledge> context, Optional<ParkId> park) {
        if (!to.bornAt().equals(self(context))) return Effects.of(person, send(to, message));
        if (message instanceof CustomerMessage.TakeRows taken) {
            return new Effects<>(person, PartedRows.take(to, taken));
        }
        if (message instanceof CustomerMessage.GoOnParting(PartingWork.Move move)) {
            return new Effects<>(person, PartedRows.page(to, move, context));
        }
        return switch (person.role(to).orElse(null)) {
            case Role.Is(var root) -> {
                var turn = new Turn(root, context);
                Role role = park.isPresent()
                        ? CustomerSteps.park(turn, message, park.get())
                        : CustomerSteps.handle(turn, message);
                yield new Effects<>(person.with(to, role), turn.effects());
            }
            case Role.Merged _
            when message instanceof CustomerMessage.Restore restore -> restore(person, restore, context, park);
            case Role.Merged(var into) -> new Effects<>(person, ofMerged(to, into, message, context));
            case null -> Effects.of(person, CustomerSteps.answerUnknown(message));
        };
    }

    private static Effects<Person> restore(
            Person person, CustomerMessage.Restore restore, Context<Knowledge> context, Optional<ParkId> park) {
        Turn turn = Restoring.turn(restore, context);
        Role role = park.isPresent() ? CustomerSteps.park(turn, restore, park.get()) : Restoring.settle(turn);
        return new Effects<>(person.with(turn.self(), role), turn.effects());
    }

    /** Whatever is meant for them goes on to whoever absorbed them; their rows are here. */
    private static List<Effect> ofMerged(
            CustomerRef customer, CustomerRef into, CustomerMessage message, Context<Knowledge> context) {
        return switch (message) {
            case CustomerMessage.CountRows wanted -> List.of(Recount.page(customer, wanted, context));
            case CustomerMessage.ForgetRows wanted -> Forgetting.page(customer, wanted, context);
            // Each customer is told by itself.
            case CustomerMessage.Refresh(var replyTo) ->
                List.of(new Effect.Answer(replyTo, new Answers.Refreshed(Answers.Freshness.CURRENT)));
            // What they choose stays theirs, whatever becomes of the two.
            case CustomerMessage.Choose _, CustomerMessage.Chosen _, CustomerMessage.Prefer _ ->
                List.of(send(into, new CustomerMessage.MeantFor(customer, message)));
            default -> List.of(send(into, message));
        };
    }

    private static Effects<Person> onWakeUp(Person person, Context<Knowledge> context, Optional<ParkId> park) {
        Person after = person;
        var effects = new ArrayList<Effect>();
        for (int generation = 0; generation < person.born().size(); generation++) {
            if (!(person.born().get(generation) instanceof Role.Is(var root))) continue;
            var turn = new Turn(root, context);
            if (park.isPresent()) CustomerSteps.parkWakeUp(turn, park.get());
            else CustomerSteps.wakeUp(turn);
            after = after.with(root.links().self(), new Role.Is(turn.root()));
            effects.addAll(turn.effects());
        }
        return new Effects<>(after, effects);
    }

    /**
     * Does what was left out.
     *
     * @param again when it fails once more: the name under which it waits from now on
     */
    private static Effects<Person> onRedrive(
            Person person, PersonMessage message, ParkId park, Context<Knowledge> context, Optional<ParkId> again) {
        return switch (message) {
            // Whoever owns the identifier today: it is the customer born here who had it, and has the mark.
            case PersonMessage.Received(var event, var _) -> {
                var handle = new CustomerMessage.Handle(event, self(context), ReplyTo.NOBODY);
                yield toAllBorn(person, new CustomerMessage.Redriven(handle, park), context, again);
            }
            case PersonMessage.ToCustomer(var to, var inner) ->
                onCustomer(person, to, new CustomerMessage.Redriven(inner, park), context, again);
            case PersonMessage.WakeUp() ->
                chain(onDismiss(person, park, context), unmarked -> onWakeUp(unmarked, context, again));
            case PersonMessage.WhoIs _,
                    PersonMessage.ToIdentifier _,
                    PersonMessage.Redrive _,
                    PersonMessage.Dismiss _ -> Effects.of(person);
        };
    }

    private static Effects<Person> onDismiss(Person person, ParkId park, Context<Knowledge> context) {
        return toAllBorn(person, new CustomerMessage.Dismissed(park), context, Optional.empty());
    }

    private static Effects<Person> toAllBorn(
            Person person, CustomerMessage message, Context<Knowledge> context, Optional<ParkId> park) {
        Effects<Person> result = Effects.of(person);
        for (int generation = 0; generation < person.born().size(); generation++) {
            var customer = new CustomerRef(self(context), generation);
            result = chain(result, so -> onCustomer(so, customer, message, context, park));
        }
        return result;
    }

    private static Effects<Person> chain(Effects<Person> first, Function<Person, Effects<Person>> then) {
        return after(first.effects(), then.apply(first.state()));
    }

    private static Effects<Person> after(List<Effect> before, Effects<Person> step) {
        var effects = new ArrayList<>(before);
        effects.addAll(step.effects());
        return new Effects<>(step.state(), effects);
    }

    private static Effect send(CustomerRef to, CustomerMessage message) {
        return new Effect.Send(to.address(), new PersonMessage.ToCustomer(to, message));
    }

    private static Identifier self(Context<Knowledge> context) {
        return Identifier.at(context.self()).orElseThrow();
    }

    @Override
    public PersonMessage redrive(PersonMessage message, ParkId park) {
        return message instanceof PersonMessage.Redrive(var inner, var _)
                ? redrive(inner, park)
                : new PersonMessage.Redrive(message, park);
    }

    @Override
    public PersonMessage dismiss(ParkId park) {
        return new PersonMessage.Dismiss(park);
    }

    @Override
    public Optional<Instant> wakeAt(Person person) {
        return person.wakeAt();
    }

    @Override
    public PersonMessage wakeUp() {
        return new PersonMessage.WakeUp();
    }

    @Override
    public Codec<Person> states() {
        return Person.Stored.PERSONS;
    }

    @Override
    public Codec<PersonMessage> messages() {
        return PersonCodec.MESSAGES;
    }
}
