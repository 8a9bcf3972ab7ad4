package io.carillon.core.entity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Tracking;
import io.carillon.core.decision.Dispatches;
import io.carillon.core.host.ParkId;
import io.carillon.core.journey.Runs;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Groups;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Profile;
import io.carillon.core.person.SplitKey;
import io.carillon.core.segment.Memberships;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a customer is and does, besides their identifiers.
 *
 * @param bornAt when they were first heard of
 * @param seenAt when they last did something themselves
 * @param parked messages of theirs that failed: while there is one, no marketing
 * @param groups accounts they belong to
 * @param preferences how they wish to be reached
 */
public record Customer(
        SplitKey splitKey,
        Instant bornAt,
        Instant seenAt,
        Profile profile,
        Consents consents,
        Behaviour behaviour,
        Memberships segments,
        Runs runs,
        Dispatches dispatches,
        SortedSet<String> parked,
        Groups groups,
        Preferences preferences) {

    public Customer {
        parked = Collections.unmodifiableSortedSet(parked);
    }

    static Customer born(SplitKey splitKey, Instant now) {
        return new Customer(
                splitKey,
                now,
                now,
                Profile.EMPTY,
                Consents.NONE,
                Behaviour.NONE,
                Memberships.NONE,
                Runs.NONE,
                Dispatches.NONE,
                Collections.emptySortedSet(),
                Groups.NONE,
                Preferences.NONE);
    }

    /** What templates call the customer: their traits, and their {@code groups} unless a trait has that name. */
    public Value.Fields facts() {
        Value.Fields traits = profile.values();
        return traits.get("groups").isPresent() ? traits : traits.with("groups", groups.values());
    }

    Customer with(Profile newProfile) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                newProfile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Consents newConsents) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                newConsents,
                behaviour,
                segments,
                runs,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Behaviour newBehaviour) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                newBehaviour,
                segments,
                runs,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Memberships newSegments) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                newSegments,
                runs,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Runs newRuns) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                newRuns,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Dispatches newDispatches) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                newDispatches,
                parked,
                groups,
                preferences);
    }

    Customer with(Groups newGroups) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                parked,
                newGroups,
                preferences);
    }

    Customer with(Preferences newPreferences) {
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                parked,
                groups,
                newPreferences);
    }

    Customer seen(Instant at) {
        if (!at.isAfter(seenAt)) return this;
        return new Customer(
                splitKey,
                bornAt,
                at,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                parked,
                groups,
                preferences);
    }

    Customer parking(ParkId park) {
        var more = new TreeSet<>(parked);
        more.add(park.text());
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                more,
                groups,
                preferences);
    }

    Customer unparking(ParkId park) {
        var fewer = new TreeSet<>(parked);
        fewer.remove(park.text());
        return new Customer(
                splitKey,
                bornAt,
                seenAt,
                profile,
                consents,
                behaviour,
                segments,
                runs,
                dispatches,
                fewer,
                groups,
                preferences);
    }

    /**
     * Two become one: commutative and associative, but for the segments, which are recomputed afterwards and are this
     * one's until then.
     */
    Customer merge(Customer other, Tracking tracking) {
        boolean thisIsOlder = bornAt.compareTo(other.bornAt) < 0
                || (bornAt.equals(other.bornAt) && splitKey.value().compareTo(other.splitKey.value()) <= 0);
        var allParked = new TreeSet<>(parked);
        allParked.addAll(other.parked);
        return new Customer(
                thisIsOlder ? splitKey : other.splitKey,
                thisIsOlder ? bornAt : other.bornAt,
                seenAt.isAfter(other.seenAt) ? seenAt : other.seenAt,
                profile.merge(other.profile),
                consents.merge(other.consents),
                Behaviour.merge(behaviour, other.behaviour, tracking),
                segments,
                runs.merge(other.runs),
                dispatches.merge(other.dispatches),
                allParked,
                groups.merge(other.groups),
                preferences.merge(other.preferences));
    }

    void write(ByteWriter out) {
        out.text(splitKey.value());
        out.instant(bornAt);
        out.instant(seenAt);
        profile.write(out);
        consents.write(out);
        BehaviourCodec.BEHAVIOURS.write(behaviour, out);
        segments.write(out);
        runs.write(out);
        dispatches.write(out);
        out.list(parked, (park, to) -> to.text(park));
        groups.write(out);
        preferences.write(out);
    }

    /**
     * @param version of the {@link Root} around it; 1 has no groups, and before 3 there were no preferences and less is
     *     known of runs and messages
     */
    static Customer read(ByteReader in, int version) {
        return new Customer(
                new SplitKey(in.text()),
                in.instant(),
                in.instant(),
                Profile.read(in),
                Consents.read(in),
                BehaviourCodec.BEHAVIOURS.read(in),
                Memberships.read(in),
                version < 3 ? Runs.readFirst(in) : Runs.read(in),
                version < 3 ? Dispatches.readFirst(in) : Dispatches.read(in),
                new TreeSet<>(in.list(ByteReader::text)),
                version == 1 ? Groups.NONE : Groups.read(in),
                version < 3 ? Preferences.NONE : Preferences.read(in));
    }
}
