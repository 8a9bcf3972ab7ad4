package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is woken: marketing waits for the end of the night on the person's own clock. */
class QuietHoursTest {
    private static final WorkspaceFiles FILES = WorkspaceFiles.smallest()
            .changing("workspace.yaml", "timezone", "quietHours: {from: \"21:00\", to: \"08:00\"}\ntimezone");
    private static final String MESSAGE = "messages/cart-reminder.yaml";

    // In Berlin it is 20:30.
    private final World world =
            World.startingAt("2026-03-02T19:30:00Z").workspace(FILES).identify("user:ada email:ada@example.com");

    @Test
    void marketingWaitsForTheMorning() {
        cart().advance(Duration.ofHours(1));

        assertThat(world.decisionsOf("user:ada")).singleElement().satisfies(decision -> {
            assertThat(decision.isDelay()).isTrue();
            assertThat(decision.until()).contains(Instant.parse("2026-03-03T07:00:00Z"));
            assertThat(decision.reasons().getLast().gate()).isEqualTo(Gate.QUIET_HOURS);
        });
        world.advance(Duration.ofMinutes(10 * 60 + 30).minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
    }

    @Test
    void thePersonsOwnClockCounts() {
        world.identify("user:ada", "timezone", "America/New_York");

        cart().advance(Duration.ofHours(1));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void theirOwnQuietHoursTakeThePlaceOfTheCompanys() {
        world.prefer("user:ada", quiet(LocalTime.of(23, 0), LocalTime.of(6, 0)));

        cart().advance(Duration.ofHours(1));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void transactionalMessagesDoNotWait() {
        world.workspace(FILES.changing(MESSAGE, "purpose: marketing", "purpose: transactional"));

        cart().advance(Duration.ofHours(1));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void whatExpiresInTheNightLapsesAtThatInstant() {
        world.workspace(FILES.changing(MESSAGE, "topic:", "expires: 2h\ntopic:"));
        cart().advance(Duration.ofHours(3).minusMillis(1));
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.QUEUED);

        world.advance(Duration.ofMillis(1));

        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.LAPSED);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_QUEUED);
        assertThat(world.runsOf("user:ada")).isEmpty();
        world.advance(Duration.ofDays(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void anOrderInTheNightEndsWhatWaits() {
        cart().advance(Duration.ofHours(2)).track("user:ada", "Order Completed").advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_TRUE);
    }

    @Test
    void theyAreJudgedAgainWhenItIsToLeave() {
        world.worker().hold();
        world.workspace(FILES.changing("journeys/abandoned-cart.yaml", "1h", "29m"));
        cart().advance(Duration.ofMinutes(30));
        assertThat(world.decisionsOf("user:ada").getFirst().isDelay()).isFalse();

        world.worker().goOn();
        world.advance(Duration.ofHours(1));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.decisionsOf("user:ada")).filteredOn(Decision::isDelay).hasSize(1);
        world.advance(Duration.ofHours(10));
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void theNightInWhichTheClockIsSetForwardEndsAnHourEarlier() {
        World spring = World.startingAt("2026-03-28T20:00:00Z")
                .workspace(FILES)
                .identify("user:ada email:ada@example.com")
                .track("user:ada", "Product Added", "cart_id", "c1");

        spring.advance(Duration.ofHours(10).minusMillis(1));
        assertThat(spring.messagesTo("user:ada")).isEmpty();

        spring.advance(Duration.ofMillis(1));
        assertThat(spring.messagesTo("user:ada")).hasSize(1);
    }

    private World cart() {
        return world.track("user:ada", "Product Added", "cart_id", "c1");
    }

    private Preferences quiet(LocalTime from, LocalTime to) {
        return new Preferences(List.of(), List.of(), Optional.of(new HoursOfDay(from, to)), world.now());
    }
}
