package io.carillon.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aChoiceTooManyDropsTheOldestSubscriptionAndNeverAWithdrawal() {
        Consents consents = Consents.NONE.with(topic(0), new Consent(false, NOON, "link"));
        for (int i = 1; i <= Consents.CHOICES_MAX; i++) {
            consents = consents.with(topic(i), new Consent(true, NOON.plusSeconds(i), "api"));
        }

        assertThat(consents.choices()).hasSize(Consents.CHOICES_MAX);
        assertThat(consents.choice(topic(0))).isPresent();
        assertThat(consents.choice(topic(1))).isEmpty();
        assertThat(consents.choice(topic(2))).isPresent();
    }

    @Test
    void aMergeIsBoundedTheSameWay() {
        Consents one = Consents.NONE;
        Consents other = Consents.NONE;
        for (int i = 0; i < Consents.CHOICES_MAX; i++) {
            one = one.with(topic(i), new Consent(true, NOON, "api"));
            other = other.with(topic(Consents.CHOICES_MAX + i), new Consent(false, NOON, "api"));
        }

        assertThat(one.merge(other)).isEqualTo(other.merge(one)).isEqualTo(other);
    }

    private static Subscription topic(int number) {
        return new Subscription(Channel.EMAIL, new TopicId("topic-" + number));
    }
}
