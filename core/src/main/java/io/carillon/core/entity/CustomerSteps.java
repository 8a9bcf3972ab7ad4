package io.carillon.core.entity;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.deliver.Claims;
import io.carillon.core.entity.deliver.Outcomes;
import io.carillon.core.entity.journey.Calls;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.CustomerMessage.Absorb;
import io.carillon.core.entity.person.CustomerMessage.Called;
import io.carillon.core.entity.person.CustomerMessage.Choose;
import io.carillon.core.entity.person.CustomerMessage.Chosen;
import io.carillon.core.entity.person.CustomerMessage.ClaimDispatch;
import io.carillon.core.entity.person.CustomerMessage.CountRows;
import io.carillon.core.entity.person.CustomerMessage.Counted;
import io.carillon.core.entity.person.CustomerMessage.Dismissed;
import io.carillon.core.entity.person.CustomerMessage.ForgetMessages;
import io.carillon.core.entity.person.CustomerMessage.ForgetRows;
import io.carillon.core.entity.person.CustomerMessage.GoOnParting;
import io.carillon.core.entity.person.CustomerMessage.Handle;
import io.carillon.core.entity.person.CustomerMessage.Link;
import io.carillon.core.entity.person.CustomerMessage.MeantFor;
import io.carillon.core.entity.person.CustomerMessage.Prefer;
import io.carillon.core.entity.person.CustomerMessage.Redriven;
import io.carillon.core.entity.person.CustomerMessage.Refresh;
import io.carillon.core.entity.person.CustomerMessage.Refuse;
import io.carillon.core.entity.person.CustomerMessage.Report;
import io.carillon.core.entity.person.CustomerMessage.Restore;
import io.carillon.core.entity.person.CustomerMessage.Retry;
import io.carillon.core.entity.person.CustomerMessage.RowsAreThere;
import io.carillon.core.entity.person.CustomerMessage.Show;
import io.carillon.core.entity.person.CustomerMessage.TakeRows;
import io.carillon.core.entity.person.CustomerMessage.Unmerge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.segment.Recount;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Effect;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkMessage;
import io.carillon.core.identity.Linking;
import java.util.Optional;

/**
 * What a customer that is a root does with each message. Identity first, which is small and total; then the business part,
 * in the order of the stages. When a business part throws, {@link #park} does the step without it.
 */
final class CustomerSteps {
    private CustomerSteps() {}

    /** One step; gives what the customer is afterwards. */
    static Role handle(Turn turn, CustomerMessage message) {
        Segments.beforeAll(turn);
        return business(turn, message);
    }

