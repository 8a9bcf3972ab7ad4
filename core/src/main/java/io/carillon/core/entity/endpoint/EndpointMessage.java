package io.carillon.core.entity.endpoint;

import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an endpoint is told. */
public sealed interface EndpointMessage extends Message {
    /** What the endpoint holds against sending. */
    record Answer(Channel channel, EndpointState state) implements Reply {}

    /**
     * A customer has claimed a message for its worker: may it leave?
     *
     * @param intent of the message, the same on every endpoint
     * @param replyTo the worker, in the run of the process in which it waits
     */
    record Permit(
            DispatchId dispatch,
            int attempt,
            CustomerRef customer,
            Purpose purpose,
            Optional<TopicId> topic,
            String intent,
            ReplyTo replyTo)
            implements EndpointMessage {}

    /** What came of an attempt. Answered {@link Answers.Noted} by the customer. */
    record Outcome(DispatchId dispatch, int attempt, CustomerRef customer, SendOutcome outcome, ReplyTo replyTo)
            implements EndpointMessage {}

    /**
     * No worker of this process has this attempt: settle it. Sent no earlier than the call time-out after the restart.
     * Answered {@link Answers.Noted}; {@link Answers.NotGranted} while one of this process may still be at it.
     */
    record Settle(DispatchId dispatch, int attempt, CustomerRef customer, ReplyTo replyTo) implements EndpointMessage {}

    /**
     * No marketing of this topic from now on. Answered {@link Answers.Withdrawn} when every message that had started has
     * a known outcome, here and at the other endpoints.
     *
     * @param customer whom to tell as well: there when the change began here, by a link
     * @param others endpoints of the same customer that follow
     * @param onTheirWay messages that had started before, so far
     */
    record Withdraw(
            TopicId topic,
            Instant at,
            Optional<CustomerRef> customer,
            List<Endpoint> others,
            List<DispatchId> onTheirWay,
            ReplyTo replyTo)
            implements EndpointMessage {}

    /** Marketing of this topic again, if this is later than the withdrawal. */
    record Subscribe(TopicId topic, Instant at, Optional<CustomerRef> customer, ReplyTo replyTo)
            implements EndpointMessage {}

    /** Nothing is to be sent here any more, whatever the purpose; a reason that holds already stays. Answered {@link Answers.Noted}. */
    record Suppress(String why, ReplyTo replyTo) implements EndpointMessage {}

    /** Answered {@link Answer}. */
    record Look(ReplyTo replyTo) implements EndpointMessage {}
}
