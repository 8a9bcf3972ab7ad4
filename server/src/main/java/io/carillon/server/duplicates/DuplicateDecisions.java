package io.carillon.server.duplicates;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.duplicate.DuplicateKind;
import io.carillon.core.entity.duplicate.DuplicateMessage;
import io.carillon.core.entity.duplicate.DuplicateState;
import io.carillon.core.entity.duplicate.DuplicateStatus;
import io.carillon.core.entity.duplicate.Suggestion;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.server.collect.Taken;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Accepts or rejects a pair. To accept is to say by an {@code alias}, as a shop would, that both are one person: it stands
 * in the history, and only by it two users merge.
 */
public final class DuplicateDecisions {
    static final String SOURCE = "duplicates";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final Engine engine;

    public DuplicateDecisions(Engine engine) {
        this.engine = engine;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is decided; what follows from it follows by itself. */
        record Decided(DuplicateState state) implements Outcome {}

        /** It was decided before, or was never suggested, or is not any more. */
        record NotOpen() implements Outcome {}

        /** Nothing was decided: the host is busy. */
        record Busy() implements Outcome {}
    }

    public Outcome reject(String id) {
        return shown(id)
                .map(state -> state.isOpen() ? decide(id, DuplicateStatus.REJECTED) : new Outcome.NotOpen())
                .orElseGet(Outcome.Busy::new);
    }

    /** May be repeated: the alias has the id of the pair, and a repeat of it changes nothing. */
    public Outcome accept(String id) {
        Optional<DuplicateState> state = shown(id);
        if (state.isEmpty()) return new Outcome.Busy();
        if (!state.get().isOpen()) return new Outcome.NotOpen();
        Suggestion suggestion = state.get().suggestion().orElseThrow();
        Asked one = root(suggestion.one());
        Asked other = root(suggestion.other());
        if (one.isBusy() || other.isBusy()) return new Outcome.Busy();
        Optional<Identifier> left = one.root().flatMap(DuplicateDecisions::name);
        Optional<Identifier> right = other.root().flatMap(DuplicateDecisions::name);
        if (left.isEmpty() || right.isEmpty()) { // somebody was erased since
            ask(id, DuplicateMessage.Withdraw::new);
            return new Outcome.NotOpen();
        }
        if (!left.equals(right) && !say(id, left.get(), right.get())) return new Outcome.Busy();
        return decide(id, DuplicateStatus.ACCEPTED);
    }

    private boolean say(String id, Identifier left, Identifier right) {
        Instant now = engine.now();
        Map<String, Value> properties = new LinkedHashMap<>();
        if (left.kind() == IdentifierKind.USER && right.kind() == IdentifierKind.USER) {
            // The stronger's user id is the one to go by.
            properties.put("previousId", Value.of(right.value()));
        }
        var event = new Event(
                new MessageId("duplicate-" + id),
                EventType.ALIAS,
                EventType.ALIAS.word(),
                now,
                now,
                SOURCE,
                List.of(left, right),
                new Value.Fields(properties),
                Value.Fields.NONE,
                Value.Fields.NONE);
        for (int i = 0; i < TRIES; i++) {
            if (engine.inlet().receive(List.of(event), PATIENCE) == Taken.DONE) return true;
        }
        return false;
    }

    /** The user id that they are shown under, else whatever is theirs and strongest. */
    private static Optional<Identifier> name(Root root) {
        return root.links()
                .user()
                .or(() -> root.links().owned().keySet().stream().findFirst());
    }

    /** @param root of whoever it is today; none if there is nobody any more */
    private record Asked(Optional<Root> root, boolean isBusy) {}

    private Asked root(CustomerRef customer) {
        Asking.Outcome outcome = engine.asking()
                .ask(
                        customer.address(),
                        Lane.URGENT,
                        replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Show(replyTo)));
        if (!(outcome instanceof Asking.Outcome.Answered(var reply))) return new Asked(Optional.empty(), true);
        return new Asked(reply instanceof Answers.Found(var _, var root) ? Optional.of(root) : Optional.empty(), false);
    }

    private Optional<DuplicateState> shown(String id) {
        return ask(id, DuplicateMessage.Show::new);
    }

    private Outcome decide(String id, DuplicateStatus status) {
        return ask(id, replyTo -> new DuplicateMessage.Decide(status, replyTo))
                .<Outcome>map(state -> state.status() == status ? new Outcome.Decided(state) : new Outcome.NotOpen())
                .orElseGet(Outcome.Busy::new);
    }

    private Optional<DuplicateState> ask(String id, Function<ReplyTo, DuplicateMessage> message) {
        Asking.Outcome outcome = engine.asking().ask(DuplicateKind.of(id), Lane.URGENT, message::apply);
        return outcome instanceof Asking.Outcome.Answered(DuplicateMessage.Answer(var state))
                ? Optional.of(state)
                : Optional.empty();
    }
}
