package io.carillon.channels.email;

import static io.carillon.channels.email.FakeSmtpServer.Act.HANG_UP;
import static io.carillon.channels.email.FakeSmtpServer.Act.STALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.channels.email.FakeSmtpServer.Act;
import io.carillon.channels.email.FakeSmtpServer.Act.ObeyAndHangUp;
import io.carillon.channels.email.FakeSmtpServer.Act.Say;
import io.carillon.channels.email.FakeSmtpServer.Act.SayAndHangUp;
import io.carillon.channels.email.FakeSmtpServer.Moment;
import io.carillon.channels.email.SmtpSettings.Security;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.message.SendOutcome.Uncertain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpOutcomeTest {
    private static final List<Moment> BEFORE_THE_END =
            List.of(Moment.GREETING, Moment.EHLO, Moment.AUTH, Moment.MAIL, Moment.RCPT, Moment.DATA);

    private static final Duration LONG_ENOUGH_TO_REACH_THE_END = Duration.ofMillis(1_500);

    private final FakeSmtpServer server = FakeSmtpServer.start();
    private final SmtpSettings settings = SmtpSettings.of(server.host(), server.port(), Security.NONE, Mails.FROM)
            .withLogin("shop", "secret");

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> failuresBeforeTheEnd() {
        List<Arguments> all = new ArrayList<>();
        for (boolean pipelining : List.of(true, false)) {
            for (Moment moment : BEFORE_THE_END) {
                all.add(Arguments.of(pipelining, moment, HANG_UP));
                all.add(Arguments.of(pipelining, moment, new SayAndHangUp("421 4.3.2 shutting down")));
                all.add(Arguments.of(pipelining, moment, new Say("451 4.3.0 try later")));
                all.add(Arguments.of(pipelining, moment, new ObeyAndHangUp()));
                all.add(Arguments.of(pipelining, moment, new Say("what do you want?")));
                all.add(Arguments.of(pipelining, moment, STALL));
            }
        }
        return all.stream().filter(failure -> !isHangUpAfterGoAhead(failure));
    }

    /** Content is written without waiting: a server that hangs up there has been sent the end, too. */
    private static boolean isHangUpAfterGoAhead(Arguments failure) {
        return failure.get()[1] == Moment.DATA && failure.get()[2] instanceof ObeyAndHangUp;
    }

    @ParameterizedTest
    @MethodSource("failuresBeforeTheEnd")
    void aFailureBeforeTheMailsEndIsSurelyNotSent(boolean pipelining, Moment moment, Act act) {
        offerPipelining(pipelining);
        server.next(moment, act);

        SendOutcome outcome = sendWithin(act.equals(STALL) ? Duration.ofMillis(150) : Duration.ofSeconds(10));

        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(server.ended()).isEmpty();
    }

    static Stream<Act> unansweredEnds() {
        return Stream.of(HANG_UP, STALL, new Say("what was that?"), new Say("354 go on"), new Say("25"));
    }

    @ParameterizedTest
    @MethodSource("unansweredEnds")
    void withoutAClearReplyToTheMailsEndItIsUncertain(Act act) {
        try (var provider = provider(act.equals(STALL) ? LONG_ENOUGH_TO_REACH_THE_END : Duration.ofSeconds(10))) {
            provider.send(Mails.mail("d1"));
            server.next(Moment.END, act);

            assertThat(provider.send(Mails.mail("d2"))).isInstanceOf(Uncertain.class);
            assertThat(server.ended()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("unfinishedReadings")
    void aConnectionLostAmidTheContentIsUncertainOnceTheEndMayHaveBeenWritten(Act act) {
        try (var provider = provider(LONG_ENOUGH_TO_REACH_THE_END)) {
            provider.send(Mails.mail("d1"));
            server.next(Moment.CONTENT, act);

            assertThat(provider.send(Mails.mail("d2"))).isInstanceOf(Uncertain.class);
        }
    }

    static Stream<Act> unfinishedReadings() {
        return Stream.of(HANG_UP, STALL);
    }

    @Test
    void contentThatTheServerStopsReadingIsSurelyNotSent() {
        server.next(Moment.CONTENT, STALL);
        String html = "<p>" + "long ".repeat(2_000_000) + "</p>";

        try (var provider = provider(Duration.ofSeconds(2))) {
            var outcome = provider.send(Mails.mail("d1", "ada@example.org", "Long", html, "short"));

            assertThat(outcome).isInstanceOf(NotSent.class);
            assertThat(server.ended()).isEmpty();
        }
    }

    @Test
    void aReplyThatArrivedBeforeTheConnectionWasLostCounts() {
        server.next(Moment.END, new ObeyAndHangUp());

        assertThat(sendWithin(Duration.ofSeconds(10))).isEqualTo(new Accepted("d1@example.com"));
        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 no such user         | INVALID_ENDPOINT",
                "RCPT | 550 no such user               | INVALID_ENDPOINT",
                "RCPT | 551 user not local             | INVALID_ENDPOINT",
                "RCPT | 553 mailbox name not allowed   | INVALID_ENDPOINT",
                "RCPT | 550 5.2.1 mailbox disabled     | INVALID_ENDPOINT",
                "RCPT | 554 5.7.1 relay access denied  | BLOCKED",
                "RCPT | 550 relay not permitted        | BLOCKED",
                "RCPT | 550 5.7.1 you are listed       | BLOCKED",
                "RCPT | 552 5.2.2 mailbox full         | OTHER",
                "RCPT | 501 5.5.4 syntax               | OTHER",
                "MAIL | 550 5.7.1 sender refused       | BLOCKED",
                "MAIL | 553 5.1.8 sender domain        | BLOCKED",
                "MAIL | 552 5.3.4 too big              | OTHER",
                "DATA | 554 no                         | BLOCKED",
                "END  | 554 5.7.1 spam                 | BLOCKED",
                "END  | 550 5.1.1 no such user         | INVALID_ENDPOINT",
                "END  | 550 message refused            | BLOCKED",
                "END  | 552 5.3.4 too big              | OTHER"
            })
    void aPermanentRefusalSaysWhatIsRefused(Moment moment, String reply, Rejection reason) {
        server.next(moment, new Say(reply));

        try (var provider = provider(Duration.ofSeconds(10))) {
            var outcome = provider.send(Mails.mail("d1"));
            var following = provider.send(Mails.mail("d2"));

            assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(reason);
                assertThat(rejected.detail()).contains(reply);
            });
            assertThat(following).isInstanceOf(Accepted.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "END  | 451 4.3.0 try later",
                "END  | 421 4.3.2 shutting down",
                "MAIL | 530 5.7.0 must issue STARTTLS first",
                "AUTH | 535 5.7.8 bad credentials",
                "EHLO | 550 go away",
                "GREETING | 554 no service"
            })
    void aRefusalThatSaysNothingAgainstTheMessageIsNotSent(Moment moment, String reply) {
        server.always(moment, new Say(reply));

        assertThat(sendWithin(Duration.ofSeconds(10))).isInstanceOf(NotSent.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void aServerThatWaitsForContentWithoutARecipientGetsNoEnd() {
        server.next(Moment.RCPT, new Say("550 5.1.1 no such user")).next(Moment.DATA, new Say("354 go ahead"));

        SendOutcome outcome = sendWithin(Duration.ofSeconds(10));

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(server.ended()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aWarmConnectionThatTheServerGaveUpIsReplaced(boolean withWord) {
        server.next(Moment.IDLE, withWord ? new SayAndHangUp("421 4.4.2 idle") : HANG_UP);

        try (var provider = provider(Duration.ofSeconds(10))) {
            var first = provider.send(Mails.mail("d1"));
            var second = provider.send(Mails.mail("d2"));

            assertThat(List.of(first, second)).allMatch(Accepted.class::isInstance);
            assertThat(server.accepted()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("hangUpsInAnEnvelope")
    void aHangUpInTheEnvelopeOfAWarmConnectionIsTriedOnceMoreOnAFreshOne(Moment moment, Act act) {
        try (var provider = provider(Duration.ofSeconds(10))) {
            var first = provider.send(Mails.mail("d1"));
            server.next(moment, act);
            var second = provider.send(Mails.mail("d2"));

            assertThat(List.of(first, second)).allMatch(Accepted.class::isInstance);
            assertThat(server.ended()).hasSize(2);
        }
    }

    static Stream<Arguments> hangUpsInAnEnvelope() {
        return Stream.of(Moment.MAIL, Moment.RCPT, Moment.DATA)
                .flatMap(moment -> Stream.of(
                        Arguments.of(moment, HANG_UP), Arguments.of(moment, new SayAndHangUp("421 4.4.2 too many"))));
    }

    @Test
    void aWarmConnectionLostAfterTheMailsEndIsNotTriedAgain() {
        try (var provider = provider(Duration.ofSeconds(10))) {
            var first = provider.send(Mails.mail("d1"));
            server.next(Moment.END, HANG_UP);
            var second = provider.send(Mails.mail("d2"));

            assertThat(first).isInstanceOf(Accepted.class);
            assertThat(second).isInstanceOf(Uncertain.class);
            assertThat(server.ended()).hasSize(2);
        }
    }

    @Test
    void noServerIsNotSent() throws IOException {
        try (var reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // ours, and nobody listens
            var nobody = SmtpSettings.of("127.0.0.1", reserved.getLocalPort(), Security.NONE, Mails.FROM);

            try (var provider = new SmtpProvider(nobody)) {
                assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            }
        }
    }

    @Test
    void aHostThatNobodyKnowsIsNotSent() {
        var unknown = SmtpSettings.of("nobody.invalid", 25, Security.NONE, Mails.FROM)
                .withCallTimeout(Duration.ofMillis(500));

        try (var provider = new SmtpProvider(unknown)) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
        }
    }

    @Test
    void whenAllConnectionsAreBusyTheCallEndsInTime() throws InterruptedException {
        server.always(Moment.END, STALL);
        var one = new SmtpSettings(
                settings.host(),
                settings.port(),
                Security.NONE,
                Mails.FROM,
                settings.login(),
                1,
                Duration.ofMillis(300));

        try (var provider = new SmtpProvider(one)) {
            List<SendOutcome> outcomes = new CopyOnWriteArrayList<>();
            var threads = Stream.of("d1", "d2", "d3")
                    .map(id -> Thread.startVirtualThread(() -> outcomes.add(provider.send(Mails.mail(id)))))
                    .toList();
            for (Thread thread : threads) thread.join();

            assertThat(outcomes).hasSize(3).noneMatch(Accepted.class::isInstance);
            // Every mail whose end arrived is uncertain; an end that was written may still be on its way.
            assertThat(outcomes.stream().filter(Uncertain.class::isInstance))
                    .hasSizeGreaterThanOrEqualTo(server.ended().size());
        }
    }

    @Test
    void aClosedProviderSendsNothing() {
        var provider = provider(Duration.ofSeconds(10));
        provider.close();

        assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void aServerWithoutSmtpUtf8IsNotAskedToCarryWhatNeedsIt() {
        server.offering("PIPELINING", "AUTH LOGIN");

        try (var provider = provider(Duration.ofSeconds(10))) {
            var outcome = provider.send(Mails.mail("d1", "käthe@example.org", "Hi", "<p>Hi</p>", "Hi"));

            assertThat(outcome).isInstanceOf(Rejected.class);
            assertThat(server.ended()).isEmpty();
        }
    }

    @Test
    void aMailBeyondTheServersSizeIsRejected() {
        server.offering("SIZE 200", "AUTH LOGIN");

        assertThat(sendWithin(Duration.ofSeconds(10))).isInstanceOf(Rejected.class);
        assertThat(server.ended()).isEmpty();
    }

    @Test
    void aLoginThatTheServerDoesNotKnowIsNeverLeftOut() {
        server.offering("PIPELINING", "AUTH GSSAPI");

        assertThat(sendWithin(Duration.ofSeconds(10))).isInstanceOf(NotSent.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    private void offerPipelining(boolean pipelining) {
        if (!pipelining) server.offering("8BITMIME", "AUTH LOGIN");
    }

    private SendOutcome sendWithin(Duration callTimeout) {
        try (var provider = provider(callTimeout)) {
            return provider.send(Mails.mail("d1"));
        }
    }

    private SmtpProvider provider(Duration callTimeout) {
        return new SmtpProvider(settings.withCallTimeout(callTimeout));
    }
}
