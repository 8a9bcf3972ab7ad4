package io.carillon.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.channels.net.Resolver;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Uncertain;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileReceiverTest {

    @Test
    void oneThatNeverAnswersLeavesItUncertain() throws Exception {
        var never = new CountDownLatch(1);
        try (var receiver = FakeReceiver.doing(out -> await(never))) {
            SendOutcome outcome = Webhooks.hastyTo(receiver).send(Webhooks.message());

            assertThat(outcome).isEqualTo(new Uncertain("called, and no answer: nothing within 400 ms"));
            never.countDown();
        }
    }

    @Test
    void oneThatDripsItsAnswerIsHeldToTheSameDeadline() throws Exception {
        var never = new CountDownLatch(1);
        try (var receiver = FakeReceiver.doing(out -> {
            out.write("HTTP/1.1 200 O".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(never);
        })) {
            SendOutcome outcome = Webhooks.hastyTo(receiver).send(Webhooks.message());

            assertThat(outcome).isEqualTo(new Uncertain("called, and no answer: nothing within 400 ms"));
            never.countDown();
        }
    }

    @Test
    void oneThatHangsUpWithoutAnAnswerLeavesItUncertain() throws Exception {
        try (var receiver = FakeReceiver.doing(out -> {})) {
            SendOutcome outcome = Webhooks.to(receiver).send(Webhooks.message());

            assertThat(outcome).isEqualTo(new Uncertain("called, and no answer: it hung up without an answer"));
        }
    }

    @Test
    void oneThatDoesNotListenWasNotTold() throws Exception {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        var provider = new WebhookProvider(Webhooks.receiver("http://127.0.0.1:" + port + "/", "127.0.0.1"));

        assertThat(provider.send(Webhooks.message()))
                .isEqualTo(new NotSent("connecting: Connection refused", Duration.ofSeconds(1)));
    }

    @Test
    void oneThatDoesNotReadWasNotTold() throws Exception {
        // Nobody accepts: the system takes what fits into its buffers, and no more.
        try (var deaf = new ServerSocket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var provider = new WebhookProvider(Webhooks.receiver(
                    "http://127.0.0.1:" + deaf.getLocalPort() + "/", Duration.ofMillis(400), "127.0.0.1"));

            SendOutcome outcome = provider.send(Webhooks.message("\"" + "x".repeat(999_000) + "\""));

            // What the buffers of this machine hold decides; never is it said to be accepted.
            assertThat(outcome).isInstanceOfAny(NotSent.class, Uncertain.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "https://example.com/", "http://169.254.169.254/latest"})
    void aRedirectIsNotFollowed(String location) throws Exception {
        try (var receiver = FakeReceiver.answering("HTTP/1.1 307 X\r\nLocation: " + location + "\r\n\r\n")) {
            SendOutcome outcome = Webhooks.to(receiver).send(Webhooks.message());

            assertThat(outcome)
                    .isEqualTo(new NotSent(
                            "the receiver answered 307, a redirect, which is not followed", Duration.ofMinutes(1)));
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 999 X\r\n\r\n", "HTTP/1.1 101 X\r\n\r\n"})
    void whatIsNotAnAnswerLeavesItUncertain(String answer) throws Exception {
        try (var receiver = FakeReceiver.answering(answer)) {
            assertThat(Webhooks.to(receiver).send(Webhooks.message())).isInstanceOf(Uncertain.class);
        }
    }

    @Test
    void interimAnswersDoNotGoOnForEver() throws Exception {
        try (var receiver = FakeReceiver.doing(out -> flood(out, "HTTP/1.1 102 X\r\n\r\n"))) {
            assertThat(Webhooks.to(receiver).send(Webhooks.message()))
                    .isEqualTo(new Uncertain("called, and no answer: it never came to its answer"));
        }
    }

    @Test
    void aStatusLineWithoutEndIsNotKept() throws Exception {
        try (var receiver = FakeReceiver.doing(out -> flood(out, "HTTP/1.1 200 " + "x".repeat(1_000)))) {
            assertThat(Webhooks.to(receiver).send(Webhooks.message()))
                    .isEqualTo(new Uncertain("called, and no answer: its answer is too long"));
        }
    }

    @Test
    void headersAndBodiesWithoutEndChangeNothingOfTheStatus() throws Exception {
        try (var headers = FakeReceiver.doing(out -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    flood(out, "x: " + "y".repeat(1_000) + "\r\n");
                });
                var body = FakeReceiver.doing(out -> {
                    out.write("HTTP/1.1 500 X\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    flood(out, "no ");
                })) {
            assertThat(Webhooks.to(headers).send(Webhooks.message())).isEqualTo(new Accepted("d_1-A"));
            assertThat(Webhooks.to(body).send(Webhooks.message()))
                    .isEqualTo(new NotSent(
                            "the receiver answered 500, \"" + "no ".repeat(100).strip() + "\"",
                            Duration.ofSeconds(30)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00:ec2::254]/",
                "https://2130706433/"
            })
    void ourOwnNetworkIsNotCalled(String url) {
        SendOutcome outcome = new WebhookProvider(Webhooks.receiver(url)).send(Webhooks.message());

        assertThat(outcome)
                .isInstanceOf(NotSent.class)
                .asString()
                .contains("is not a public address; allowPrivate does not name it");
    }

    @Test
    void aNameThatLeadsElsewhereTheNextTimeGainsNothing() throws Exception {
        try (var receiver = FakeReceiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            var asked = new AtomicInteger();
            // Public when it is asked first, and from then on ourselves.
            Resolver.LookUp rebinding = host -> List.of(InetAddress.getByAddress(
                    asked.getAndIncrement() == 0 ? new byte[] {(byte) 192, 0, 0, 8} : new byte[] {127, 0, 0, 1}));
            var provider = Webhooks.to(Webhooks.receiver("http://rebind.example:" + receiver.port() + "/"), rebinding);

            for (int i = 0; i < 3; i++) {
                assertThat(provider.send(Webhooks.message())).isInstanceOf(NotSent.class);
                assertThat(asked.get()).isEqualTo(i + 1);
            }
            assertThat(receiver.calls()).isEmpty();
        }
    }

    @Test
    void ofSeveralAddressesOnlyThoseThatMayBeCalledAre() throws Exception {
        try (var receiver = FakeReceiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            Resolver.LookUp both = host -> List.of(
                    InetAddress.getByAddress(new byte[] {10, 0, 0, 1}),
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            var provider =
                    Webhooks.to(Webhooks.receiver("http://two.example:" + receiver.port() + "/", "127.0.0.1"), both);

            assertThat(provider.send(Webhooks.message())).isEqualTo(new Accepted("d_1-A"));
        }
    }

    @Test
    void withoutProtectionNothingGoesToThePublic() {
        Resolver.LookUp open = host -> List.of(InetAddress.getByAddress(new byte[] {8, 8, 8, 8}));
        var provider = Webhooks.to(Webhooks.receiver("http://hooks.example/", "127.0.0.1"), open);

        assertThat(provider.send(Webhooks.message()))
                .isEqualTo(new NotSent(
                        "8.8.8.8 is a public address, and http goes only to those that allowPrivate names",
                        Duration.ofMinutes(1)));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Until the caller hangs up. */
    private static void flood(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000_000; i++) out.write(bytes);
    }
}
