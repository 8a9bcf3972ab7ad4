package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Tracking;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Groups;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Profile;
import io.carillon.core.person.SplitKey;
import io.carillon.core.person.Trait;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What customers who are one would be had they never met, made from what they were at the merge and the rows since. What
 * they did is left to be counted from the rows once these are where they belong.
 */
public record Shares(CustomerRef stays, SortedMap<CustomerRef, Share> all) {
    public Shares {
        all = Collections.unmodifiableSortedMap(all);
    }

    /** One of them, without their segments and what we do about them. */
    public record Share(Standing standing, Known known, Behaviour behaviour) {
        static Share of(Customer customer) {
            return new Share(customer.standing().atRest(), customer.known(), customer.behaviour());
        }

        private Share with(Known other) {
            return new Share(standing, other, behaviour);
        }

        private Share seen(Instant at) {
            return new Share(standing.seen(at), known, behaviour);
        }

        private Share merge(Share other, Tracking tracking) {
            return new Share(
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

        static Share read(ByteReader in) {
            var standing = new Standing(new SplitKey(in.text()), in.instant(), in.instant(), new TreeSet<>());
            var known = new Known(Profile.read(in), Consents.read(in), Groups.read(in), Preferences.read(in));
            return new Share(standing, known, BehaviourCodec.BEHAVIOURS.read(in));
        }
    }

    /** Before the merge. */
    static Shares before(CustomerRef stays, Customer customer) {
        return new Shares(stays, new TreeMap<>()).with(stays, Share.of(customer));
    }

    public Share of(CustomerRef whose) {
        return Optional.ofNullable(all.get(whose)).orElseThrow();
    }

    /** Another customer came: to whoever stays, or as one who goes. */
    Shares and(CustomerRef whose, Customer other, Tracking tracking) {
        Share share = Share.of(other);
        return with(whose, whose.equals(stays) ? of(stays).merge(share, tracking) : share);
    }

    /** A row. */
    Shares on(CustomerRef whose, HistoryEntry entry) {
        Share before = of(whose);
        Share after = on(before, entry);
        return after.equals(before) ? this : with(whose, after);
    }

    private Shares with(CustomerRef whose, Share share) {
        var now = new TreeMap<>(all);
        now.put(whose, share);
        return new Shares(stays, now);
    }

    private static Share on(Share share, HistoryEntry entry) {
        Known known = share.known;
        return switch (entry) {
            case HistoryEntry.Happened(var _, var event, var _) ->
                share.with(known.with(known.profile().with(event))
                                .with(known.groups().with(event)))
                        .seen(event.occurredAt());
            case HistoryEntry.Chose(var _, var subscription, var consent, var _) ->
                share.with(known.with(known.consents().with(subscription, consent)));
            case HistoryEntry.Preferred(var _, var preferences, var _) ->
                share.with(known.with(known.preferences().merge(preferences)));
            case HistoryEntry.TraitSet(var at, var _, var name, var value) -> {
                // After events of the same instant, as it was when it was said: ~ is the last character.
                var trait = new Trait(value, new Stamp(at, new MessageId("~journey")), "journey");
                yield share.with(known.with(known.profile().with(name, trait)));
            }
            default -> share;
        };
    }

    void write(ByteWriter out) {
        stays.write(out);
        out.map(all, CustomerRef::write, Share::write);
    }

    static Shares read(ByteReader in) {
        return new Shares(CustomerRef.read(in), in.sortedMap(CustomerRef::read, Share::read));
    }
}
