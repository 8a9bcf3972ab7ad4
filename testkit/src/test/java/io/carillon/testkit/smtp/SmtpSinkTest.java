package io.carillon.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {

    @Test
    void aMailIsFoundByItsRecipientAndItsMessageId() throws IOException {
        try (var sink = SmtpSink.start()) {

            send(sink, "m1", "Subject: Still\r\n yours\r\n", "..dot\r\n");

            ReceivedMail mail = sink.byMessageId("m1@example.com").orElseThrow();
            assertThat(sink.to("ada@example.org")).containsExactly(mail);
            assertThat(sink.to("eve@example.org")).isEmpty();
            assertThat(mail.recipients()).isEqualTo(List.of("ada@example.org"));
            assertThat(mail.from()).isEqualTo("shop@example.com");
            assertThat(mail.header("subject")).isEqualTo(Optional.of("Still yours"));
            assertThat(mail.text()).endsWith("\r\n\r\n.dot\r\n");
        }
    }

    @Test
    void aMailTakenTwiceIsTold() throws IOException {
        try (var sink = SmtpSink.start()) {
            send(sink, "m1", "", "");
            send(sink, "m2", "", "");
            send(sink, "m1", "", "");

            assertThat(sink.count()).isEqualTo(3);
            assertThat(sink.timesTaken("m1@example.com")).isEqualTo(2);
            assertThat(sink.takenMoreThanOnce()).containsExactly("m1@example.com");
        }
    }

    @Test
    void onlyTheLatestMailsAreKeptWhole() throws IOException {
        try (var sink = SmtpSink.start(SmtpSink.Settings.DEFAULT.withMailsKept(2))) {
            for (int i = 1; i <= 5; i++) send(sink, "m" + i, "", "");

            assertThat(sink.kept())
                    .extracting(ReceivedMail::messageId)
                    .containsExactly("m4@example.com", "m5@example.com");
            assertThat(sink.count()).isEqualTo(5);
        }
    }

    @Test
    void aKilledSinkRefusesAndARestartedOneRemembers() throws IOException {
        try (var sink = SmtpSink.start()) {
            send(sink, "m1", "", "");
            int port = sink.port();

            sink.kill();
            assertThatThrownBy(() -> send(sink, "m2", "", "")).isInstanceOf(IOException.class);

            sink.restart();
            send(sink, "m3", "", "");
            assertThat(sink.port()).isEqualTo(port);
            assertThat(sink.count()).isEqualTo(2);
            assertThat(sink.awaitCount(2, Duration.ZERO)).isTrue();
            assertThat(sink.awaitCount(3, Duration.ZERO)).isFalse();
        }
    }

    @Test
    void aRefusedRecipientGetsNothingUntilWelcome() throws IOException {
        try (var sink = SmtpSink.start()) {
            sink.refuse("ada@example.org");
            send(sink, "m1", "", "");
            assertThat(sink.count()).isZero();

            sink.welcome("ada@example.org");
            send(sink, "m2", "", "");

            assertThat(sink.count()).isEqualTo(1);
        }
    }

    /** Everything at once, as a client that pipelines. */
    private static void send(SmtpSink sink, String id, String headers, String body) throws IOException {
        try (var socket = new Socket(sink.host(), sink.port())) {
            String dialogue = "EHLO test\r\nMAIL FROM:<shop@example.com>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\n"
                    + "Message-ID: <" + id + "@example.com>\r\n" + headers + "\r\n" + body + ".\r\nQUIT\r\n";
            socket.getOutputStream().write(dialogue.getBytes(StandardCharsets.UTF_8));
            String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!replies.endsWith("221 Bye\r\n")) throw new IOException("unexpected " + replies);
        }
    }
}
