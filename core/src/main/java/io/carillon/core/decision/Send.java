package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that left, or may have.
 *
 * @param at when its outcome was heard of, which is no earlier than when it left
 */
record Send(DispatchId id, Instant at, Purpose purpose, Optional<TopicId> topic, Channel channel) {
    static Send of(Dispatch dispatch) {
        return new Send(dispatch.id(), dispatch.changedAt(), dispatch.purpose(), dispatch.topic(), dispatch.channel());
    }

    boolean isCoveredBy(FrequencyCap cap) {
        return cap.covers(purpose, topic, channel);
    }

    Send later(Send other) {
        return at.isBefore(other.at) ? other : this;
    }

    void write(ByteWriter out) {
        out.text(id.text());
        out.instant(at);
        out.constant(purpose);
        out.optional(topic, (name, to) -> to.text(name.text()));
        out.constant(channel);
    }

    static Send read(ByteReader in) {
        return new Send(
                new DispatchId(in.text()),
                in.instant(),
                in.constant(Purpose.class),
                in.optional(from -> new TopicId(from.text())),
                in.constant(Channel.class));
    }
}
