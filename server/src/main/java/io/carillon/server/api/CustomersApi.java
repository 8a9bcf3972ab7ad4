package io.carillon.server.api;

import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.event.Identifier;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.Optional;

/** One person: what is known, what happened, what was decided and why, and what they want to hear of. */
public final class CustomersApi {
    private final Engine engine;
    private final Customers customers;
    private final CustomerViews views;
    private final Timelines timelines;

    public CustomersApi(Engine engine) {
        this.engine = engine;
        customers = new Customers(engine);
        views = new CustomerViews(engine);
        timelines = new Timelines(engine.host(), () -> engine.knowledge().zone());
    }

    public void addTo(Api api) {
        api.get("/api/customers", this::find);
        api.get("/api/customers/{id}", request -> customers.show(request.path("id"), this::profile));
        api.get("/api/customers/{id}/timeline", request -> paged(request, timelines::timeline));
        api.get("/api/customers/{id}/decisions", request -> paged(request, timelines::decisions));
        api.put("/api/customers/{id}/subscriptions", this::subscribe);
        api.put("/api/customers/{id}/preferences", this::prefer);
    }

    private Answer find(Request request) {
        String text = request.query("identifier").orElse("");
        Optional<Identifier> identifier =
                IdentifierText.read(text, engine.knowledge().identity());
        return identifier
                .map(known -> customers.show(known, this::profile))
                .orElseGet(() -> Answer.error(
                        400,
                        "bad_identifier",
                        "identifier \"%s\" is not KIND:VALUE; expected e.g. user:42, email:jane@x.org, phone:+4930123456, anonymous:a1"
                                .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text)));
    }

    private Answer profile(Answers.Found found) {
        return Answer.json(200, views.profile(found.customer(), found.root()));
    }

    /** A part of something about one customer. */
    private interface Part {
        Value.Fields of(Answers.Found customer, Paging paging);
    }

    private Answer paged(Request request, Part part) {
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) ->
                customers.show(request.path("id"), found -> Answer.json(200, part.of(found, paging)));
        };
    }

    private Answer subscribe(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var fields) -> subscribe(request.path("id"), fields);
        };
    }

    private Answer subscribe(String id, Value.Fields body) {
        Optional<Channel> channel = body.text("channel").flatMap(Channel::ofWord);
        Optional<String> topic = body.text("topic");
        if (channel.isEmpty()
                || topic.isEmpty()
                || !(body.get("subscribed").orElse(Value.Nothing.NOTHING) instanceof Value.Flag(var subscribed))) {
            return Answer.error(
                    400,
                    "bad_subscription",
                    "expected {\"channel\": \"email\", \"topic\": \"…\", \"subscribed\": true or false}");
        }
        var subscription = new Subscription(channel.get(), new TopicId(topic.get()));
        Optional<Asking.Outcome> outcome =
                customers.ask(id, replyTo -> new CustomerMessage.Choose(subscription, subscribed, replyTo));
        return outcome.map(CustomersApi::chosen).orElse(Customers.UNKNOWN);
    }

    private Answer prefer(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var fields) ->
                switch (PreferencesBody.read(fields, engine.now())) {
                    case PreferencesBody.Reading.Wrong(var why) -> Answer.error(400, "bad_preferences", why);
                    case PreferencesBody.Reading.Read(var preferences) -> prefer(request.path("id"), preferences);
                };
        };
    }

    private Answer prefer(String id, Preferences preferences) {
        Optional<Asking.Outcome> outcome =
                customers.ask(id, replyTo -> new CustomerMessage.Prefer(preferences, replyTo));
        if (outcome.isEmpty()) return Customers.UNKNOWN;
        if (outcome.get() instanceof Asking.Outcome.Answered(var reply)) {
            if (reply instanceof Answers.NotFound) return Customers.UNKNOWN;
            if (reply instanceof Answers.Preferred(var now)) return Answer.json(200, PreferenceViews.of(now));
        }
        return Customers.refusal(outcome.get());
    }

    private static Answer chosen(Asking.Outcome outcome) {
        if (outcome instanceof Asking.Outcome.Answered(var reply)) {
            if (reply instanceof Answers.Refused(var why)) return Answer.error(400, "bad_subscription", why);
            if (reply instanceof Answers.NotFound) return Customers.UNKNOWN;
            if (reply instanceof Answers.Withdrawn(var onTheirWay)) {
                var ids = onTheirWay.stream().map(id -> id.text()).toList();
                return Answer.json(
                        200,
                        new Shape()
                                .with("success", true)
                                .texts("onTheirWay", ids)
                                .build());
            }
        }
        return Customers.refusal(outcome);
    }
}
