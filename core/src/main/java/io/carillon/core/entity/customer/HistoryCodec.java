package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.event.EventCodec;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.ParkId;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.Refusal;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.ValueCodec;
import java.util.Optional;

/** Stored form of history rows. */
public enum HistoryCodec implements Codec<HistoryEntry> {
    ROWS;

    private static final int VERSION = 1;
    private static final int HAPPENED = 1;
    private static final int FIRST_OWNED = 2; // these five before causes and epochs were in every row
    private static final int FIRST_GAVE_UP = 3;
    private static final int FIRST_CONFLICT = 4;
    private static final int FIRST_ABSORBED = 5;
    private static final int FIRST_MERGED = 6;
    private static final int MOVED = 7;
    private static final int RUN_STARTED = 8;
    private static final int RUN_ENDED = 9;
    private static final int FIRST_DECIDED = 10; // before it said until when something waits
    private static final int FIRST_CHOSE = 11; // these two before they said whom they were said to
    private static final int FIRST_PREFERRED = 31;
    private static final int PARKED = 12;
    private static final int OWNED = 13;
    private static final int GAVE_UP = 14;
    private static final int CONFLICT = 15;
    private static final int NOT_LINKED = 16;
    private static final int ABSORBED = 17;
    private static final int MERGED = 18;
    private static final int LIMIT_PASSED = 19;
    private static final int DECIDED = 30;
    private static final int TRAIT_SET = 40;
    private static final int CALLED = 41;
    private static final int CHOSE = 50;
    private static final int PREFERRED = 51;
    private static final int PARTED = 52;
    private static final int RESTORED = 53;

    @Override
    public void write(HistoryEntry entry, ByteWriter out) {
        out.u8(VERSION);
        switch (entry) {
            case HistoryEntry.Happened(var at, var event, var via) -> {
                out.u8(HAPPENED);
                out.instant(at);
                EventCodec.EVENTS.write(event, out);
                via.write(out);
            }
            case HistoryEntry.Linked(var at, var change) -> {
                out.u8(tagOf(change));
                out.instant(at);
                write(change, out);
            }
            case HistoryEntry.Absorbed(var at, var from, var cause, var before, var absorbed) -> {
                out.u8(ABSORBED);
                out.instant(at);
                from.write(out);
                cause.write(out);
                out.bytes(before);
                out.bytes(absorbed);
            }
            case HistoryEntry.Merged(var at, var into, var cause) -> {
                out.u8(MERGED);
                out.instant(at);
                into.write(out);
                cause.write(out);
            }
            case HistoryEntry.LimitPassed(var at, var from, var kind, var count, var max) -> {
                out.u8(LIMIT_PASSED);
                out.instant(at);
                from.write(out);
                out.constant(kind);
                out.count(count);
                out.count(max);
            }
            case HistoryEntry.Parted(var at, var leaver, var merge, var identifiers) -> {
                out.u8(PARTED);
                out.instant(at);
                leaver.write(out);
                out.number(merge);
                out.list(identifiers, Identifier::write);
            }
            case HistoryEntry.Restored(var at, var from) -> {
                out.u8(RESTORED);
                out.instant(at);
                from.write(out);
            }
            case HistoryEntry.Moved(var at, var segment, var entered) -> {
                out.u8(MOVED);
                out.instant(at);
                out.text(segment.text());
                out.flag(entered);
            }
            case HistoryEntry.RunStarted(var at, var run, var version) -> {
                out.u8(RUN_STARTED);
                out.instant(at);
                run.write(out);
                out.text(version);
            }
            case HistoryEntry.RunEnded(var at, var run, var reason) -> {
                out.u8(RUN_ENDED);
                out.instant(at);
                run.write(out);
                out.constant(reason);
            }
            case HistoryEntry.Decided(var decision) -> {
                out.u8(DECIDED);
                decision.write(out);
            }
            case HistoryEntry.Preferred(var at, var preferences, var of) -> {
                out.u8(PREFERRED);
                out.instant(at);
                preferences.write(out);
                out.optional(of, CustomerRef::write);
            }
            case HistoryEntry.Chose(var at, var subscription, var consent, var of) -> {
                out.u8(CHOSE);
                out.instant(at);
                subscription.write(out);
                consent.write(out);
                out.optional(of, CustomerRef::write);
            }
            case HistoryEntry.TraitSet(var at, var run, var trait, var value) -> {
                out.u8(TRAIT_SET);
                out.instant(at);
                run.write(out);
                out.text(trait);
                ValueCodec.VALUES.write(value, out);
            }
            case HistoryEntry.Called(var at, var asked, var webhook, var outcome, var detail) -> {
                out.u8(CALLED);
                out.instant(at);
                asked.write(out);
                out.text(webhook);
                out.constant(outcome);
                out.text(detail);
            }
            case HistoryEntry.Parked(var at, var park, var message) -> {
                out.u8(PARKED);
                out.instant(at);
                out.text(park.text());
                out.text(message);
            }
        }
    }

