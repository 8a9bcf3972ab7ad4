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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customer's side of the identity protocol: what a root does with each event and each message. */
public final class Linking {
    /** An e-mail or phone that was refused is asked for again after this long. */
    static final Duration REFUSAL_HOLDS = Duration.ofDays(1);

    /** Refusals remembered; the one refused longest ago is forgotten first. */
    static final int REFUSALS_MAX = 16;

    /** Merges of one customer without a person's decision: more people than that are no one person. */
    public static final int MERGES_MAX = 100;

    private Linking() {}

    /** What becomes of a root in one step of the protocol. */
    public sealed interface Step {
        /** It stays a root. */
        record Stays(Links links, List<IdentitySend> sends, List<LinkChange> changes) implements Step {}

        /** It sends everything it is to the stronger customer and leads on to it for ever. */
        record MergesInto(CustomerRef stronger, Cause cause) implements Step {}
    }

    /** An event of this customer: claims the identifiers that it names and that are not ours yet. */
    public static Step.Stays onEvent(Links before, Event event, IdentityRules rules, Instant now) {
        boolean named = event.identifiers().stream()
                .anyMatch(identifier -> identifier.kind() == IdentifierKind.USER && before.owns(identifier));
        Optional<Stamp> stamp = named ? Optional.of(event.stamp()) : Optional.empty();
        Links links = Alias.wish(event).map(before::wishing).orElse(before);
        var sends = new ArrayList<IdentitySend>();
        var changes = new ArrayList<LinkChange>();
        for (Identifier identifier : event.identifiers()) {
            Asked asked = links.asked().get(identifier);
            var cause = new Cause(event.id(), identifier, Alias.unites(event, identifier));
            if (links.owns(identifier)) {
                // Only what may move is ever compared by its last use.
                if (named && identifier.kind().isMovable()) links = links.use(identifier, event.stamp());
            } else if (cause.explicit()) {
                if (asked != null && asked.isExplicit()) continue;
                links = links.ask(identifier, Asked.now(stamp, cause));
                sends.add(claim(links, identifier, stamp, cause));
            } else if (asked != null && !asked.isRefused()) {
                if (named) links = links.ask(identifier, asked.withStamp(event.stamp()));
            } else if (asked == null || mayAskAgain(identifier, asked, stamp, now)) {
                Optional<Refusal> objection = rules.objection(links, identifier, now);
                if (objection.isPresent()) {
                    if (asked != null && asked.isRefused(objection.get(), REFUSAL_HOLDS, now)) continue;
                    links = remember(links, identifier, Asked.now(stamp, cause).refused(now, objection.get()));
                    changes.add(new LinkChange.NotLinked(identifier, objection.get(), Optional.of(cause)));
                } else {
                    links = links.ask(identifier, Asked.now(stamp, cause));
                    sends.add(claim(links, identifier, stamp, cause));
                }
            }
        }
        return new Step.Stays(links, sends, changes);
    }

    public static Step on(Links links, LinkMessage message, Instant now) {
        return switch (message) {
            case Granted granted -> onGranted(links, granted, now);
            case Refused refused -> onRefused(links, refused, now);
            case Contest contest -> onContest(links, contest);
            case Join join -> onJoin(links, join, now);
        };
    }

    /** Another customer has merged into this one: what it owned is ours, under the same epochs. */
    public static Step.Stays absorb(Links links, Links other) {
        var sends = new ArrayList<IdentitySend>();
        other.owned()
                .forEach(
                        (identifier, epoch) -> sends.add(new ToIdentifier(identifier, new Moved(links.self(), epoch))));
        return new Step.Stays(links.absorb(other), sends, List.of());
    }

