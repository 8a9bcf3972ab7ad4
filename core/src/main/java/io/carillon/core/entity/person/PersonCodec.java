package io.carillon.core.entity.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.event.EventCodec;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentityCodec;

/** Stored form of what a person's address is told. */
public enum PersonCodec implements Codec<PersonMessage> {
    MESSAGES;

    private static final int VERSION = 1;
    private static final int RECEIVED = 1;
    private static final int WHO_IS = 2;
    private static final int TO_IDENTIFIER = 3;
    private static final int TO_CUSTOMER = 4;
    private static final int REDRIVE = 5;
    private static final int DISMISS = 6;
    private static final int WAKE_UP = 7;

    @Override
    public void write(PersonMessage message, ByteWriter out) {
        out.u8(VERSION);
        switch (message) {
            case PersonMessage.Received(var event, var replyTo) -> {
                out.u8(RECEIVED);
                EventCodec.EVENTS.write(event, out);
                replyTo.write(out);
            }
            case PersonMessage.WhoIs(var replyTo) -> {
                out.u8(WHO_IS);
                replyTo.write(out);
            }
            case PersonMessage.ToIdentifier(var inner) -> {
                out.u8(TO_IDENTIFIER);
                IdentityCodec.write(inner, out);
            }
            case PersonMessage.ToCustomer(var to, var inner) -> {
                out.u8(TO_CUSTOMER);
                to.write(out);
                CustomerCodec.MESSAGES.write(inner, out);
            }
            case PersonMessage.Redrive(var inner, var park) -> {
                out.u8(REDRIVE);
                write(inner, out);
                out.text(park.text());
            }
            case PersonMessage.Dismiss(var park) -> {
                out.u8(DISMISS);
                out.text(park.text());
            }
            case PersonMessage.WakeUp() -> out.u8(WAKE_UP);
        }
    }

    @Override
    public PersonMessage read(ByteReader in) {
        in.version("person message", VERSION);
        int form = in.u8();
        return switch (form) {
            case RECEIVED -> new PersonMessage.Received(EventCodec.EVENTS.read(in), ReplyTo.read(in));
            case WHO_IS -> new PersonMessage.WhoIs(ReplyTo.read(in));
            case TO_IDENTIFIER -> new PersonMessage.ToIdentifier(IdentityCodec.readIdentifierMessage(in));
            case TO_CUSTOMER -> new PersonMessage.ToCustomer(CustomerRef.read(in), CustomerCodec.MESSAGES.read(in));
            case REDRIVE -> new PersonMessage.Redrive(read(in), new ParkId(in.text()));
            case DISMISS -> new PersonMessage.Dismiss(new ParkId(in.text()));
            case WAKE_UP -> new PersonMessage.WakeUp();
            default -> throw new UnreadableException("unknown person message " + form);
        };
    }
}
