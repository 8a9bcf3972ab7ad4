package io.carillon.testkit.law;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.property.Chance;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A history of people who are written to. */
final class ContactLife implements Life<ContactAct, ContactLaw> {
    static final HoursOfDay COMPANYS = new HoursOfDay(LocalTime.of(10, 5), LocalTime.of(10, 9));
    static final HoursOfDay OWN = new HoursOfDay(LocalTime.of(10, 7), LocalTime.of(10, 12));

    private final Stage stage;
    private final Space space;

    ContactLife(Stage stage, Space space, Chance chance) {
        this.stage = stage;
        this.space = space;
        surely(chance, () -> identify("user:u1 email:e1"));
        surely(chance, () -> identify("user:u2 email:e2"));
        surely(chance, () -> prefer("user:u2", OWN));
        stage.provider().becomeMoody(new Chance(chance.seed()));
    }

    /** Whoever gets no answer, as the process died, asks again. */
    private void surely(Chance chance, Supplier<Question> asking) {
        Question question = asking.get();
        stage.settle(chance);
        while (!question.isAnswered()) {
            question = asking.get();
            stage.settle(chance);
        }
    }

    private Question identify(String who) {
        Event event = stage.events()
                .identify(space.who(who), stage.now(), stage.now(), Events.fields("phone", space.phone()));
        return stage.hand(event);
    }

    private Question prefer(String who, HoursOfDay quiet) {
        CustomerRef customer = customer(who);
        var preferences = new Preferences(List.of(), List.of(), Optional.of(quiet), stage.now());
        return stage.ask(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Prefer(preferences, replyTo)));
    }

    private CustomerRef customer(String user) {
        return new CustomerRef(space.identifier(user), 0);
    }

    @Override
    public void happens(ContactAct act) {
        switch (act) {
            case ContactAct.Says(var who, var what, var n) ->
                stage.hand(stage.events()
                        .track(space.who(who), "Say " + what, stage.now(), stage.now(), "n", Integer.toString(n)));
            case ContactAct.Retries(var who) -> retry(customer(who));
            case ContactAct.Crashes() -> {
                if (!stage.host().runsByItself()) stage.crash();
            }
        }
    }

    private void retry(CustomerRef customer) {
        stage.rows(space).stream()
                .filter(row -> row.customer().equals(customer) && mayBeRetried(row))
                .findFirst()
                .ifPresent(row -> stage.ask(
                        customer.address(),
                        Lane.URGENT,
                        replyTo -> new PersonMessage.ToCustomer(
                                customer,
                                new CustomerMessage.Retry(row.dispatch().id(), replyTo))));
    }

    private static boolean mayBeRetried(MessageRow row) {
        DispatchStatus status = row.dispatch().status();
        return status == DispatchStatus.REJECTED || status == DispatchStatus.UNCERTAIN;
    }

    @Override
    public Findings<ContactLaw> findings() {
        var findings = new Findings<ContactLaw>();
        new ContactAftermath(stage, space).lookInto(findings);
        return findings;
    }
}
