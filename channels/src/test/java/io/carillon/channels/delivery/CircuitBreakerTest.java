package io.carillon.channels.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final SendOutcome FAILED = new NotSent("no", Duration.ZERO);
    private static final SendOutcome TAKEN = new Accepted("id");
    private static final long PAUSE = CircuitBreaker.PAUSE_FIRST.toNanos();
    /** Monotonic clocks may be negative and run over. */
    private static final long START = Long.MAX_VALUE - PAUSE / 2;

    private final CircuitBreaker breaker = new CircuitBreaker();

    @Test
    void itOpensAfterFailuresInARow() {
        fail(CircuitBreaker.FAILURES_MAX - 1, START);
        assertThat(breaker.ask(START)).isZero();

        fail(1, START);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.ask(START + 1)).isEqualTo(Duration.ofNanos(PAUSE - 1));
    }

    @Test
    void anAnswerBetweenFailuresKeepsItClosed() {
        fail(CircuitBreaker.FAILURES_MAX - 1, START);
        breaker.report(new Rejected(Rejection.BLOCKED, "spam"), START);
        fail(CircuitBreaker.FAILURES_MAX - 1, START);

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void afterThePauseOneCallProbes() {
        fail(CircuitBreaker.FAILURES_MAX, START);

        assertThat(breaker.ask(START + PAUSE)).isZero();
        assertThat(breaker.ask(START + PAUSE)).isEqualTo(CircuitBreaker.PAUSE_FIRST);

        breaker.report(TAKEN, START + PAUSE);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.ask(START + PAUSE)).isZero();
    }

    @Test
    void aProbeThatFailsDoublesThePauseUpToItsMost() {
        fail(CircuitBreaker.FAILURES_MAX, START);
        long now = START;

        Duration pause = Duration.ZERO;
        for (int probe = 0; probe < 20; probe++) {
            now += CircuitBreaker.PAUSE_MAX.toNanos();
            assertThat(breaker.ask(now)).isZero();
            fail(1, now);
            assertThat(breaker.ask(now)).isGreaterThanOrEqualTo(pause);
            pause = breaker.ask(now);
        }

        assertThat(pause).isEqualTo(CircuitBreaker.PAUSE_MAX);
    }

    @Test
    void callsUnderWayWhenItOpenedDoNotLengthenThePause() {
        fail(CircuitBreaker.FAILURES_MAX, START);
        fail(50, START);

        assertThat(breaker.ask(START)).isEqualTo(CircuitBreaker.PAUSE_FIRST);
    }

    @Test
    void aProbeThatNeverReportsIsFollowedByAnother() {
        fail(CircuitBreaker.FAILURES_MAX, START);

        assertThat(breaker.ask(START + PAUSE)).isZero();
        assertThat(breaker.ask(START + 2 * PAUSE)).isZero();
    }

    private void fail(int times, long now) {
        for (int i = 0; i < times; i++) breaker.report(FAILED, now);
    }
}
