package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Tracking;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.Side;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Groups;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Profile;
import io.carillon.core.person.SplitKey;
import io.carillon.core.person.Trait;
import java.time.Instant;
import java.util.TreeSet;

/**
 * What two customers who are one would be had they never met, made from what they were at the merge and the rows since.
 * What they did is left to be counted from the rows once these are where they belong.
 */
public record Halves(Half stays, Half leaves) {

    /** One of them, without their segments and what we do about them. */
    public record Half(Standing standing, Known known, Behaviour behaviour) {
        static Half of(Customer customer) {
            return new Half(customer.standing().atRest(), customer.known(), customer.behaviour());
        }

        private Half with(Known other) {
            return new Half(standing, other, behaviour);
        }

        private Half seen(Instant at) {
            return new Half(standing.seen(at), known, behaviour);
        }

        private Half merge(Half other, Tracking tracking) {
            return new Half(
                    standing.merge(other.standing),
                    known.merge(other.known),
                    Behaviour.merge(behaviour, other.behaviour, tracking));
        }

        void write(ByteWriter out) {
            out.text(standing.splitKey().value());
            out.instant(standing.bornAt());
            out.instant(standing.seenAt());
            known.profile().write(out);
            known.consents().write(out);
            known.groups().write(out);
            known.preferences().write(out);
            BehaviourCodec.BEHAVIOURS.write(behaviour, out);
        }

        static Half read(ByteReader in) {
            var standing = new Standing(new SplitKey(in.text()), in.instant(), in.instant(), new TreeSet<>());
            var known = new Known(Profile.read(in), Consents.read(in), Groups.read(in), Preferences.read(in));
            return new Half(standing, known, BehaviourCodec.BEHAVIOURS.read(in));
        }
    }

    /** Before the merge. The other half is filled in at the row of the merge. */
    static Halves before(Customer stays) {
        return new Halves(Half.of(stays), Half.of(stays));
    }

    Halves meet(Customer leaves) {
        return new Halves(stays, Half.of(leaves));
    }

    /** Somebody who stays with whoever stays; those who go are whole by themselves. */
    Halves and(Customer other, Tracking tracking) {
        return new Halves(stays.merge(Half.of(other), tracking), leaves);
    }

    /** A row of one side. */
    Halves on(Side side, HistoryEntry entry) {
        return side == Side.STAYS ? new Halves(on(stays, entry), leaves) : new Halves(stays, on(leaves, entry));
    }

    private static Half on(Half half, HistoryEntry entry) {
        Known known = half.known;
        return switch (entry) {
            case HistoryEntry.Happened(var _, var event, var _) ->
                half.with(known.with(known.profile().with(event))
                                .with(known.groups().with(event)))
                        .seen(event.occurredAt());
            case HistoryEntry.Chose(var _, var subscription, var consent, var _) ->
                half.with(known.with(known.consents().with(subscription, consent)));
            case HistoryEntry.Preferred(var _, var preferences, var _) ->
                half.with(known.with(known.preferences().merge(preferences)));
            case HistoryEntry.TraitSet(var at, var _, var name, var value) -> {
                // After events of the same instant, as it was when it was said: ~ is the last character.
                var trait = new Trait(value, new Stamp(at, new MessageId("~journey")), "journey");
                yield half.with(known.with(known.profile().with(name, trait)));
            }
            default -> half;
        };
    }

    void write(ByteWriter out) {
        stays.write(out);
        leaves.write(out);
    }

    static Halves read(ByteReader in) {
        return new Halves(Half.read(in), Half.read(in));
    }
}
