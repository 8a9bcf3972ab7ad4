package io.carillon.core.entity.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.event.EventCodec;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentityCodec;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.SendOutcomeCodec;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;

/** Stored form of what a customer is told; part of {@link PersonCodec}, whose version it shares. */
enum CustomerCodec implements Codec<CustomerMessage> {
    MESSAGES;

    private static final int HANDLE = 1;
    private static final int LINK = 2;
    private static final int FIRST_ABSORB = 3; // before causes said whether they are explicit
    private static final int SHOW = 4;
    private static final int CHOOSE = 5;
    private static final int CHOSEN = 6;
    private static final int CLAIM = 7;
    private static final int REFUSE = 8;
    private static final int REPORT = 9;
    private static final int RETRY = 10;
    private static final int REDRIVEN = 11;
    private static final int DISMISSED = 12;
    private static final int ABSORB = 13;
    private static final int REFRESH = 20;
    private static final int COUNT_ROWS = 21;
    private static final int COUNTED = 22;
    private static final int PREFER = 30;
    private static final int FORGET_ROWS = 40;
    private static final int FORGET_MESSAGES = 41;
    private static final int CALLED = 42;
    private static final int MEANT_FOR = 50;
    private static final int UNMERGE = 51;
    private static final int GO_ON_PARTING = 52;
    private static final int RESTORE = 53;
    private static final int TAKE_ROWS = 54;
    private static final int ROWS_ARE_THERE = 55;

    @Override
    public void write(CustomerMessage message, ByteWriter out) {
        switch (message) {
            case CustomerMessage.Handle(var event, var via, var replyTo) -> {
                out.u8(HANDLE);
                EventCodec.EVENTS.write(event, out);
                via.write(out);
                replyTo.write(out);
            }
            case CustomerMessage.Link(var inner) -> {
                out.u8(LINK);
                IdentityCodec.write(inner, out);
            }
            case CustomerMessage.Absorb(var from, var cause) -> {
                out.u8(ABSORB);
                Root.Stored.ROOTS.write(from, out);
                cause.write(out);
            }
            case CustomerMessage.Show(var replyTo) -> {
                out.u8(SHOW);
                replyTo.write(out);
            }
            case CustomerMessage.Choose(var subscription, var subscribed, var replyTo) -> {
                out.u8(CHOOSE);
                subscription.write(out);
                out.flag(subscribed);
                replyTo.write(out);
            }
            case CustomerMessage.Chosen(var subscription, var subscribed, var at) -> {
                out.u8(CHOSEN);
                subscription.write(out);
                out.flag(subscribed);
                out.instant(at);
            }
            case CustomerMessage.Prefer(var preferences, var replyTo) -> {
                out.u8(PREFER);
                preferences.write(out);
                replyTo.write(out);
            }
            case CustomerMessage.ClaimDispatch(var dispatch, var replyTo) -> {
                out.u8(CLAIM);
                out.text(dispatch.text());
                replyTo.write(out);
            }
            case CustomerMessage.Refuse(var dispatch, var attempt, var refusal, var detail, var replyTo) -> {
                out.u8(REFUSE);
                out.text(dispatch.text());
                out.count(attempt);
                out.constant(refusal);
                out.text(detail);
                replyTo.write(out);
            }
            case CustomerMessage.Report(var dispatch, var attempt, var outcome, var replyTo) -> {
                out.u8(REPORT);
                out.text(dispatch.text());
                out.count(attempt);
                SendOutcomeCodec.OUTCOMES.write(outcome, out);
                replyTo.write(out);
            }
            case CustomerMessage.Retry(var dispatch, var replyTo) -> {
                out.u8(RETRY);
                out.text(dispatch.text());
                replyTo.write(out);
            }
            case CustomerMessage.Called(var asked, var webhook, var call, var outcome, var detail) -> {
                out.u8(CALLED);
                asked.write(out);
                out.text(webhook);
                out.text(call);
                out.constant(outcome);
                out.text(detail);
            }
            case CustomerMessage.Redriven(var inner, var park) -> {
                out.u8(REDRIVEN);
                write(inner, out);
                out.text(park.text());
            }
            case CustomerMessage.Dismissed(var park) -> {
                out.u8(DISMISSED);
                out.text(park.text());
            }
            case CustomerMessage.Refresh(var replyTo) -> {
                out.u8(REFRESH);
                replyTo.write(out);
            }
            case CustomerMessage.CountRows(var by, var version, var from) -> {
                out.u8(COUNT_ROWS);
                by.write(out);
                out.text(version);
                out.number(from);
            }
            case CustomerMessage.Counted(var part, var version, var from, var next, var rows) -> {
                out.u8(COUNTED);
                part.write(out);
                out.text(version);
                out.number(from);
                out.optional(next, (row, to) -> to.number(row));
                BehaviourCodec.BEHAVIOURS.write(rows, out);
            }
            case CustomerMessage.ForgetRows(var from, var removed, var replyTo) -> {
                out.u8(FORGET_ROWS);
                out.number(from);
                out.number(removed);
                replyTo.write(out);
            }
            case CustomerMessage.MeantFor(var absorbed, var inner) -> {
                out.u8(MEANT_FOR);
                absorbed.write(out);
                write(inner, out);
            }
            case CustomerMessage.Unmerge(var leaver, var replyTo) -> {
                out.u8(UNMERGE);
                leaver.write(out);
                replyTo.write(out);
            }
            case CustomerMessage.GoOnParting(var work) -> {
                out.u8(GO_ON_PARTING);
                work.write(out);
            }
            case CustomerMessage.Restore(var root, var from, var claims, var replyTo) -> {
                out.u8(RESTORE);
                Root.Stored.ROOTS.write(root, out);
                from.write(out);
                out.list(claims, Cause::write);
                replyTo.write(out);
            }
            case CustomerMessage.TakeRows(var rows, var parting) -> {
                out.u8(TAKE_ROWS);
                out.list(rows, (row, to) -> to.bytes(row));
                out.optional(parting, (name, to) -> to.text(name));
            }
            case CustomerMessage.RowsAreThere(var parting) -> {
                out.u8(ROWS_ARE_THERE);
                out.text(parting);
            }
            case CustomerMessage.ForgetMessages(var messages, var replyTo) -> {
                out.u8(FORGET_MESSAGES);
                out.list(messages, CustomerCodec::write);
                replyTo.write(out);
            }
        }
    }

