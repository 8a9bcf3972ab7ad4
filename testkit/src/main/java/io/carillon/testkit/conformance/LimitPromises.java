package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Limits;
import io.carillon.testkit.toy.Act;
import org.junit.jupiter.api.Test;

/** Bounds of a step. */
public interface LimitPromises extends HostFactory {

    @Test
    default void aStepWithTheMostEffectsAllowedIsHandled() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("n"), new Act.Pad(Limits.EFFECTS_MAX));
            toys.settle();

            assertThat(toys.parked()).isEmpty();
            assertThat(toys.notes("red:a")).containsExactly("n");
        }
    }

    @Test
    default void aStepWithTooManyEffectsIsParked() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("n"), new Act.Pad(Limits.EFFECTS_MAX + 1));
            toys.settle();

            assertThat(toys.parked()).hasSize(1);
            assertThat(toys.notes("red:a")).isEmpty();
            assertThat(toys.host().count("pad")).isZero();
        }
    }

    @Test
    default void aStepWhoseStateGrowsPastTheLimitIsParked() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Grow(Limits.STATE_BYTES_MAX - 1_000), new Act.Note("large"));
            toys.tell("red:a", new Act.Grow(1_000), new Act.Note("too large"));
            toys.tell("red:a", new Act.Note("after"));
            toys.settle();

            assertThat(toys.parked()).hasSize(1);
            assertThat(toys.notes("red:a")).containsExactly("large", "after");
            toys.assertConsistent();
        }
    }
}
