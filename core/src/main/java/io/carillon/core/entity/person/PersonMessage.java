package io.carillon.core.entity.person;

import io.carillon.core.event.Event;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierMessage;

/** What a person's address is told: either its identifier role, or a customer born there. */
public sealed interface PersonMessage extends Message {

    /** An event whose strongest identifier is this one. Answered {@link Answers.Handled} by its owner. */
    record Received(Event event, ReplyTo replyTo) implements PersonMessage {}

    /** Who is this? Answered {@link Answers.Found} by the owner, or {@link Answers.NotFound}. */
    record WhoIs(ReplyTo replyTo) implements PersonMessage {}

    /** The identity protocol, to the identifier. */
    record ToIdentifier(IdentifierMessage message) implements PersonMessage {}

    /** To a customer born here, and on to whoever absorbed it. */
    record ToCustomer(CustomerRef to, CustomerMessage message) implements PersonMessage {}

    /** A parked message is tried again. */
    record Redrive(PersonMessage message, ParkId park) implements PersonMessage {}

    /** A parked message is given up. */
    record Dismiss(ParkId park) implements PersonMessage {}

    /** Time has passed. */
    record WakeUp() implements PersonMessage {}
}
