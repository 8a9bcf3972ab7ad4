package io.carillon.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.carillon.channels.email.SmtpSettings.Security;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Uncertain;
import io.carillon.testkit.smtp.SmtpSink;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SmtpLoadTest {
    private static final int MAILS = 2_000;
    private static final int KILLS = 5;
    private static final int AGAIN_MAX = 1_000;

    @Test
    void manyThreadsShareFewConnectionsAndNoMailIsLostOrDoubled() {
        try (var sink = SmtpSink.start();
                var provider = provider(sink)) {

            Map<String, SendOutcome> outcomes = sendAll(provider, () -> {});

            assertThat(outcomes.values()).hasSize(MAILS).allMatch(Accepted.class::isInstance);
            assertThat(sink.count()).isEqualTo(MAILS);
            assertThat(sink.takenMoreThanOnce()).isEmpty();
        }
    }

    /** The server dies and comes back under load, and what is surely not sent is tried again. */
    @Test
    void noMailIsDoubledOrLostWhileTheServerDies() {
        try (var sink = SmtpSink.start();
                var provider = provider(sink)) {

            Map<String, SendOutcome> outcomes = sendAll(provider, () -> {
                for (int kill = 1; kill <= KILLS; kill++) {
                    sink.awaitCount(kill * 200L, Duration.ofMinutes(1));
                    sink.restart();
                }
            });

            outcomes.forEach((id, outcome) -> {
                int times = sink.timesTaken(id + "@example.com");
                switch (outcome) {
                    case Accepted accepted -> assertThat(times).as(id).isEqualTo(1);
                    case Uncertain uncertain -> assertThat(times).as(id).isBetween(0, 1);
                    default -> fail(id + ": " + outcome);
                }
            });
            assertThat(outcomes).hasSize(MAILS);
            assertThat(outcomes.values().stream().filter(Uncertain.class::isInstance))
                    .hasSizeLessThanOrEqualTo(KILLS * SmtpSettings.CONNECTIONS_DEFAULT);
        }
    }

    private static SmtpProvider provider(SmtpSink sink) {
        return new SmtpProvider(SmtpSettings.of(sink.host(), sink.port(), Security.NONE, Mails.FROM)
                .withCallTimeout(Duration.ofMinutes(1)));
    }

    private static Map<String, SendOutcome> sendAll(SmtpProvider provider, Runnable meanwhile) {
        Map<String, SendOutcome> outcomes = new ConcurrentHashMap<>();
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(meanwhile);
            for (int i = 0; i < MAILS; i++) {
                String id = "d" + i;
                threads.execute(() -> {
                    awaitQuietly(begin);
                    SendOutcome outcome = provider.send(Mails.mail(id));
                    for (int again = 0; outcome instanceof NotSent && again < AGAIN_MAX; again++)
                        outcome = provider.send(Mails.mail(id));
                    outcomes.put(id, outcome);
                });
            }
            begin.countDown();
        }
        return outcomes;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
