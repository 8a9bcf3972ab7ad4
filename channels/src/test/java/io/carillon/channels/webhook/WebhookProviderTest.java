package io.carillon.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.channels.email.TestCertificate;
import io.carillon.channels.net.Resolver;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.message.SendOutcome.Uncertain;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookProviderTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void aCallIsASignedPostOfTheBodyAsItWasWritten() throws Exception {
        try (var receiver = FakeReceiver.answering(OK)) {
            SendOutcome outcome = Webhooks.to(receiver).send(Webhooks.message());

            assertThat(outcome).isEqualTo(new Accepted("d_1-A"));
            assertThat(receiver.calls()).hasSize(1);
            var call = receiver.calls().getFirst();
            assertThat(call.requestLine()).isEqualTo("POST /in?shop=1 HTTP/1.1");
            assertThat(call.text()).isEqualTo(Webhooks.BODY);
            assertThat(call.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            assertThat(call.header("Connection")).isEqualTo("close");
            assertThat(call.header("webhook-id")).isEqualTo("d_1-A");
            assertThat(call.header("webhook-timestamp")).isEqualTo("1772442000");
            assertThat(call.header("webhook-signature")).isEqualTo(expectedSignature(call));
            assertThat(call.headers().keySet())
                    .containsExactlyInAnyOrder(
                            "Host",
                            "User-Agent",
                            "Content-Type",
                            "Content-Length",
                            "Connection",
                            "webhook-id",
                            "webhook-timestamp",
                            "webhook-signature");
        }
    }

    @Test
    void everyAttemptHasTheSameIdSoThatTheReceiverKnowsItAgain() throws Exception {
        try (var receiver = FakeReceiver.answering(OK)) {
            var provider = Webhooks.to(receiver);

            provider.send(Webhooks.message());
            provider.send(Webhooks.message());

            assertThat(receiver.calls())
                    .extracting(call -> call.header("webhook-id"))
                    .containsOnly("d_1-A");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyOf2xxIsAYes(int status) throws Exception {
        assertThat(answerTo("HTTP/1.1 " + status + "\r\n\r\n")).isEqualTo(new Accepted("d_1-A"));
    }

    @Test
    void anInterimAnswerIsFollowedByTheTrueOne() throws Exception {
        assertThat(answerTo("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK))
                .isEqualTo(new Accepted("d_1-A"));
    }

    @ParameterizedTest
    @CsvSource({"500, 30", "503, 30", "429, 30", "408, 30", "401, 60", "403, 60", "404, 60"})
    void whatMayPassIsTriedAgain(int status, int seconds) throws Exception {
        assertThat(answerTo("HTTP/1.1 " + status + " X\r\nContent-Length: 9\r\n\r\nnot\n \"now"))
                .isEqualTo(
                        new NotSent("the receiver answered " + status + ", \"not 'now\"", Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void aGoBetweenThatGaveUpMayHavePassedItOn(int status) throws Exception {
        assertThat(answerTo("HTTP/1.1 " + status + " X\r\n\r\n"))
                .isEqualTo(new Uncertain("the receiver answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void whatIsSaidOfTheBodyIsFinal(int status) throws Exception {
        String head = "HTTP/1.1 " + status + " X\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(answerTo(head + String.join("\r\n", "4;x", "bad ", "3", "tea", "0", "", "")))
                .isEqualTo(new Rejected(Rejection.BLOCKED, "the receiver answered " + status + ", \"bad tea\""));
    }

    @Test
    void theReceiverSaysWhenToComeBack() throws Exception {
        assertThat(answerTo("HTTP/1.1 429 X\r\nretry-AFTER: 120\r\n\r\n"))
                .isEqualTo(new NotSent("the receiver answered 429", Duration.ofMinutes(2)));
        String dated = "HTTP/1.1 503 X\r\nDate: Mon, 02 Mar 2026 09:00:00 GMT\r\n";
        assertThat(answerTo(dated + "Retry-After: Mon, 02 Mar 2026 09:05:00 GMT\r\n\r\n"))
                .isEqualTo(new NotSent("the receiver answered 503", Duration.ofMinutes(5)));
        assertThat(answerTo("HTTP/1.1 503 X\r\nRetry-After: 999999999\r\n\r\n"))
                .isEqualTo(new NotSent("the receiver answered 503", Duration.ofDays(1)));
        assertThat(answerTo("HTTP/1.1 503 X\r\nRetry-After: soon\r\n\r\n"))
                .isEqualTo(new NotSent("the receiver answered 503", Duration.ofSeconds(30)));
    }

    @Test
    void whoeverIsGoneIsNotCalledAgain() throws Exception {
        try (var receiver = FakeReceiver.answering("HTTP/1.1 410 Gone\r\n\r\n")) {
            var provider = Webhooks.to(receiver);

            SendOutcome first = provider.send(Webhooks.message());
            SendOutcome second = provider.send(Webhooks.message());

            assertThat(first).isEqualTo(new Rejected(Rejection.BLOCKED, "the receiver answered 410"));
            assertThat(second)
                    .isEqualTo(new Rejected(Rejection.BLOCKED, "the receiver said 410, gone: it is called no more"));
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotSent() throws Exception {
        try (var receiver = FakeReceiver.answering(OK)) {
            String large = "\"" + "x".repeat(WebhookProvider.BODY_BYTES_MAX) + "\"";

            SendOutcome outcome = Webhooks.to(receiver).send(Webhooks.message(large));

            assertThat(outcome)
                    .isEqualTo(new Rejected(Rejection.OTHER, "a body of 1000002 bytes; expected 1 to 1000000"));
            assertThat(receiver.calls()).isEmpty();
        }
    }

    @Test
    void overTlsTheCertificateIsTheNamesWhateverTheAddress() throws Exception {
        var certificate = TestCertificate.ofLocalhost();
        Resolver.LookUp loopback = host -> List.of(InetAddress.getLoopbackAddress());
        try (var receiver = FakeReceiver.overTls(
                certificate.serverSockets(), out -> out.write(OK.getBytes(StandardCharsets.US_ASCII)))) {
            var itself = Webhooks.receiver("https://localhost:" + receiver.port() + "/", "127.0.0.0/8");
            var another = Webhooks.receiver("https://hooks.example:" + receiver.port() + "/", "127.0.0.0/8");

            SendOutcome good = new WebhookProvider(itself, certificate.client(), loopback).send(Webhooks.message());
            SendOutcome wrongName =
                    new WebhookProvider(another, certificate.client(), loopback).send(Webhooks.message());
            SendOutcome notTrusted =
                    new WebhookProvider(itself, FakeReceiver.systemTls(), loopback).send(Webhooks.message());

            assertThat(good).isEqualTo(new Accepted("d_1-A"));
            assertThat(wrongName).isInstanceOf(NotSent.class).asString().contains("No subject alternative DNS name");
            assertThat(notTrusted).isInstanceOf(NotSent.class).asString().contains("certification path");
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    private static SendOutcome answerTo(String answer) throws Exception {
        try (var receiver = FakeReceiver.answering(answer)) {
            return Webhooks.to(receiver).send(Webhooks.message());
        }
    }

    /** By the words of the specification, knowing nothing of our code. */
    private static String expectedSignature(FakeReceiver.Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.text();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
