package io.carillon.core.entity.endpoint;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.endpoint.EndpointMessage.Look;
import io.carillon.core.entity.endpoint.EndpointMessage.Outcome;
import io.carillon.core.entity.endpoint.EndpointMessage.Permit;
import io.carillon.core.entity.endpoint.EndpointMessage.Settle;
import io.carillon.core.entity.endpoint.EndpointMessage.Subscribe;
import io.carillon.core.entity.endpoint.EndpointMessage.Suppress;
import io.carillon.core.entity.endpoint.EndpointMessage.Withdraw;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcomeCodec;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;

/** Stored form of an endpoint's messages. */
public enum EndpointCodec implements Codec<EndpointMessage> {
    MESSAGES;

    private static final int VERSION = 1;
    private static final int PERMIT = 1;
    private static final int OUTCOME = 2;
    private static final int SETTLE = 3;
    private static final int WITHDRAW = 4;
    private static final int SUBSCRIBE = 5;
    private static final int LOOK = 6;
    private static final int SUPPRESS = 7;

    @Override
    public void write(EndpointMessage message, ByteWriter out) {
        out.u8(VERSION);
        switch (message) {
            case Permit permit -> {
                out.u8(PERMIT);
                out.text(permit.dispatch().text());
                out.count(permit.attempt());
                permit.customer().write(out);
                out.constant(permit.purpose());
                out.optional(permit.topic(), (topic, to) -> to.text(topic.text()));
                out.text(permit.intent());
                permit.replyTo().write(out);
            }
            case Outcome(var dispatch, var attempt, var customer, var outcome, var replyTo) -> {
                out.u8(OUTCOME);
                out.text(dispatch.text());
                out.count(attempt);
                customer.write(out);
                SendOutcomeCodec.OUTCOMES.write(outcome, out);
                replyTo.write(out);
            }
            case Settle(var dispatch, var attempt, var customer, var replyTo) -> {
                out.u8(SETTLE);
                out.text(dispatch.text());
                out.count(attempt);
                customer.write(out);
                replyTo.write(out);
            }
            case Withdraw withdraw -> {
                out.u8(WITHDRAW);
                out.text(withdraw.topic().text());
                out.instant(withdraw.at());
                out.optional(withdraw.customer(), CustomerRef::write);
                out.list(withdraw.others(), Endpoint::write);
                out.list(withdraw.onTheirWay(), (id, to) -> to.text(id.text()));
                withdraw.replyTo().write(out);
            }
            case Subscribe(var topic, var at, var customer, var replyTo) -> {
                out.u8(SUBSCRIBE);
                out.text(topic.text());
                out.instant(at);
                out.optional(customer, CustomerRef::write);
                replyTo.write(out);
            }
            case Suppress(var why, var replyTo) -> {
                out.u8(SUPPRESS);
                out.text(why);
                replyTo.write(out);
            }
            case Look(var replyTo) -> {
                out.u8(LOOK);
                replyTo.write(out);
            }
        }
    }

    @Override
    public EndpointMessage read(ByteReader in) {
        in.version("endpoint message", VERSION);
        int form = in.u8();
        return switch (form) {
            case PERMIT ->
                new Permit(
                        new DispatchId(in.text()),
                        in.count(),
                        CustomerRef.read(in),
                        in.constant(Purpose.class),
                        in.optional(from -> new TopicId(from.text())),
                        in.text(),
                        ReplyTo.read(in));
            case OUTCOME ->
                new Outcome(
                        new DispatchId(in.text()),
                        in.count(),
                        CustomerRef.read(in),
                        SendOutcomeCodec.OUTCOMES.read(in),
                        ReplyTo.read(in));
            case SETTLE -> new Settle(new DispatchId(in.text()), in.count(), CustomerRef.read(in), ReplyTo.read(in));
            case WITHDRAW ->
                new Withdraw(
                        new TopicId(in.text()),
                        in.instant(),
                        in.optional(CustomerRef::read),
                        in.list(Endpoint::read),
                        in.list(from -> new DispatchId(from.text())),
                        ReplyTo.read(in));
            case SUBSCRIBE ->
                new Subscribe(new TopicId(in.text()), in.instant(), in.optional(CustomerRef::read), ReplyTo.read(in));
            case SUPPRESS -> new Suppress(in.text(), ReplyTo.read(in));
            case LOOK -> new Look(ReplyTo.read(in));
            default -> throw new UnreadableException("unknown endpoint message " + form);
        };
    }
}
