package io.carillon.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.Retention;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Definitions;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.retention.RetentionKind;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.retention.RetentionState;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.value.Value;
import io.carillon.host.local.HostTime;
import io.carillon.host.local.LocalHost;
import io.carillon.host.local.LocalHostSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainingTest {
    private static final Address ADA = new Address("user:ada");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Knowledge knowledge = new Knowledge(
            1,
            Definitions.NONE.with(new Retention(Map.of(Retention.Kind.HISTORY, Duration.ofDays(30)))),
            List.of(),
            new Addresses("http://localhost", new SecretKey(Bytes.utf8("the secret of a test run"))));

    @TempDir
    Path folder;

    @Test
    void aRoundTakesOutWhatIsOldAndARestartKnowsOfIt() throws InterruptedException {
        try (var host = host(START)) {
            for (int i = 0; i < 700; i++) take(host, i, START);
        }
        RetentionState after;
        try (var host = host(START.plus(Duration.ofDays(31)))) {
            take(host, 700, START.plus(Duration.ofDays(31)));
            try (var retaining = retaining(host)) {
                retaining.start();
                after = await(retaining, state -> state.finishedAt().isPresent() && !isFirst(state));
            }
            assertThat(host.history(ADA, Long.MAX_VALUE, 1_000)).hasSize(1);
        }
        try (var host = host(START.plus(Duration.ofDays(31)));
                var retaining = retaining(host)) {
            retaining.start();

            RetentionState again = await(retaining, state -> !isFirst(state));

            assertThat(again).isEqualTo(after);
            assertThat(again.removed()).containsEntry(RetentionList.HISTORY, 700L);
        }
    }

    private static boolean isFirst(RetentionState state) {
        return state.startedAt().equals(Instant.EPOCH);
    }

    private static RetentionState await(Retaining retaining, Predicate<RetentionState> wanted) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!wanted.test(retaining.state())) {
            if (System.nanoTime() > end) throw new AssertionError("it stays at " + retaining.state());
            LockSupport.parkNanos(5_000_000);
        }
        return retaining.state();
    }

    private LocalHost<Knowledge> host(Instant now) {
        return new LocalHost<>(
                LocalHostSettings.at(folder).withTime(new HostTime(() -> now, System::nanoTime, 1)),
                List.of(new PersonKind(), new EndpointKind(), new QualityKind(), new RetentionKind()),
                knowledge);
    }

    private Retaining retaining(LocalHost<Knowledge> host) {
        Instant now = START.plus(Duration.ofDays(31));
        return new Retaining(host, new Asking(host, LONG), () -> knowledge, () -> now, () -> 0);
    }

    private static void take(LocalHost<Knowledge> host, int number, Instant at) throws InterruptedException {
        var event = new Event(
                new MessageId("m" + number),
                EventType.TRACK,
                "Product Viewed",
                at,
                at,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "ada")),
                Value.Fields.NONE,
                Value.Fields.NONE,
                Value.Fields.NONE);
        var answered = new CountDownLatch(1);
        assertThat(host.submit(
                        ADA,
                        Lane.BULK,
                        replyTo -> new PersonMessage.Received(event, replyTo),
                        _ -> answered.countDown()))
                .isTrue();
        assertThat(answered.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
