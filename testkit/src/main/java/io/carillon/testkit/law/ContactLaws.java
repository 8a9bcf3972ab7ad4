package io.carillon.testkit.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * When and how often people are written to, whatever happens: merges, failing providers, retries by hand and crashes. On any
 * host: a host's test class extends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContactLaws {
    private final Trials<ContactAct, ContactLaw> contact;

    protected ContactLaws(LawHosts hosts) {
        contact = new Trials<>(hosts, new ContactPlay(), getClass());
    }

    @Test
    void noCapIsPassedAtAnyClaim() {
        contact.assertHolds(ContactLaw.CAPS_HOLD);
    }

    @Test
    void nothingIsCappedWhileThereIsRoom() {
        contact.assertHolds(ContactLaw.NOTHING_IS_CAPPED_WHILE_THERE_IS_ROOM);
    }

    @Test
    void noMarketingIsClaimedInQuietHours() {
        contact.assertHolds(ContactLaw.NIGHTS_ARE_QUIET);
    }

    @Test
    void whatWaitsForTheEndOfQuietHoursWaitsNoLonger() {
        contact.assertHolds(ContactLaw.NOTHING_WAITS_PAST_THE_NIGHT);
    }

    @Test
    void theLastPlaceUnderACapGoesToTheMoreImportant() {
        contact.assertHolds(ContactLaw.THE_MORE_IMPORTANT_GOES_FIRST);
    }

    @Test
    void anAddressThatSeveralShareGetsOneCopy() {
        contact.assertHolds(ContactLaw.AN_ADDRESS_GETS_ONE_COPY);
    }
}