    private static Step onGranted(Links links, Granted granted, Instant now) {
        Identifier identifier = granted.identifier();
        Asked asked = links.asked().get(identifier);
        Links owning = links.own(identifier, granted.epoch(), now).forget(identifier);
        if (asked != null && asked.stamp().isPresent() && identifier.kind().isMovable()) {
            owning = owning.use(identifier, asked.stamp().get());
        }
        List<IdentitySend> sends = granted.to().equals(links.self())
                ? List.of()
                : List.of(new ToIdentifier(identifier, new Moved(links.self(), granted.epoch())));
        Optional<Cause> cause = Optional.ofNullable(asked).flatMap(Asked::cause);
        return new Step.Stays(owning, sends, List.of(new LinkChange.Owned(identifier, granted.epoch(), cause)));
    }

    private static Step onRefused(Links links, Refused refused, Instant now) {
        Identifier identifier = refused.identifier();
        Asked asked = links.asked().get(identifier);
        // What is said explicitly is never refused: this answers an earlier claim.
        if (asked == null || asked.isExplicit()) return stays(links);
        Refusal why = refused.why().orElse(areTwoUsers(links, refused.owner()) ? Refusal.CONFLICT : Refusal.MERGES);
        if (asked.isNewerThan(refused.stamp())) {
            var cause = new Cause(asked.stamp().orElseThrow().by(), identifier);
            return stays(links, claim(links, identifier, asked.stamp(), cause));
        }
        return new Step.Stays(
                remember(links, identifier, asked.refused(now, why)),
                List.of(),
                List.of(
                        why == Refusal.CONFLICT
                                ? new LinkChange.Conflict(identifier, refused.owner(), asked.cause())
                                : new LinkChange.NotLinked(identifier, why, asked.cause())));
    }

    private static Step onContest(Links links, Contest contest) {
        Identifier identifier = contest.identifier();
        CustomerRef by = contest.by();
        // A claim of ours that went by way of somebody we absorbed, who gave us the identifier: what is asked for now,
        // if it
        // has left us since, is a later claim. But if we were parted from them, it is theirs, and they are to be asked.
        boolean isTheirs = !links.apart().isEmpty() && !links.owns(identifier) && isOpen(links, identifier);
        if (by.equals(links.self()) && !isTheirs) return stays(links);
        if (!links.owns(identifier)) { // it is on its way out: whoever gets it shall judge
            var claim = new Claim(by, contest.stamp(), contest.cause(), contest.merges(), contest.apart());
            return stays(links, new ToIdentifier(identifier, claim));
        }
        if (!contest.cause().explicit()) {
            boolean areTwoUsers = areTwoUsers(links, by);
            if (areTwoUsers && isNewer(links, identifier, contest.stamp())) return giveUp(links, contest);
            if (areTwoUsers) return refuse(links, contest, Refusal.CONFLICT);
            if (areApart(links, by, contest.apart())) return refuse(links, contest, Refusal.APART);
            if (links.absorbed().size() + contest.merges() >= MERGES_MAX) {
                return refuse(links, contest, Refusal.MERGES);
            }
        }
        if (by.isStrongerThan(links.self())) return new Step.MergesInto(by, contest.cause());
        return stays(links, new ToCustomer(by, new Join(identifier, links.self(), contest.cause(), links.apart())));
    }

    private static Step onJoin(Links links, Join join, Instant now) {
        CustomerRef owner = join.owner();
        if (owner.equals(links.self())) return stays(links);
        if (!join.cause().explicit() && areApart(links, owner, join.apart())) return onApart(links, join, now);
        // The invitation may have been meant for a customer that a user has absorbed since: two users never merge so.
        boolean mayMerge = join.cause().explicit() || !areTwoUsers(links, owner);
        if (mayMerge && owner.isStrongerThan(links.self())) return new Step.MergesInto(owner, join.cause());
        // What is ours needs no claim, and one under way must keep its stamp and gets an answer of its own.
        Asked asked = links.asked().get(join.identifier());
        boolean isAsked = asked != null && (asked.isExplicit() || !join.cause().explicit());
        if (isAsked || links.owns(join.identifier())) return stays(links);
        return stays(
                links.ask(join.identifier(), Asked.now(Optional.empty(), join.cause())),
                claim(links, join.identifier(), Optional.empty(), join.cause()));
    }

