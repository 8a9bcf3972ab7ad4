package io.carillon.core.identity;

import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.IdentifierMessage.Claim;
import io.carillon.core.identity.IdentifierMessage.Moved;
import io.carillon.core.identity.IdentifierMessage.Transfer;
import io.carillon.core.identity.IdentitySend.ToCustomer;
import io.carillon.core.identity.IdentitySend.ToIdentifier;
import io.carillon.core.identity.LinkMessage.Contest;
import io.carillon.core.identity.LinkMessage.Granted;
import io.carillon.core.identity.LinkMessage.Join;
import io.carillon.core.identity.LinkMessage.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customer's side of the identity protocol: what a root does with each event and each message. */
public final class Linking {
    /** An e-mail or phone that was refused is asked for again after this long. */
    static final Duration REFUSAL_HOLDS = Duration.ofDays(1);

    /** Refusals remembered; the one refused longest ago is forgotten first. */
    static final int REFUSALS_MAX = 16;

    private Linking() {}

    /** What becomes of a root in one step of the protocol. */
    public sealed interface Step {
        /** It stays a root. */
        record Stays(Links links, List<IdentitySend> sends, Optional<LinkChange> change) implements Step {}

        /** It sends everything it is to the stronger customer and leads on to it for ever. */
        record MergesInto(CustomerRef stronger, Cause cause) implements Step {}
    }

    /** An event of this customer: claims the identifiers that it names and that are not ours yet. */
    public static Step.Stays onEvent(Links before, Event event, Instant now) {
        boolean named = event.identifiers().stream()
                .anyMatch(identifier -> identifier.kind() == IdentifierKind.USER && before.owns(identifier));
        Optional<Stamp> stamp = named ? Optional.of(event.stamp()) : Optional.empty();
        Links links = before;
        var sends = new ArrayList<IdentitySend>();
        for (Identifier identifier : event.identifiers()) {
            Asked asked = links.asked().get(identifier);
            if (links.owns(identifier)) {
                // Only what may move is ever compared by its last use.
                if (named && identifier.kind().isMovable()) links = links.use(identifier, event.stamp());
            } else if (asked != null && !asked.isRefused()) {
                if (named) links = links.ask(identifier, asked.withStamp(event.stamp()));
            } else if (asked == null || mayAskAgain(identifier, asked, stamp, now)) {
                links = links.ask(identifier, Asked.now(stamp));
                sends.add(claim(links, identifier, stamp, new Cause(event.id(), identifier)));
            }
        }
        return new Step.Stays(links, sends, Optional.empty());
    }

    public static Step on(Links links, LinkMessage message, Instant now) {
        return switch (message) {
            case Granted granted -> onGranted(links, granted);
            case Refused refused -> onRefused(links, refused, now);
            case Contest contest -> onContest(links, contest);
            case Join join -> onJoin(links, join);
        };
    }

    /** Another customer has merged into this one: what it owned is ours, under the same epochs. */
    public static Step.Stays absorb(Links links, Links other) {
        var sends = new ArrayList<IdentitySend>();
        other.owned()
                .forEach(
                        (identifier, epoch) -> sends.add(new ToIdentifier(identifier, new Moved(links.self(), epoch))));
        return new Step.Stays(links.absorb(other), sends, Optional.empty());
    }

    private static Step onGranted(Links links, Granted granted) {
        Identifier identifier = granted.identifier();
        Asked asked = links.asked().get(identifier);
        Links owning = links.own(identifier, granted.epoch()).forget(identifier);
        if (asked != null && asked.stamp().isPresent() && identifier.kind().isMovable()) {
            owning = owning.use(identifier, asked.stamp().get());
        }
        List<IdentitySend> sends = granted.to().equals(links.self())
                ? List.of()
                : List.of(new ToIdentifier(identifier, new Moved(links.self(), granted.epoch())));
        return new Step.Stays(owning, sends, Optional.of(new LinkChange.Owned(identifier)));
    }

