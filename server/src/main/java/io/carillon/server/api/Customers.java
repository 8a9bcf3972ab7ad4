package io.carillon.server.api;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.server.http.Answer;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.Optional;
import java.util.function.Function;

/** Finds customers, and asks them. */
final class Customers {
    static final Answer UNKNOWN = Answer.error(404, "no_such_customer", "there is no customer with this id");
    private static final Answer FULL =
            Answer.error(429, "full", "too much is waiting; send it again").with("Retry-After", "1");
    private static final Answer LATE =
            Answer.error(503, "late", "no answer in time; it may still happen").with("Retry-After", "5");

    private final Engine engine;

    Customers(Engine engine) {
        this.engine = engine;
    }

    /** An id leads to its customer for ever, or to whoever absorbed them. */
    Optional<CustomerRef> byId(String id) {
        if (id.isEmpty() || id.length() > 100) return Optional.empty();
        Optional<Bytes> row = engine.host().row(PersonKind.CUSTOMERS, id);
        return row.map(CustomerRef::decode);
    }

    /** Asks whoever owns an identifier; answers with what {@code found} makes of them. */
    Answer show(Identifier identifier, Function<Answers.Found, Answer> found) {
        Asking.Outcome outcome = engine.asking().ask(identifier.address(), Lane.URGENT, PersonMessage.WhoIs::new);
        Answer nobody = Answer.error(404, "no_such_customer", "nobody is known by this identifier");
        return answer(outcome, found, nobody);
    }

    /** Asks the customer of an id. */
    Answer show(String id, Function<Answers.Found, Answer> found) {
        return ask(id, CustomerMessage.Show::new)
                .map(outcome -> answer(outcome, found, UNKNOWN))
                .orElse(UNKNOWN);
    }

    /** Asks the customer of an id anything; nothing when there is no such id. */
    Optional<Asking.Outcome> ask(String id, Function<ReplyTo, CustomerMessage> message) {
        return byId(id).map(customer -> ask(customer, message));
    }

    Asking.Outcome ask(CustomerRef customer, Function<ReplyTo, CustomerMessage> message) {
        return engine.asking()
                .ask(
                        customer.address(),
                        Lane.URGENT,
                        replyTo -> new PersonMessage.ToCustomer(customer, message.apply(replyTo)));
    }

    /** The answer to a question that was not answered; of one that was, an error of ours. */
    static Answer refusal(Asking.Outcome outcome) {
        return switch (outcome) {
            case Asking.Outcome.Full _ -> FULL;
            case Asking.Outcome.Late _ -> LATE;
            case Asking.Outcome.Answered(var reply) -> {
                throw new IllegalStateException(
                        "unexpected answer " + reply.getClass().getSimpleName());
            }
        };
    }

    private static Answer answer(Asking.Outcome outcome, Function<Answers.Found, Answer> found, Answer nobody) {
        if (outcome instanceof Asking.Outcome.Answered(var reply)) {
            if (reply instanceof Answers.Found customer) return found.apply(customer);
            if (reply instanceof Answers.NotFound) return nobody;
        }
        return refusal(outcome);
    }
}
