package io.carillon.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.carillon.channels.email.SmtpSettings.Security;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that others wrote reads the mails as they were meant. */
class GreenMailTest {

    @ParameterizedTest
    @CsvSource({"smtp, NONE, false", "smtp, NONE, true", "smtps, TLS, false", "smtps, TLS, true"})
    void aMailArrivesAsWritten(String protocol, Security security, boolean withLogin) throws Exception {
        GreenMail green = greenMail(protocol);
        green.setUser("ada@example.org", "shop", "secret");
        green.start();
        try (var provider = new SmtpProvider(
                settings(green, security, withLogin),
                TestCertificate.ofLocalhost().client())) {

            var outcome = provider.send(Mails.mail(
                    "d1",
                    "ada@example.org",
                    "Größe 42 ist zurück – für Ödön",
                    "<p>Schöne Grüße</p>\n.dot",
                    ".\n..\nÄ"));

            assertThat(outcome).isEqualTo(new Accepted("d1@example.com"));
            MimeMessage mail = green.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Größe 42 ist zurück – für Ödön");
            assertThat(mail.getMessageID()).isEqualTo("<d1@example.com>");
            assertThat(mail.getSentDate().toInstant()).isEqualTo(Mails.AT);
            assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://shop.example.com/u/abc>");
            var parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(".\n..\nÄ");
            assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo("<p>Schöne Grüße</p>\n.dot");
        } finally {
            green.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"smtp, NONE", "smtps, TLS"})
    void aWrongPasswordIsNotSent(String protocol, Security security) {
        GreenMail green = greenMail(protocol);
        green.setUser("ada@example.org", "shop", "another");
        green.start();
        try (var provider = new SmtpProvider(
                settings(green, security, true), TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(green.getReceivedMessages()).isEmpty();
        } finally {
            green.stop();
        }
    }

    private static GreenMail greenMail(String protocol) {
        // Read when GreenMail opens its first protected socket.
        TestCertificate certificate = TestCertificate.ofLocalhost();
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        var setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(30_000);
        return new GreenMail(setup);
    }

    private static SmtpSettings settings(GreenMail green, Security security, boolean withLogin) {
        int port = (security == Security.TLS ? green.getSmtps() : green.getSmtp()).getPort();
        var settings = SmtpSettings.of("localhost", port, security, Mails.FROM);
        return withLogin ? settings.withLogin("shop", "secret") : settings;
    }

    private static String lines(Object content) {
        return ((String) content).replace("\r\n", "\n").stripTrailing();
    }
}