    private static Role business(Turn turn, CustomerMessage message) {
        switch (message) {
            case Handle(var event, var via, var replyTo) -> {
                Optional<CustomerRef> parted = turn.links().partedAt(via);
                if (parted.isPresent()) { // it was on its way here when they went
                    passOn(turn, parted.get(), message);
                    return new Role.Is(turn.root());
                }
                Happenings.identify(turn, event, via);
                Happenings.apply(turn, event);
                turn.answer(replyTo, new Answers.Handled());
            }
            case Link(var inner) -> {
                Role role = onLink(turn, inner);
                // An address that is theirs now, or no more, can be what a segment asks for, or a run waits for.
                if (role instanceof Role.Merged || Segments.isNew(turn)) return role;
            }
            case Absorb(var from, var cause) -> {
                Merging.takeLinks(turn, from, cause);
                Merging.takeRest(turn, from);
            }
            case Show(var replyTo) -> turn.answer(replyTo, new Answers.Found(turn.self(), turn.root()));
            case Choose choose -> Choices.onChoose(turn, choose);
            case Chosen chosen -> Choices.onChosen(turn, chosen);
            case Prefer prefer -> Choices.onPrefer(turn, prefer);
            case ClaimDispatch(var dispatch, var replyTo) -> Claims.onClaim(turn, dispatch, replyTo);
            case Refuse refuse -> Outcomes.onRefuse(turn, refuse);
            case Report report -> Outcomes.onReport(turn, report);
            case Retry(var dispatch, var replyTo) -> Outcomes.onRetry(turn, dispatch, replyTo);
            case Called called -> Calls.on(turn, called);
            case Redriven(var inner, var park) -> {
                // Whoever has no mark has nothing left undone: the message went on from here, or was dismissed.
                if (isMarked(turn, park)) {
                    turn.become(turn.customer().unparking(park));
                    redriven(turn, inner);
                    Segments.unparked(turn);
                }
            }
            case Dismissed(var park) -> {
                if (isMarked(turn, park)) {
                    turn.become(turn.customer().unparking(park));
                    Segments.unparked(turn);
                }
            }
            case Refresh(var replyTo) -> turn.answer(replyTo, new Answers.Refreshed(Segments.freshness(turn)));
            case CountRows wanted -> {
                Recount.onCountRows(turn, wanted);
                Segments.afterCounting(turn);
            }
            case Counted rows -> {
                Recount.onCounted(turn, rows);
                Segments.afterCounting(turn);
            }
            case MeantFor(var absorbed, var inner) -> {
                turn.meantFor(absorbed);
                return business(turn, inner);
            }
            case Unmerge wanted -> Unmerging.begin(turn, wanted);
            case GoOnParting(var work) -> Unmerging.goOn(turn, work);
            case RowsAreThere(var parting) -> Restoring.rowsAreThere(turn, parting);
            case Restore _, TakeRows _ -> {} // done at the address
            case ForgetRows wanted -> Forgetting.onForgetRows(turn, wanted);
            case ForgetMessages wanted -> Forgetting.onForgetMessages(turn, wanted);
        }
        Journeys.lookAgain(turn);
        Segments.settle(turn);
        return new Role.Is(turn.root());
    }

    /** What had to happen all the same happened when it was parked; what is left is the rest. */
    private static void redriven(Turn turn, CustomerMessage message) {
        switch (message) {
            case Handle(var event, var _, var _) -> Happenings.apply(turn, event);
            case Absorb(var from, var _) -> Merging.takeRest(turn, from);
            case ClaimDispatch(var dispatch, var _) -> Outcomes.goOn(turn, dispatch); // its worker asks again
            case Redriven(var inner, var _) -> redriven(turn, inner); // failed once more, under another name
            case Choose _, Chosen _, Prefer _, Refuse _, Report _, Retry _, Called _ -> business(turn, message);
            case Refresh _, CountRows _, Counted _ -> business(turn, message);
            case MeantFor _ -> business(turn, message);
            case RowsAreThere _ -> Segments.afterParting(turn);
            case Restore _ -> Restoring.settle(turn);
            case Unmerge _, GoOnParting _, TakeRows _ -> {} // who asked was answered, and may ask again
            case Link _, Dismissed _ -> {} // no business part
            case Show _, ForgetRows _, ForgetMessages _ -> {} // who asked was answered, and asks again by itself
        }
    }

    static void wakeUp(Turn turn) {
        Segments.beforeAll(turn);
        Segments.onTime(turn);
        Journeys.onTime(turn);
        Segments.settle(turn);
    }

