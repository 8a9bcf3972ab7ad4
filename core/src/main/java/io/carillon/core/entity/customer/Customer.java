package io.carillon.core.entity.customer;

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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a customer is and does, besides their identifiers: in parts, so that a step that changes one leaves the others as
 * they are.
 *
 * @param behaviour what they did, as far as a definition asks
 * @param segments which groups they are in
 */
public record Customer(Standing standing, Known known, Behaviour behaviour, Memberships segments, Dealings dealings) {

    public static Customer born(SplitKey splitKey, Instant now) {
        return new Customer(Standing.born(splitKey, now), Known.UNMET, Behaviour.NONE, Memberships.NONE, Dealings.NONE);
    }

    public SplitKey splitKey() {
        return standing.splitKey();
    }

    public Instant bornAt() {
        return standing.bornAt();
    }

    public Instant seenAt() {
        return standing.seenAt();
    }

    /** Whether an un-merge of theirs is under way. */
    public boolean isParting() {
        return !standing.partings().isEmpty();
    }

    public SortedSet<String> parked() {
        return standing.parked();
    }

    public Profile profile() {
        return known.profile();
    }

    public Consents consents() {
        return known.consents();
    }

    public Groups groups() {
        return known.groups();
    }

    public Preferences preferences() {
        return known.preferences();
    }

    public Runs runs() {
        return dealings.runs();
    }

    public Dispatches dispatches() {
        return dealings.dispatches();
    }

    /** What templates call the customer: their traits, and their {@code groups} unless a trait has that name. */
    public Value.Fields facts() {
        Value.Fields traits = profile().values();
        return traits.get("groups").isPresent() ? traits : traits.with("groups", groups().values());
    }

    public Customer with(Profile profile) {
        return with(known.with(profile));
    }

    public Customer with(Consents consents) {
        return with(known.with(consents));
    }

    public Customer with(Groups groups) {
        return with(known.with(groups));
    }

    public Customer with(Preferences preferences) {
        return with(known.with(preferences));
    }

    public Customer with(Runs runs) {
        return with(dealings.with(runs));
    }

    public Customer with(Dispatches dispatches) {
        return with(dealings.with(dispatches));
    }

    public Customer with(Behaviour other) {
        return new Customer(standing, known, other, segments, dealings);
    }

    public Customer with(Memberships other) {
        return new Customer(standing, known, behaviour, other, dealings);
    }

    public Customer seen(Instant at) {
        return with(standing.seen(at));
    }

    public Customer parking(ParkId park) {
        return with(standing.parking(park));
    }

    public Customer unparking(ParkId park) {
        return with(standing.unparking(park));
    }

    public Customer with(Standing other) {
        return new Customer(other, known, behaviour, segments, dealings);
    }

    public Customer with(Known other) {
        return new Customer(standing, other, behaviour, segments, dealings);
    }

    private Customer with(Dealings other) {
        return new Customer(standing, known, behaviour, segments, other);
    }

    /**
     * Two become one: commutative and associative, but for the segments, which are recomputed afterwards and are this
     * one's until then.
     */
    public Customer merge(Customer other, Tracking tracking) {
        return new Customer(
                standing.merge(other.standing),
                known.merge(other.known),
                Behaviour.merge(behaviour, other.behaviour, tracking),
                segments,
                dealings.merge(other.dealings));
    }

    public void write(ByteWriter out) {
        out.text(splitKey().value());
        out.instant(bornAt());
        out.instant(seenAt());
        profile().write(out);
        consents().write(out);
        BehaviourCodec.BEHAVIOURS.write(behaviour, out);
        segments.write(out);
        runs().write(out);
        dispatches().write(out);
        out.list(parked(), (park, to) -> to.text(park));
        groups().write(out);
        preferences().write(out);
        out.map(standing.partings(), (name, to) -> to.text(name), (stage, to) -> to.constant(stage));
    }

    /**
     * Reads the stored form of this version or an earlier one.
     *
     * @param version of the {@link Root} around it; 1 has no groups, before 3 there were no preferences and less is
     *     known of runs and messages, and before 4 no trait had a lineage,
     *     nobody was parted, and everybody had been here
     */
    public static Customer read(ByteReader in, int version) {
        var splitKey = new SplitKey(in.text());
        Instant bornAt = in.instant();
        Instant seenAt = in.instant();
        Profile profile = Profile.read(in);
        Consents consents = version < 4 ? Consents.readFirst(in) : Consents.read(in);
        Behaviour behaviour = BehaviourCodec.BEHAVIOURS.read(in);
        Memberships segments = Memberships.read(in);
        Runs runs = version < 3 ? Runs.readFirst(in) : Runs.read(in);
        Dispatches dispatches = version < 3 ? Dispatches.readFirst(in) : Dispatches.read(in);
        var parked = new TreeSet<>(in.list(ByteReader::text));
        Groups groups = version == 1 ? Groups.NONE : Groups.read(in);
        Preferences preferences = version < 3 ? Preferences.NONE : Preferences.read(in);
        SortedMap<String, PartingStage> partings = version < 4
                ? Collections.emptySortedMap()
                : in.sortedMap(ByteReader::text, from -> from.constant(PartingStage.class));
        return new Customer(
                new Standing(splitKey, bornAt, seenAt, parked, partings),
                new Known(profile, consents, groups, preferences),
                behaviour,
                segments,
                new Dealings(runs, dispatches));
    }
}
