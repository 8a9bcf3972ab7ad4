package io.carillon.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.channels.email.FakeSmtpServer.Act;
import io.carillon.channels.email.FakeSmtpServer.Act.Say;
import io.carillon.channels.email.FakeSmtpServer.Moment;
import io.carillon.channels.email.SmtpSettings.Security;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpSecurityTest {
    private final FakeSmtpServer server = FakeSmtpServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void mailsGoThroughAProtectedSession(Security security) {
        protect(security);

        try (var provider = new SmtpProvider(
                settings(security), TestCertificate.ofLocalhost().client())) {
            var first = provider.send(Mails.mail("d1"));
            var second = provider.send(Mails.mail("d2"));

            assertThat(first).isEqualTo(new Accepted("d1@example.com"));
            assertThat(second).isEqualTo(new Accepted("d2@example.com"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aCertificateThatIsNotTrustedEndsTheSession(Security security) {
        protect(security);

        try (var provider = new SmtpProvider(settings(security))) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(server.commands()).noneMatch(SmtpSecurityTest::saysAnything);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aCertificateOfAnotherHostEndsTheSession(Security security) {
        protect(security);
        // The certificate names localhost, and no address.
        var byAddress = SmtpSettings.of("127.0.0.1", server.port(), security, Mails.FROM);

        try (var provider =
                new SmtpProvider(byAddress, TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(server.commands()).noneMatch(SmtpSecurityTest::saysAnything);
        }
    }

    @Test
    void aServerWithoutStartTlsIsNotUsedInPlain() {
        try (var provider = new SmtpProvider(
                settings(Security.STARTTLS), TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(server.commands()).noneMatch(SmtpSecurityTest::saysAnything);
        }
    }

    @Test
    void aServerThatRefusesStartTlsIsNotUsedInPlain() {
        protect(Security.STARTTLS);
        server.next(Moment.STARTTLS, new Say("454 4.7.0 TLS not available"));

        try (var provider = new SmtpProvider(
                settings(Security.STARTTLS), TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(server.commands()).noneMatch(SmtpSecurityTest::saysAnything);
        }
    }

    @Test
    void bytesSlippedInBeforeTheHandshakeEndTheSession() {
        protect(Security.STARTTLS);
        server.next(Moment.STARTTLS, new Say("220 go ahead\r\n250 AUTH PLAIN"));

        try (var provider = new SmtpProvider(
                settings(Security.STARTTLS), TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
            assertThat(server.commands()).noneMatch(SmtpSecurityTest::saysAnything);
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsNotSentInTime() {
        server.always(Moment.GREETING, Act.STALL);
        var hasty = settings(Security.TLS).withCallTimeout(Duration.ofMillis(150));

        try (var provider =
                new SmtpProvider(hasty, TestCertificate.ofLocalhost().client())) {
            assertThat(provider.send(Mails.mail("d1"))).isInstanceOf(NotSent.class);
        }
    }

    private void protect(Security security) {
        server.offering("PIPELINING", "STARTTLS", "AUTH PLAIN");
        server.protectedBy(TestCertificate.ofLocalhost().server(), security == Security.TLS);
    }

    private SmtpSettings settings(Security security) {
        return SmtpSettings.of("localhost", server.port(), security, Mails.FROM).withLogin("shop", "secret");
    }

    private static boolean saysAnything(String command) {
        return command.startsWith("AUTH") || command.startsWith("MAIL");
    }
}
