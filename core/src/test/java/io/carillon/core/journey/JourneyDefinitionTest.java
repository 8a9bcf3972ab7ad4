package io.carillon.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.EventQuery;
import io.carillon.core.message.MessageName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyDefinitionTest {
    @Test
    void theVersionIsFixedByTheContentAndNotByTheName() {
        JourneyDefinition journey = journey("abandoned-cart", Duration.ofHours(1));

        assertThat(journey.version()).isEqualTo("f48757debe32");
        assertThat(journey("renamed", Duration.ofMinutes(60)).version()).isEqualTo(journey.version());
    }

    @Test
    void theVersionChangesWithAnyStep() {
        JourneyDefinition journey = journey("abandoned-cart", Duration.ofHours(1));

        assertThat(journey("abandoned-cart", Duration.ofHours(2)).version()).isNotEqualTo(journey.version());
    }

    private static JourneyDefinition journey(String id, Duration pause) {
        return JourneyDefinition.of(
                new JourneyId(id),
                new Trigger(new EventQuery("Product Added", List.of(), Optional.of("cart_id"))),
                Optional.empty(),
                List.of(new Exit(EventQuery.named("Order Completed"))),
                new Reentry.Always(),
                false,
                List.of(
                        new Step.Wait(new StepId("1"), pause),
                        new Step.Send(new StepId("2"), new MessageName("cart-reminder"))));
    }
}