    /** Its owner is somebody else, as a person said: the claim is over. */
    private static Step onApart(Links links, Join join, Instant now) {
        Identifier identifier = join.identifier();
        Asked asked = links.asked().get(identifier);
        if (asked == null || asked.isRefused() || asked.isExplicit()) return stays(links);
        return new Step.Stays(
                remember(links, identifier, asked.refused(now, Refusal.APART)),
                List.of(),
                List.of(new LinkChange.NotLinked(identifier, Refusal.APART, asked.cause())));
    }

    private static boolean isOpen(Links links, Identifier identifier) {
        Asked asked = links.asked().get(identifier);
        return asked != null && !asked.isRefused();
    }

    private static Step refuse(Links links, Contest contest, Refusal why) {
        var refused = new Refused(contest.identifier(), contest.stamp(), links.self(), Optional.of(why));
        return stays(links, new ToCustomer(contest.by(), refused));
    }

    /** Whether a person said so of these two, or of some that they have absorbed. */
    private static boolean areApart(Links links, CustomerRef other, Apart others) {
        return links.apart().meets(other, List.of()) || others.meets(links.self(), links.absorbed());
    }

    private static boolean areTwoUsers(Links links, CustomerRef other) {
        return links.self().isBornAtUser() && other.isBornAtUser();
    }

    private static Step giveUp(Links links, Contest contest) {
        Identifier identifier = contest.identifier();
        long epoch = links.epochOf(identifier);
        return new Step.Stays(
                links.disown(identifier),
                List.of(new ToIdentifier(identifier, new Transfer(contest.by(), epoch))),
                List.of(new LinkChange.GaveUp(identifier, contest.by(), epoch, Optional.of(contest.cause()))));
    }

    private static boolean isNewer(Links links, Identifier identifier, Optional<Stamp> stamp) {
        if (!identifier.kind().isMovable() || stamp.isEmpty()) return false;
        Stamp used = links.used().get(identifier);
        return used == null || stamp.get().isAfter(used);
    }

    private static boolean mayAskAgain(Identifier identifier, Asked asked, Optional<Stamp> stamp, Instant now) {
        Asked.Refused refused = asked.refused().orElseThrow();
        return switch (refused.why()) {
            case LIMIT, JUNK -> true; // we judge ourselves, and may judge otherwise by now
            case MERGES, APART -> !now.isBefore(refused.at().plus(REFUSAL_HOLDS));
            case CONFLICT ->
                identifier.kind().isMovable()
                        ? stamp.isPresent()
                                && (asked.stamp().isEmpty()
                                        || stamp.get().isAfter(asked.stamp().get()))
                        : !now.isBefore(refused.at().plus(REFUSAL_HOLDS));
        };
    }

    private static Links remember(Links links, Identifier identifier, Asked refused) {
        List<Identifier> others = links.asked().entrySet().stream()
                .filter(entry -> entry.getValue().isRefused() && !entry.getKey().equals(identifier))
                .sorted(Comparator.comparing(
                        entry -> entry.getValue().refusedAt().orElseThrow()))
                .map(Map.Entry::getKey)
                .toList();
        Links withRoom = others.size() < REFUSALS_MAX ? links : links.forget(others.getFirst());
        return withRoom.ask(identifier, refused);
    }

    private static ToIdentifier claim(Links links, Identifier identifier, Optional<Stamp> stamp, Cause cause) {
        return new ToIdentifier(
                identifier,
                new Claim(links.self(), stamp, cause, links.absorbed().size(), links.apart()));
    }

    private static Step.Stays stays(Links links, IdentitySend... sends) {
        return new Step.Stays(links, List.of(sends), List.of());
    }
}
