package io.carillon.core.entity;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage.Choose;
import io.carillon.core.entity.person.CustomerMessage.Chosen;
import io.carillon.core.entity.person.CustomerMessage.Prefer;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.Event;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What a customer wants to hear of, on which channel: by API, by link, by event. */
final class Choices {
    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String CONSENT = "consent";
    private static final String CATEGORIES = "categoryPreferences";
    private static final String CATEGORY = "category";
    private static final String IMPORT = "import";

    private Choices() {}

    static void onChoose(Turn turn, Choose choose) {
        Subscription subscription = choose.subscription();
        if (turn.knowledge().topic(subscription.topic()).isEmpty()) {
            turn.answer(
                    choose.replyTo(),
                    new Answers.Refused("there is no topic \"%s\""
                            .formatted(subscription.topic().text())));
            return;
        }
        take(turn, subscription, new Consent(choose.subscribed(), turn.now(), "api"), choose.replyTo());
    }

    /** The endpoint knows it already: the choice began there. */
    static void onChosen(Turn turn, Chosen chosen) {
        note(turn, chosen.subscription(), new Consent(chosen.subscribed(), chosen.at(), "link"));
    }

    static void onPrefer(Turn turn, Prefer prefer) {
        turn.become(turn.customer().with(prefer.preferences()));
        turn.record(new HistoryEntry.Preferred(turn.now(), prefer.preferences(), turn.meantFor()));
        turn.answer(prefer.replyTo(), new Answers.Preferred(prefer.preferences()));
    }

    /** What an event says of choices: by its traits, and by the consent banner's categories in its context. */
    static void onEvent(Turn turn, Event event) {
        takeSubscriptions(turn, event);
        takeCategories(turn, event);
        if (event.isHistory()) takeBasis(turn, event);
    }

    /** {@code traits.subscriptions: [{channel, topic, subscribed}]}; entries that say something else are data, no more. */
    private static void takeSubscriptions(Turn turn, Event event) {
        if (!(event.traits().fields().get(SUBSCRIPTIONS) instanceof Value.Items(var items))) return;
        for (Value item : items) {
            if (!(item instanceof Value.Fields fields)) continue;
            Optional<Channel> channel = fields.text("channel").flatMap(Channel::ofWord);
            Optional<TopicId> topic = fields.text("topic")
                    .map(TopicId::new)
                    .filter(id -> turn.knowledge().topic(id).isPresent());
            if (channel.isEmpty() || topic.isEmpty()) continue;
            if (!(fields.fields().get("subscribed") instanceof Value.Flag(var subscribed))) continue;
            var consent = new Consent(subscribed, event.occurredAt(), event.isHistory() ? IMPORT : "event");
            take(turn, new Subscription(channel.get(), topic.get()), consent, ReplyTo.NOBODY);
        }
    }

    /**
     * {@code context.consent.categoryPreferences: {NAME: true or false}}. A banner's answer comes with every event: a no is
     * a no, but a yes never overrules what the person chose otherwise.
     */
    private static void takeCategories(Turn turn, Event event) {
        Value.Fields categories = event.context().fields(CONSENT).fields(CATEGORIES);
        if (categories.isEmpty()) return;
        for (Topic topic : turn.knowledge().topics()) {
            Optional<Value> answer = topic.consentCategory().flatMap(categories::get);
            if (answer.isEmpty() || !(answer.get() instanceof Value.Flag(var yes))) continue;
            for (Channel channel : turn.knowledge().channels()) {
                var subscription = new Subscription(channel, topic.id());
                Optional<Consent> known = turn.customer().consents().choice(subscription);
                boolean isNews = known.isEmpty()
                        || (known.get().subscribed() != yes
                                && (!yes || known.get().by().equals(CATEGORY)));
                if (isNews) take(turn, subscription, new Consent(yes, event.occurredAt(), CATEGORY), ReplyTo.NOBODY);
            }
        }
    }

    /**
     * {@code context.import: {id, at, basis, topics}} of an event of history: what its importer claims for all of its
     * people. The endpoints are not told: they hold what was withdrawn, and a claim takes none of that back.
     */
    private static void takeBasis(Turn turn, Event event) {
        Value.Fields said = event.context().fields(IMPORT);
        Optional<String> basis = said.text("basis");
        if (basis.isEmpty()) return;
        List<Value> named = said.fields().get("topics") instanceof Value.Items(var items) ? items : List.of();
        Instant at = said.text("at").flatMap(Choices::instant).orElse(event.receivedAt());
        var consent = new Consent(true, at, Consent.BASIS + basis.get());
        for (Topic topic : turn.knowledge().topics()) {
            boolean isMeant = named.isEmpty()
                    ? !topic.optIn()
                    : named.contains(Value.of(topic.id().text()));
            if (!isMeant) continue;
            for (Channel channel : turn.knowledge().channels()) {
                var subscription = new Subscription(channel, topic.id());
                Optional<Consent> known = turn.customer().consents().choice(subscription);
                if (known.isEmpty()
                        || (known.get().isBasis() && at.isAfter(known.get().at()))) {
                    note(turn, subscription, consent);
                }
            }
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** A choice holds here at once, and at every endpoint of the channel before it is answered. */
    private static void take(Turn turn, Subscription subscription, Consent consent, ReplyTo replyTo) {
        note(turn, subscription, consent);
        boolean holds = turn.customer()
                .consents()
                .choice(subscription)
                .filter(choice -> choice.subscribed() == consent.subscribed())
                .isPresent();
        // A late word that a later one has overruled is over; the endpoints have forgotten when they were subscribed.
        List<Endpoint> endpoints = holds ? turn.endpoints(subscription.channel()) : List.of();
        if (consent.subscribed()) {
            for (Endpoint endpoint : endpoints) {
                turn.tell(
                        endpoint.address(),
                        new EndpointMessage.Subscribe(
                                subscription.topic(), consent.at(), Optional.empty(), ReplyTo.NOBODY));
            }
        } else if (!endpoints.isEmpty()) {
            turn.tell(
                    endpoints.getFirst().address(),
                    new EndpointMessage.Withdraw(
                            subscription.topic(),
                            consent.at(),
                            Optional.empty(),
                            endpoints.subList(1, endpoints.size()),
                            List.<DispatchId>of(),
                            replyTo));
            return;
        }
        turn.answer(replyTo, new Answers.Withdrawn(List.of()));
    }

    private static void note(Turn turn, Subscription subscription, Consent consent) {
        turn.become(turn.customer().with(turn.customer().consents().with(subscription, consent)));
        turn.record(new HistoryEntry.Chose(turn.now(), subscription, consent, turn.meantFor()));
    }
}
