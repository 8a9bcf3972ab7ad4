package io.carillon.server.api;

import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.cleanse.phone.PhoneNumbers;
import io.carillon.core.content.Composer.Composition;
import io.carillon.core.entity.customer.Composing;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.event.Identifier;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Provider;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/send-test}: a published message as one customer would get it, really sent, to somebody who wants to
 * look at it. Nobody's gates are asked, and nothing of it is recorded.
 */
public final class TestsApi {
    private static final String MARK = "[Test] ";
    private static final String EXPECTED =
            "expected {\"message\": \"…\", \"to\": \"…\", \"as\": \"user:42\"}, and if you like \"channel\" and \"event\": {…}";
    private static final Logger LOG = LoggerFactory.getLogger(TestsApi.class);

    private final Engine engine;
    private final Customers customers;

    public TestsApi(Engine engine) {
        this.engine = engine;
        customers = new Customers(engine);
    }

    public void addTo(Api api) {
        api.post("/api/send-test", this::send);
    }

    /** What is to be sent where. */
    private record Wanted(MessageDefinition message, Endpoint to, Provider provider, Optional<Value.Fields> event) {}

    private Answer send(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) -> send(body);
        };
    }

    private Answer send(Value.Fields body) {
        Optional<String> name = body.text("message");
        Optional<String> to = body.text("to").map(String::strip);
        Optional<String> as = body.text("as");
        if (name.isEmpty() || to.isEmpty() || as.isEmpty()) return Answer.error(400, "bad_test", EXPECTED);
        Optional<Value> event = body.get("event").filter(value -> value != Value.Nothing.NOTHING);
        if (event.isPresent() && !(event.get() instanceof Value.Fields)) {
            return Answer.error(400, "bad_test", "\"event\" is no object; " + EXPECTED);
        }
        Optional<MessageDefinition> message = engine.knowledge().message(new MessageName(name.get()));
        if (message.isEmpty()) {
            return Answer.error(404, "no_such_message", "no message \"%s\" is published".formatted(shown(name.get())));
        }
        Optional<Endpoint> endpoint = body.text("channel").isPresent()
                ? Channel.ofWord(body.text("channel").get()).flatMap(channel -> endpoint(channel, to.get()))
                : message.get().channels().keySet().stream()
                        .filter(engine.knowledge()::carries)
                        .flatMap(channel -> endpoint(channel, to.get()).stream())
                        .findFirst();
        if (endpoint.isEmpty()) return noAddress(message.get(), body.text("channel"), to.get());
        Channel channel = endpoint.get().channel();
        Optional<Provider> provider = engine.provider(channel);
        if (!message.get().channels().containsKey(channel) || provider.isEmpty()) {
            return Answer.error(
                    409,
                    "no_such_channel",
                    provider.isEmpty()
                            ? "no provider carries %s".formatted(channel.word())
                            : "the message has no %s form; it has %s".formatted(channel.word(), words(message.get())));
        }
        var wanted =
                new Wanted(message.get(), endpoint.get(), provider.get(), event.map(fields -> (Value.Fields) fields));
        return show(as.get(), found -> send(found, wanted));
    }

    /** By an identifier, or by the id of the customer. */
    private Answer show(String as, Function<Answers.Found, Answer> answer) {
        Optional<Identifier> identifier =
                IdentifierText.read(as, engine.knowledge().identity());
        return identifier.isPresent() ? customers.show(identifier.get(), answer) : customers.show(as, answer);
    }

    private Optional<Endpoint> endpoint(Channel channel, String to) {
        Optional<String> address = switch (channel) {
            case EMAIL -> EmailAddresses.normalise(to);
            case SMS -> PhoneNumbers.normalise(to, engine.knowledge().identity().country());
            case PUSH, WEBPUSH, SOCIAL, INAPP, WEBHOOK ->
                Optional.of(to).filter(it -> !it.isEmpty() && it.length() <= Identifier.LENGTH_MAX);
        };
        return address.map(value -> new Endpoint(channel, value));
    }

    private static Answer noAddress(MessageDefinition message, Optional<String> channel, String to) {
        String where =
                channel.orElseGet(() -> "any channel that the message has and a provider carries: " + words(message));
        return Answer.error(400, "bad_address", "\"%s\" is no address on %s".formatted(shown(to), shown(where)));
    }

    private Answer send(Answers.Found found, Wanted wanted) {
        Optional<Value.Fields> event = wanted.event()
                .or(() -> new LatestTrigger(engine.host(), engine.knowledge())
                        .of(wanted.message().name(), found.root()));
        Optional<String> unsubscribeUrl =
                wanted.message().topic().map(_ -> engine.knowledge().addresses().testUrl());
        Composition composition = new Composing(found.root(), engine.knowledge(), engine.now())
                .compose(
                        wanted.message().name(),
                        wanted.to().channel(),
                        event.map(List::of).orElse(List.of()),
                        unsubscribeUrl);
        return switch (composition) {
            case Composition.NotComposed(var why) -> Answer.error(422, "not_composed", why);
            case Composition.Composed(var content, var missing) -> send(found, wanted, marked(content), missing);
        };
    }

    private Answer send(Answers.Found found, Wanted wanted, Content content, List<String> missing) {
        var id = new DispatchId("test-" + UUID.randomUUID());
        SendOutcome outcome = call(
                wanted.provider(),
                new Outgoing(id, wanted.to(), wanted.message().purpose(), content, engine.now(), true));
        return Answer.json(
                200,
                new Shape()
                        .with("outcome", word(outcome))
                        .with("detail", detail(outcome))
                        .with("message", wanted.message().name().text())
                        .with(
                                "customer",
                                engine.knowledge()
                                        .addresses()
                                        .idOf(found.root().links().self())
                                        .text())
                        .with("channel", wanted.to().channel().word())
                        .with("to", wanted.to().value())
                        .texts("missing", missing.stream().distinct().toList())
                        .with("content", ContentViews.of(content))
                        .build());
    }

    private static SendOutcome call(Provider provider, Outgoing message) {
        try {
            return provider.send(message);
        } catch (RuntimeException e) {
            LOG.error("the provider for {} failed", message.to().channel().word(), e);
            return new SendOutcome.Uncertain(
                    "the provider's code failed: " + e.getClass().getSimpleName());
        }
    }

    private static Content marked(Content content) {
        return switch (content) {
            case Content.Email(var subject, var html, var text, var url) ->
                new Content.Email(MARK + subject, html, text, url);
            // Whoever reads a text reads its words; a webhook has a header.
            case Content.Titled(var title, var body) -> new Content.Titled(MARK + title, body);
            case Content.Plain plain -> plain;
        };
    }

    private static String word(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> "accepted";
            case SendOutcome.Rejected _ -> "rejected";
            case SendOutcome.NotSent _ -> "not_sent";
            case SendOutcome.Uncertain _ -> "uncertain";
        };
    }

    private static String detail(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(var id) -> "accepted as " + id;
            case SendOutcome.Rejected(var reason, var detail) -> reason.name().toLowerCase(Locale.ROOT) + ": " + detail;
            case SendOutcome.NotSent(var detail, var _) -> detail;
            case SendOutcome.Uncertain(var detail) -> detail;
        };
    }

    private static String words(MessageDefinition message) {
        return message.channels().keySet().stream().map(Channel::word).collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
