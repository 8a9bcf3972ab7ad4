package io.carillon.server.imports;

import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.host.Address;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a row hands to the host. */
sealed interface Submission {
    Address to();

    Message message(ReplyTo replyTo);

    record Happened(Event event) implements Submission {
        @Override
        public Address to() {
            return event.strongest().address();
        }

        @Override
        public Message message(ReplyTo replyTo) {
            return new PersonMessage.Received(event, replyTo);
        }
    }

    record Suppressed(Endpoint endpoint, String why) implements Submission {
        @Override
        public Address to() {
            return endpoint.address();
        }

        @Override
        public Message message(ReplyTo replyTo) {
            return new EndpointMessage.Suppress(why, replyTo);
        }
    }

    record Withdrawn(Endpoint endpoint, TopicId topic, Instant at) implements Submission {
        @Override
        public Address to() {
            return endpoint.address();
        }

        @Override
        public Message message(ReplyTo replyTo) {
            return new EndpointMessage.Withdraw(topic, at, Optional.empty(), List.of(), List.of(), replyTo);
        }
    }
}
