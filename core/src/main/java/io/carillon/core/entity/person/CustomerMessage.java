package io.carillon.core.entity.person;

import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Tracking;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkMessage;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a customer is told. */
public sealed interface CustomerMessage {

    /**
     * An event of this customer.
     *
     * @param via the identifier that led here
     */
    record Handle(Event event, Identifier via, ReplyTo replyTo) implements CustomerMessage {}

    /** The identity protocol, to the customer. */
    record Link(LinkMessage message) implements CustomerMessage {}

    /** A weaker customer hands over everything, once. */
    record Absorb(Root from, Cause cause) implements CustomerMessage {}

    /** Answered {@link Answers.Found}. */
    record Show(ReplyTo replyTo) implements CustomerMessage {}

    /** A choice made by API. Answered {@link Answers.Withdrawn} once nothing that contradicts it can start. */
    record Choose(Subscription subscription, boolean subscribed, ReplyTo replyTo) implements CustomerMessage {}

    /** A choice made at an endpoint of ours, by its link. */
    record Chosen(Subscription subscription, boolean subscribed, Instant at) implements CustomerMessage {}

    /** How they wish to be reached, from now on. Answered {@link Answers.Preferred}. */
    record Prefer(Preferences preferences, ReplyTo replyTo) implements CustomerMessage {}

    /** A worker wants to send it. Answered {@link Answers.Granted} by the endpoint, or {@link Answers.NotGranted}. */
    record ClaimDispatch(DispatchId dispatch, ReplyTo replyTo) implements CustomerMessage {}

    /** The endpoint does not let it out. */
    record Refuse(DispatchId dispatch, int attempt, Refusal refusal, String detail, ReplyTo replyTo)
            implements CustomerMessage {}

    /** What came of an attempt. */
    record Report(DispatchId dispatch, int attempt, SendOutcome outcome, ReplyTo replyTo) implements CustomerMessage {}

    /** A person wants it tried again. Answered {@link Answers.Retried} or {@link Answers.NotFound}. */
    record Retry(DispatchId dispatch, ReplyTo replyTo) implements CustomerMessage {}

    /**
     * What came of a webhook's call that a journey of theirs made.
     *
     * @param asked the run and its step
     * @param call its id
     */
    record Called(IntentKey asked, String webhook, String call, CallOutcome outcome, String detail)
            implements CustomerMessage {}

    /** A message that was parked is tried again. */
    record Redriven(CustomerMessage message, ParkId park) implements CustomerMessage {}

    /** A parked message was given up. */
    record Dismissed(ParkId park) implements CustomerMessage {}

    /** Definitions have changed: bring what follows from them up to date. Answered {@link Answers.Refreshed}. */
    record Refresh(ReplyTo replyTo) implements CustomerMessage {}

    /**
     * To a customer whose rows are part of another's history: what do they come to? Answered {@link Counted}, also by one
     * who was absorbed.
     *
     * @param version of the {@link Tracking} that asks
     * @param from the first row wanted
     */
    record CountRows(CustomerRef by, String version, long from) implements CustomerMessage {}

    /**
     * What a page of rows comes to.
     *
     * @param part whose rows
     * @param version of the {@link Tracking} by which they were counted
     * @param from the first row of the page
     * @param next the first row after it; none at the end
     */
    record Counted(CustomerRef part, String version, long from, Optional<Long> next, Behaviour rows)
            implements CustomerMessage {}

    /**
     * Rows of the history at this address that are older than they are kept are to go. Answered {@link Answers.Forgotten},
     * also by one who was absorbed.
     *
     * @param from the first row that was not looked at
     * @param removed rows so far
     */
    record ForgetRows(long from, long removed, ReplyTo replyTo) implements CustomerMessage {}

    /** Messages that are older than they are kept are to go. Answered {@link Answers.Forgotten}. */
    record ForgetMessages(List<Old> messages, ReplyTo replyTo) implements CustomerMessage {
        public ForgetMessages {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A settled message.
     *
     * @param status as lists have it
     * @param contentOnly whether no more than what was rendered goes
     */
    record Old(DispatchId dispatch, DispatchStatus status, boolean contentOnly) {}

    /** Said to a customer who had been absorbed, and passed on: choices stay theirs if they are parted again. */
    record MeantFor(CustomerRef absorbed, CustomerMessage message) implements CustomerMessage {}

    /**
     * A person says that somebody who was absorbed is somebody else. Answered {@link Answers.Unmerged} once they are
     * their own customer again, or {@link Answers.NotUnmerged}.
     */
    record Unmerge(CustomerRef leaver, ReplyTo replyTo) implements CustomerMessage {}

    /** An un-merge goes on. */
    record GoOnParting(PartingWork work) implements CustomerMessage {}

    /**
     * An {@link Absorb} undone: the customer is one of its own again.
     *
     * @param root as they would be had they never met, but for what has to be counted
     * @param from who had absorbed them
     * @param claims what they ask of those who came by them, and go too
     */
    record Restore(Root root, CustomerRef from, List<Cause> claims, ReplyTo replyTo) implements CustomerMessage {
        public Restore {
            claims = List.copyOf(claims);
        }
    }

    /**
     * Rows of theirs that stood at the address of whoever had absorbed them.
     *
     * @param parting name of the un-merge, with the last of them
     */
    record TakeRows(List<Bytes> rows, Optional<String> parting) implements CustomerMessage {
        public TakeRows {
            rows = List.copyOf(rows);
        }
    }

    /** All rows are where they belong: what was left to be counted can be. */
    record RowsAreThere(String parting) implements CustomerMessage {}

    /** Why an endpoint refuses. */
    enum Refusal {
        /** For good: suppressed, withdrawn, or already told. */
        WITHHELD,
        /** For good and for any message: the provider has said that there is no such endpoint. */
        SUPPRESSED,
        /** The worker that asked is gone: nothing was started. */
        WORKER_GONE
    }
}