    private static Step onRefused(Links links, Refused refused, Instant now) {
        Identifier identifier = refused.identifier();
        Asked asked = links.asked().get(identifier);
        if (asked == null) return stays(links);
        if (asked.isNewerThan(refused.stamp())) {
            var cause = new Cause(asked.stamp().orElseThrow().by(), identifier);
            return stays(links, claim(links, identifier, asked.stamp(), cause));
        }
        Links remembering = withRoomForRefusal(links).ask(identifier, new Asked(asked.stamp(), Optional.of(now)));
        return new Step.Stays(
                remembering, List.of(), Optional.of(new LinkChange.Conflict(identifier, refused.owner())));
    }

    private static Step onContest(Links links, Contest contest) {
        Identifier identifier = contest.identifier();
        CustomerRef by = contest.by();
        // A claim of ours that went by way of somebody we absorbed, who gave us the identifier. What is asked for now,
        // if
        // it has left us since, is a later claim.
        if (by.equals(links.self())) return stays(links);
        if (!links.owns(identifier)) { // it is on its way out: whoever gets it shall judge
            return stays(links, new ToIdentifier(identifier, new Claim(by, contest.stamp(), contest.cause())));
        }
        if (by.isBornAtUser() && links.self().isBornAtUser()) {
            return isNewer(links, identifier, contest.stamp())
                    ? giveUp(links, identifier, by)
                    : stays(links, new ToCustomer(by, new Refused(identifier, contest.stamp(), links.self())));
        }
        if (by.isStrongerThan(links.self())) return new Step.MergesInto(by, contest.cause());
        return stays(links, new ToCustomer(by, new Join(identifier, links.self(), contest.cause())));
    }

    private static Step onJoin(Links links, Join join) {
        CustomerRef owner = join.owner();
        if (owner.equals(links.self())) return stays(links);
        // The invitation may have been meant for a customer that a user has absorbed since: two users never merge so.
        boolean bothUsers = owner.isBornAtUser() && links.self().isBornAtUser();
        if (!bothUsers && owner.isStrongerThan(links.self())) return new Step.MergesInto(owner, join.cause());
        // What is ours needs no claim, and one under way must keep its stamp and gets an answer of its own.
        boolean isSettled = links.owns(join.identifier()) || links.asked().containsKey(join.identifier());
        if (isSettled) return stays(links);
        return stays(
                links.ask(join.identifier(), Asked.now(Optional.empty())),
                claim(links, join.identifier(), Optional.empty(), join.cause()));
    }

    private static Step giveUp(Links links, Identifier identifier, CustomerRef to) {
        return new Step.Stays(
                links.disown(identifier),
                List.of(new ToIdentifier(identifier, new Transfer(to, links.epochOf(identifier)))),
                Optional.of(new LinkChange.GaveUp(identifier, to)));
    }

    private static boolean isNewer(Links links, Identifier identifier, Optional<Stamp> stamp) {
        if (!identifier.kind().isMovable() || stamp.isEmpty()) return false;
        Stamp used = links.used().get(identifier);
        return used == null || stamp.get().isAfter(used);
    }

    private static boolean mayAskAgain(Identifier identifier, Asked refused, Optional<Stamp> stamp, Instant now) {
        if (identifier.kind().isMovable()) return Asked.now(stamp).isNewerThan(refused.stamp());
        return !now.isBefore(refused.refusedAt().orElse(now).plus(REFUSAL_HOLDS));
    }

    private static Links withRoomForRefusal(Links links) {
        List<Identifier> refused = links.asked().entrySet().stream()
                .filter(entry -> entry.getValue().isRefused())
                .sorted((one, other) -> one.getValue()
                        .refusedAt()
                        .orElseThrow()
                        .compareTo(other.getValue().refusedAt().orElseThrow()))
                .map(entry -> entry.getKey())
                .toList();
        return refused.size() < REFUSALS_MAX ? links : links.forget(refused.getFirst());
    }

    private static ToIdentifier claim(Links links, Identifier identifier, Optional<Stamp> stamp, Cause cause) {
        return new ToIdentifier(identifier, new Claim(links.self(), stamp, cause));
    }

    private static Step.Stays stays(Links links, IdentitySend... sends) {
        return new Step.Stays(links, List.of(sends), Optional.empty());
    }
}