    @Override
    public HistoryEntry read(ByteReader in) {
        in.version("history row", VERSION);
        int form = in.u8();
        return switch (form) {
            case HAPPENED -> new HistoryEntry.Happened(in.instant(), EventCodec.EVENTS.read(in), Identifier.read(in));
            case OWNED, GAVE_UP, CONFLICT, NOT_LINKED -> new HistoryEntry.Linked(in.instant(), readChange(form, in));
            case FIRST_OWNED, FIRST_GAVE_UP, FIRST_CONFLICT ->
                new HistoryEntry.Linked(in.instant(), readFirstChange(form, in));
            case FIRST_ABSORBED ->
                new HistoryEntry.Absorbed(
                        in.instant(), CustomerRef.read(in), Cause.readFirst(in), in.bytes(), in.bytes());
            case FIRST_MERGED -> new HistoryEntry.Merged(in.instant(), CustomerRef.read(in), Cause.readFirst(in));
            case LIMIT_PASSED ->
                new HistoryEntry.LimitPassed(
                        in.instant(), CustomerRef.read(in), in.constant(IdentifierKind.class), in.count(), in.count());
            case ABSORBED ->
                new HistoryEntry.Absorbed(in.instant(), CustomerRef.read(in), Cause.read(in), in.bytes(), in.bytes());
            case MERGED -> new HistoryEntry.Merged(in.instant(), CustomerRef.read(in), Cause.read(in));
            case MOVED -> new HistoryEntry.Moved(in.instant(), new SegmentId(in.text()), in.flag());
            case RUN_STARTED -> new HistoryEntry.RunStarted(in.instant(), RunKey.read(in), in.text());
            case RUN_ENDED -> new HistoryEntry.RunEnded(in.instant(), RunKey.read(in), in.constant(RunEnd.class));
            case FIRST_DECIDED -> new HistoryEntry.Decided(Decision.readFirst(in));
            case DECIDED -> new HistoryEntry.Decided(Decision.read(in));
            case PREFERRED ->
                new HistoryEntry.Preferred(in.instant(), Preferences.read(in), in.optional(CustomerRef::read));
            case FIRST_PREFERRED -> new HistoryEntry.Preferred(in.instant(), Preferences.read(in), Optional.empty());
            case CHOSE ->
                new HistoryEntry.Chose(
                        in.instant(), Subscription.read(in), Consent.read(in), in.optional(CustomerRef::read));
            case FIRST_CHOSE ->
                new HistoryEntry.Chose(in.instant(), Subscription.read(in), Consent.read(in), Optional.empty());
            case PARTED ->
                new HistoryEntry.Parted(in.instant(), CustomerRef.read(in), in.number(), in.list(Identifier::read));
            case RESTORED -> new HistoryEntry.Restored(in.instant(), CustomerRef.read(in));
            case TRAIT_SET ->
                new HistoryEntry.TraitSet(in.instant(), RunKey.read(in), in.text(), ValueCodec.VALUES.read(in));
            case CALLED ->
                new HistoryEntry.Called(
                        in.instant(), IntentKey.read(in), in.text(), in.constant(CallOutcome.class), in.text());
            case PARKED -> new HistoryEntry.Parked(in.instant(), new ParkId(in.text()), in.text());
            default -> throw new UnreadableException("unknown history row " + form);
        };
    }

    private static int tagOf(LinkChange change) {
        return switch (change) {
            case LinkChange.Owned _ -> OWNED;
            case LinkChange.GaveUp _ -> GAVE_UP;
            case LinkChange.Conflict _ -> CONFLICT;
            case LinkChange.NotLinked _ -> NOT_LINKED;
        };
    }

    private static void write(LinkChange change, ByteWriter out) {
        change.identifier().write(out);
        out.optional(change.cause(), Cause::write);
        switch (change) {
            case LinkChange.Owned owned -> out.count(owned.epoch());
            case LinkChange.GaveUp gaveUp -> {
                gaveUp.to().write(out);
                out.count(gaveUp.epoch());
            }
            case LinkChange.Conflict conflict -> conflict.owner().write(out);
            case LinkChange.NotLinked notLinked -> out.constant(notLinked.why());
        }
    }

    private static LinkChange readChange(int form, ByteReader in) {
        Identifier identifier = Identifier.read(in);
        Optional<Cause> cause = in.optional(Cause::read);
        return switch (form) {
            case OWNED -> new LinkChange.Owned(identifier, in.count(), cause);
            case GAVE_UP -> new LinkChange.GaveUp(identifier, CustomerRef.read(in), in.count(), cause);
            case CONFLICT -> new LinkChange.Conflict(identifier, CustomerRef.read(in), cause);
            default -> new LinkChange.NotLinked(identifier, in.constant(Refusal.class), cause);
        };
    }

    private static LinkChange readFirstChange(int form, ByteReader in) {
        Identifier identifier = Identifier.read(in);
        return switch (form) {
            case FIRST_OWNED -> new LinkChange.Owned(identifier, 0, Optional.empty());
            case FIRST_GAVE_UP -> new LinkChange.GaveUp(identifier, CustomerRef.read(in), 0, Optional.empty());
            default -> new LinkChange.Conflict(identifier, CustomerRef.read(in), Optional.empty());
        };
    }
}
