package io.carillon.core.event;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.value.ValueCodec;

/** Stored form of an event, inside messages and history rows. Version 1 has no lineage. */
public enum EventCodec implements Codec<Event> {
    EVENTS;

    private static final int VERSION = 2;

    @Override
    public void write(Event event, ByteWriter out) {
        out.u8(VERSION);
        out.text(event.id().text());
        out.constant(event.type());
        out.text(event.name());
        out.instant(event.occurredAt());
        out.instant(event.receivedAt());
        out.text(event.source());
        out.list(event.identifiers(), Identifier::write);
        ValueCodec.VALUES.writeFields(event.properties(), out);
        ValueCodec.VALUES.writeFields(event.traits(), out);
        ValueCodec.VALUES.writeFields(event.context(), out);
        event.lineage().write(out);
        out.constant(event.origin());
    }

    @Override
    public Event read(ByteReader in) {
        int version = in.version("event", VERSION);
        return new Event(
                new MessageId(in.text()),
                in.constant(EventType.class),
                in.text(),
                in.instant(),
                in.instant(),
                in.text(),
                in.list(Identifier::read),
                ValueCodec.VALUES.readFields(in),
                ValueCodec.VALUES.readFields(in),
                ValueCodec.VALUES.readFields(in),
                version < 2 ? Lineages.NONE : Lineages.read(in),
                version < 2 ? Origin.LIVE : in.constant(Origin.class));
    }
}
