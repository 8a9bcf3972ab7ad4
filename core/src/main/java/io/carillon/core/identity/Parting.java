package io.carillon.core.identity;

import io.carillon.core.event.Identifier;
import io.carillon.core.identity.IdentifierMessage.Claim;
import io.carillon.core.identity.IdentifierMessage.Moved;
import io.carillon.core.identity.IdentitySend.ToIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The identity part of an un-merge. What each of those who go brought, or got since by their own events, is theirs again,
 * each identifier with a raised epoch: the late word of a former owner counts no more.
 *
 * @param stays what is left
 * @param leavers as they are again, the one who is parted first
 */
public record Parting(Links stays, List<Links> leavers) {
    public Parting {
        leavers = List.copyOf(leavers);
    }

    /**
     * Somebody who goes.
     *
     * @param then as they were when they came
     * @param cause of their coming
     * @param by who brought them in: of the one who is parted, the one who stays
     */
    public record Leaver(Links then, Cause cause, CustomerRef by) {}

    /**
     * Parts them.
     *
     * @param before whom the one who stays was apart from before the merge
     * @param leavers the one who is parted, and customers who have come by that one since: they meet that one again
     */
    public static Parting of(Links today, Apart before, List<Leaver> leavers, Sides sides) {
        var all = new ArrayList<Links>();
        for (Leaver leaver : leavers) {
            SortedMap<Identifier, Long> theirs = sides.of(leaver.then.self(), today);
            theirs.replaceAll((_, epoch) -> epoch + 1);
            all.add(leaver.then.owning(theirs, today, sides.used()));
        }
        Links then = leavers.getFirst().then;
        Links stays = today.without(all, before).using(sides.used());
        // Whomever they were parted from as one, both stay parted from.
        Apart since = today.apart().without(before.from()).without(then.apart().from());
        all.set(0, all.getFirst().apartFrom(since.from()).apartFrom(stays.members()));
        return new Parting(stays.apartFrom(then.members()), all);
    }

    /**
     * They are a root again, and their identifiers are told.
     *
     * @param claims what they ask of those who had come by them
     */
    public static Linking.Step.Stays restored(Links links, List<Cause> claims) {
        List<IdentitySend> sends = new ArrayList<>(moved(links));
        Links asking = links;
        for (Cause cause : claims) {
            Identifier identifier = cause.identifier();
            if (asking.owns(identifier)) continue;
            asking = asking.ask(identifier, Asked.now(Optional.empty(), cause));
            var claim = new Claim(
                    links.self(), Optional.empty(), cause, links.absorbed().size(), links.apart());
            sends.add(new ToIdentifier(identifier, claim));
        }
        return new Linking.Step.Stays(asking, sends, List.of());
    }

    /**
     * What the one who stays tells the identifiers that go. They hear it from their new owner as well, who may have to
     * say more; but a claim of this one must not reach them before they know that they are not its own.
     */
    public List<IdentitySend> farewells() {
        var sends = new ArrayList<IdentitySend>();
        leavers.forEach(leaver -> sends.addAll(moved(leaver)));
        return sends;
    }

    private static List<IdentitySend> moved(Links links) {
        var sends = new ArrayList<IdentitySend>();
        links.owned()
                .forEach(
                        (identifier, epoch) -> sends.add(new ToIdentifier(identifier, new Moved(links.self(), epoch))));
        return sends;
    }

    /** What one of those who go asks of the others whom they had brought, so that they are one again. */
    public List<Cause> claims(int number, List<Leaver> leavers) {
        var claims = new ArrayList<Cause>();
        for (int i = 1; i < leavers.size(); i++) {
            Cause cause = leavers.get(i).cause();
            SortedMap<Identifier, Long> owned = this.leavers.get(i).owned();
            boolean isTheirs =
                    leavers.get(i).by().equals(leavers.get(number).then().self());
            if (!isTheirs || owned.isEmpty()) continue; // or whatever they were known by has moved on
            Identifier identifier = owned.containsKey(cause.identifier()) ? cause.identifier() : owned.firstKey();
            claims.add(new Cause(cause.event(), identifier, cause.explicit()));
        }
        return claims;
    }
}
