package io.carillon.testkit;

import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.SendOutcome;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes messages as it is told to, and remembers each one that it took. Not thread-safe. */
public final class SimulatedProvider {
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<Taken> taken = new ArrayList<>();
    private Optional<Chance> moods = Optional.empty();
    private boolean holding;

    /** What it does with one message. */
    public enum Behaviour {
        ACCEPTS,
        /** It never will: refuses content or sender. */
        REJECTS,
        /** There is no such endpoint. */
        KNOWS_NO_SUCH_ENDPOINT,
        /** Surely not taken: try again. */
        IS_BUSY,
        /** Takes it, and the caller never hears of it. */
        TAKES_IT_SILENTLY,
        /** Does not take it, and the caller cannot know. */
        LOSES_IT;

        boolean takes() {
            return this == ACCEPTS || this == TAKES_IT_SILENTLY;
        }

        SendOutcome outcome(DispatchId id) {
            return switch (this) {
                case ACCEPTS -> new SendOutcome.Accepted("provider-" + id.text());
                case REJECTS -> new SendOutcome.Rejected(SendOutcome.Rejection.BLOCKED, "not like this");
                case KNOWS_NO_SUCH_ENDPOINT ->
                    new SendOutcome.Rejected(SendOutcome.Rejection.INVALID_ENDPOINT, "no such mailbox");
                case IS_BUSY -> new SendOutcome.NotSent("busy", Duration.ZERO);
                case TAKES_IT_SILENTLY, LOSES_IT -> new SendOutcome.Uncertain("no reply");
            };
        }
    }

    /** A message that it took. */
    public record Taken(Outgoing message, Instant at) {
        public Content.Email email() {
            if (message.content() instanceof Content.Email email) return email;
            throw new IllegalStateException("not an e-mail: " + message.content());
        }
    }

    /** What it does with the next messages; after them it accepts. */
    public void will(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
    }

    /** From now on it does anything, by chance. */
    public void becomeMoody(Chance chance) {
        moods = Optional.of(chance);
    }

    /** From now on calls are on the wire until {@link #goOn}. */
    public void hold() {
        holding = true;
    }

    public void goOn() {
        holding = false;
    }

    boolean isHolding() {
        return holding;
    }

    Behaviour next() {
        if (!script.isEmpty()) return script.remove();
        return moods.map(chance -> chance.chance(0.6) ? Behaviour.ACCEPTS : chance.pick(List.of(Behaviour.values())))
                .orElse(Behaviour.ACCEPTS);
    }

    void take(Outgoing message, Instant at) {
        taken.add(new Taken(message, at));
    }

    /** Everything it ever took, oldest first. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }
}