    @Override
    public CustomerMessage read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case HANDLE ->
                new CustomerMessage.Handle(EventCodec.EVENTS.read(in), Identifier.read(in), ReplyTo.read(in));
            case LINK -> new CustomerMessage.Link(IdentityCodec.readLinkMessage(in));
            case ABSORB -> new CustomerMessage.Absorb(Root.Stored.ROOTS.read(in), Cause.read(in));
            case FIRST_ABSORB -> new CustomerMessage.Absorb(Root.Stored.ROOTS.read(in), Cause.readFirst(in));
            case SHOW -> new CustomerMessage.Show(ReplyTo.read(in));
            case CHOOSE -> new CustomerMessage.Choose(Subscription.read(in), in.flag(), ReplyTo.read(in));
            case CHOSEN -> new CustomerMessage.Chosen(Subscription.read(in), in.flag(), in.instant());
            case PREFER -> new CustomerMessage.Prefer(Preferences.read(in), ReplyTo.read(in));
            case CLAIM -> new CustomerMessage.ClaimDispatch(new DispatchId(in.text()), ReplyTo.read(in));
            case REFUSE ->
                new CustomerMessage.Refuse(
                        new DispatchId(in.text()),
                        in.count(),
                        in.constant(CustomerMessage.Refusal.class),
                        in.text(),
                        ReplyTo.read(in));
            case REPORT ->
                new CustomerMessage.Report(
                        new DispatchId(in.text()), in.count(), SendOutcomeCodec.OUTCOMES.read(in), ReplyTo.read(in));
            case RETRY -> new CustomerMessage.Retry(new DispatchId(in.text()), ReplyTo.read(in));
            case CALLED ->
                new CustomerMessage.Called(
                        IntentKey.read(in), in.text(), in.text(), in.constant(CallOutcome.class), in.text());
            case REDRIVEN -> new CustomerMessage.Redriven(read(in), new ParkId(in.text()));
            case DISMISSED -> new CustomerMessage.Dismissed(new ParkId(in.text()));
            case REFRESH -> new CustomerMessage.Refresh(ReplyTo.read(in));
            case COUNT_ROWS -> new CustomerMessage.CountRows(CustomerRef.read(in), in.text(), in.number());
            case COUNTED ->
                new CustomerMessage.Counted(
                        CustomerRef.read(in),
                        in.text(),
                        in.number(),
                        in.optional(ByteReader::number),
                        BehaviourCodec.BEHAVIOURS.read(in));
            case FORGET_ROWS -> new CustomerMessage.ForgetRows(in.number(), in.number(), ReplyTo.read(in));
            case MEANT_FOR -> new CustomerMessage.MeantFor(CustomerRef.read(in), read(in));
            case UNMERGE -> new CustomerMessage.Unmerge(CustomerRef.read(in), ReplyTo.read(in));
            case GO_ON_PARTING -> new CustomerMessage.GoOnParting(PartingWork.read(in));
            case RESTORE ->
                new CustomerMessage.Restore(
                        Root.Stored.ROOTS.read(in), CustomerRef.read(in), in.list(Cause::read), ReplyTo.read(in));
            case TAKE_ROWS -> new CustomerMessage.TakeRows(in.list(ByteReader::bytes), in.optional(ByteReader::text));
            case ROWS_ARE_THERE -> new CustomerMessage.RowsAreThere(in.text());
            case FORGET_MESSAGES ->
                new CustomerMessage.ForgetMessages(in.list(CustomerCodec::readOld), ReplyTo.read(in));
            default -> throw new UnreadableException("unknown customer message " + form);
        };
    }

    private static void write(CustomerMessage.Old old, ByteWriter out) {
        out.text(old.dispatch().text());
        out.constant(old.status());
        out.flag(old.contentOnly());
    }

    private static CustomerMessage.Old readOld(ByteReader in) {
        return new CustomerMessage.Old(new DispatchId(in.text()), in.constant(DispatchStatus.class), in.flag());
    }
}