    /** The step without its business part: identity holds, the caller is told, and no marketing until it is re-driven. */
    static Role park(Turn turn, CustomerMessage message, ParkId park) {
        switch (message) {
            case Handle(var event, var via, var replyTo) -> {
                Optional<CustomerRef> parted = turn.links().partedAt(via);
                if (parted.isPresent()) {
                    passOn(turn, parted.get(), message);
                    return new Role.Is(turn.root());
                }
                Happenings.identify(turn, event, via);
                turn.answer(replyTo, new Answers.Parked());
            }
            case Link(var inner) -> {
                return onLink(turn, inner);
            }
            case Absorb(var from, var cause) -> Merging.takeLinks(turn, from, cause);
            case Redriven(var _, var before) -> {
                if (!isMarked(turn, before)) return new Role.Is(turn.root());
                turn.become(turn.customer().unparking(before)); // it waits under its new name
            }
            case ClaimDispatch(var dispatch, var replyTo) -> {
                Claims.putOff(turn, dispatch);
                turn.answer(replyTo, new Answers.NotGranted());
            }
            case Refuse refuse -> Outcomes.note(turn, refuse);
            case Report report -> {
                Outcomes.note(turn, report);
                turn.answer(report.replyTo(), new Answers.Noted());
            }
            case Refresh(var replyTo) -> turn.answer(replyTo, new Answers.Refreshed(Answers.Freshness.PARKED));
            case Unmerge(var leaver, var replyTo) ->
                turn.answer(replyTo, Unmerging.refusal(Answers.Why.FAILED, leaver));
            case GoOnParting(var work) ->
                Unmerging.giveUp(turn, Unmerging.replyTo(work), Answers.Why.FAILED, work.leaver());
            case RowsAreThere(var parting) -> Restoring.rowsCame(turn, parting);
            case MeantFor _, Restore _, TakeRows _ -> {}
            case ForgetRows(var _, var removed, var replyTo) -> turn.answer(replyTo, new Answers.Forgotten(removed));
            case ForgetMessages(var _, var replyTo) -> turn.answer(replyTo, new Answers.Forgotten(0));
            case Show _, Choose _, Chosen _, Prefer _, Retry _, Called _, Dismissed _, CountRows _, Counted _ -> {}
        }
        mark(turn, message.getClass().getSimpleName(), park);
        return new Role.Is(turn.root());
    }

    static void parkWakeUp(Turn turn, ParkId park) {
        mark(turn, "WakeUp", park);
    }

    /** The answer to a question about a customer who was never born. */
    static Effect[] answerUnknown(CustomerMessage message) {
        Optional<ReplyTo> asking = switch (message) {
            case Handle(var _, var _, var replyTo) -> Optional.of(replyTo);
            case Show(var replyTo) -> Optional.of(replyTo);
            case Choose(var _, var _, var replyTo) -> Optional.of(replyTo);
            case Prefer(var _, var replyTo) -> Optional.of(replyTo);
            case ClaimDispatch(var _, var replyTo) -> Optional.of(replyTo);
            case Retry(var _, var replyTo) -> Optional.of(replyTo);
            case Refresh(var replyTo) -> Optional.of(replyTo);
            case ForgetRows(var _, var _, var replyTo) -> Optional.of(replyTo);
            case ForgetMessages(var _, var replyTo) -> Optional.of(replyTo);
            case Unmerge(var _, var replyTo) -> Optional.of(replyTo);
            case MeantFor _, GoOnParting _, Restore _, TakeRows _, RowsAreThere _ -> Optional.empty();
            case Link _,
                    Absorb _,
                    Chosen _,
                    Refuse _,
                    Report _,
                    Called _,
                    Redriven _,
                    Dismissed _,
                    CountRows _,
                    Counted _ -> Optional.empty();
        };
        return asking.map(replyTo -> new Effect[] {new Effect.Answer(replyTo, new Answers.NotFound())})
                .orElse(new Effect[0]);
    }

    private static Role onLink(Turn turn, LinkMessage message) {
        return switch (Linking.on(turn.links(), message, turn.now())) {
            case Linking.Step.Stays stays -> {
                Linkage.take(turn, stays);
                yield new Role.Is(turn.root());
            }
            case Linking.Step.MergesInto(var stronger, var cause) -> Merging.give(turn, stronger, cause);
        };
    }

    private static void passOn(Turn turn, CustomerRef to, CustomerMessage message) {
        turn.tell(to.address(), new PersonMessage.ToCustomer(to, message));
    }

    private static boolean isMarked(Turn turn, ParkId park) {
        return turn.customer().parked().contains(park.text());
    }

    private static void mark(Turn turn, String message, ParkId park) {
        turn.become(turn.customer().parking(park));
        turn.record(new HistoryEntry.Parked(turn.now(), park, message));
    }
}
