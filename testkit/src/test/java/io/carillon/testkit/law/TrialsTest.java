package io.carillon.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.EntityKind;
import io.carillon.core.identity.IdentifierMessage;
import io.carillon.testkit.PoisonedKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Hosts on which a law is broken on purpose: it must be found, and be told in few words. */
class TrialsTest {
    private static final LawHosts RIGHT = new SimulatedLawHosts();
    private static final List<Long> SEEDS = LongStream.range(1, 51).boxed().toList();

    @Test
    void aBrokenLawIsToldByTheFewestActsThatBreakItAndTheCommandThatRunsThemAgain() {
        var trials = storm(message -> message instanceof PersonMessage.ToIdentifier(IdentifierMessage.Moved _));

        Throwable failure = catchThrowable(() -> trials.assertHolds(IdentityLaw.ROWS_LEAD_TO_HOLDERS));

        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("./carillon test --only 'TrialsTest' --seed ")
                .hasMessageContaining("ROWS_LEAD_TO_HOLDERS");
        // Somebody is there, and somebody stronger is named with them.
        assertThat(String.valueOf(failure.getMessage()).split("act=Says", -1)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aLawThatIsNotBrokenHoldsBesideOneThatIs() {
        var trials = storm(message -> message instanceof PersonMessage.ToIdentifier(IdentifierMessage.Moved _));

        trials.assertHolds(IdentityLaw.USERS_STAY_APART);
    }

    /** Persons who do not hear some messages. */
    private static Trials<IdentityAct, IdentityLaw> storm(Predicate<PersonMessage> unheard) {
        LawHosts wrong = new LawHosts() {
            @Override
            public LawHost open(
                    List<EntityKind<?, ?, Knowledge>> kinds,
                    Knowledge knowledge,
                    Instant clock,
                    long seed,
                    boolean calm) {
                var replaced = new ArrayList<>(kinds);
                replaced.set(0, new PoisonedKind<>(new PersonKind(), unheard));
                return RIGHT.open(replaced, knowledge, clock, seed, calm);
            }

            @Override
            public int together() {
                return RIGHT.together();
            }
        };
        return new Trials<>(wrong, new IdentityPlay(IdentityPlay.Kind.STORM), TrialsTest.class, SEEDS);
    }
}
