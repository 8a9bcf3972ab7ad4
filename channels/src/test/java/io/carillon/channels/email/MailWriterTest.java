package io.carillon.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {
    private final MailWriter writer = new MailWriter(Sender.of(Mails.FROM));

    @Test
    void aMarketingMailIsWrittenLikeThis() {
        assertThat(text(Mails.mail(
                        "d-1_A", "ada@example.org", "Still yours, Zoë", "<p>Für dich: 5 = 5</p>", "One\nTwo")))
                .isEqualTo("""
                        Date: Mon, 2 Mar 2026 09:00:00 +0000
                        From: Shop <shop@example.com>
                        To: ada@example.org
                        Message-ID: <d-1_A@example.com>
                        Subject: =?UTF-8?B?U3RpbGwgeW91cnMsIFpvw6s=?=
                        List-Unsubscribe: <https://shop.example.com/u/abc>
                        List-Unsubscribe-Post: List-Unsubscribe=One-Click
                        MIME-Version: 1.0
                        Content-Type: multipart/alternative;
                         boundary="=_d-1_A"

                        --=_d-1_A
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: 7bit

                        One
                        Two
                        --=_d-1_A
                        Content-Type: text/html; charset=utf-8
                        Content-Transfer-Encoding: quoted-printable

                        <p>F=C3=BCr dich: 5 =3D 5</p>
                        --=_d-1_A--
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aTransactionalMailAsksForNoAutomaticAnswer() {
        var content = new Content.Email("Your order", "<p>Thanks</p>", "Thanks", Optional.empty());

        var mail = text(Mails.of("d1", "ada@example.org", Purpose.TRANSACTIONAL, content));

        assertThat(mail).contains("\r\nAuto-Submitted: auto-generated\r\n").doesNotContain("List-Unsubscribe");
    }

    @Test
    void everyAttemptIsTheSameMail() {
        assertThat(text(Mails.mail("d1"))).isEqualTo(text(Mails.mail("d1")));
    }

    @Test
    void anyTextComesBackAsItWas() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            String subject = randomText(random, 120).replace('\n', ' ').replace('\t', ' ');
            String html = randomText(random, 2_000);
            String text = randomText(random, 400);

            String mail = text(Mails.mail("d" + seed, "ada@example.org", subject, html, text));

            MimeMessage read = read(mail);
            var parts = (MimeMultipart) read.getContent();
            assertThat(Optional.ofNullable(read.getSubject()).orElse(""))
                    .as("subject, seed %d", seed)
                    .isEqualTo(subject);
            assertThat(body(parts, 0)).as("text, seed %d", seed).isEqualTo(text);
            assertThat(body(parts, 1)).as("html, seed %d", seed).isEqualTo(html);
            assertThat(mail.lines()).as("lines, seed %d", seed).allMatch(line -> line.length() <= 78);
            assertThat(mail.chars()).as("ASCII, seed %d", seed).allMatch(c -> c < 127);
        }
    }

    @Test
    void noTextEndsItsPartEarly() throws Exception {
        String html = "<p>x</p>\n--=_d1--\n--=_d1\nContent-Type: text/html\n\nforged";

        var parts = (MimeMultipart) read(text(Mails.mail("d1", "ada@example.org", "Hi", html, "--=_d1")))
                .getContent();

        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(body(parts, 1)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: eve@example.net",
                "Hi\nBcc: eve@example.net",
                "Hi\rBcc: eve@example.net",
                "Hi\u2028Bcc: eve@example.net",
                "Hi\u0085Bcc: eve@example.net",
                "Hi\0\r\n\r\nbody"
            })
    void aSubjectCannotWriteAHeader(String subject) throws Exception {
        MimeMessage mail = read(text(Mails.mail("d1", "ada@example.org", subject, "<p>x</p>", "x")));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Hi ");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void aSubjectThatLooksEncodedIsShownAsItIs() throws Exception {
        String subject = "=?utf-8?B?SGk=?= you";

        assertThat(read(text(Mails.mail("d1", "ada@example.org", subject, "<p>x</p>", "x")))
                        .getSubject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org>",
                "ada@example.org\r\nRCPT TO:<eve@example.net>",
                "ada@example.org, eve@example.net",
                "ada lovelace@example.org",
                "ada@exa mple.org",
                "<ada@example.org",
                "ada\0@example.org"
            })
    void whatIsNoAddressIsAnInvalidEndpoint(String to) {
        assertThat(writer.write(Mails.mail("d1", to, "Hi", "<p>x</p>", "x")))
                .isInstanceOfSatisfying(
                        Letter.Unwritable.class,
                        unwritable -> assertThat(unwritable.rejected().reason()).isEqualTo(Rejection.INVALID_ENDPOINT));
    }

    @Test
    void aDomainIsWrittenInAscii() {
        assertThat(writer.write(Mails.mail("d1", "ada@bücher.example", "Hi", "<p>x</p>", "x")))
                .isInstanceOfSatisfying(Letter.Written.class, letter -> {
                    assertThat(letter.to()).hasToString("ada@xn--bcher-kva.example");
                    assertThat(letter.utf8()).isFalse();
                });
    }

    @Test
    void aLocalPartBeyondAsciiNeedsSmtpUtf8() {
        assertThat(writer.write(Mails.mail("d1", "käthe@example.org", "Hi", "<p>x</p>", "x")))
                .isInstanceOfSatisfying(Letter.Written.class, letter -> {
                    assertThat(letter.utf8()).isTrue();
                    assertThat(letter.bytes().toUtf8()).contains("\r\nTo: käthe@example.org\r\n");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Müller & Söhne <shop@example.com>", "\"Shop, Inc.\" <shop@example.com>", "shop@example.com"})
    void aSenderKeepsItsName(String from) throws Exception {
        var letter = (Letter.Written) new MailWriter(Sender.of(from)).write(Mails.mail("d1"));

        var read = (InternetAddress) read(letter.bytes().toUtf8()).getFrom()[0];
        assertThat(read).isEqualTo(new InternetAddress(from));
        assertThat(Optional.ofNullable(read.getPersonal()))
                .isEqualTo(Optional.ofNullable(new InternetAddress(from).getPersonal()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Shop", "Shop <shop@example.com>\r\nBcc: eve@example.net", "a@b.c, d@e.f", "Shop <@b.c>"})
    void whatIsNoSenderIsRefusedWhenItIsSet(String from) {
        assertThatThrownBy(() -> Sender.of(from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not one address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:x", "https://x.example/>\r\nBcc: eve@example.net", "https://x.example/a b", ""})
    void anUnsubscribeUrlThatCannotStandInAHeaderIsNotSent(String url) {
        var content = new Content.Email("Hi", "<p>x</p>", "x", Optional.of(url));

        assertThat(writer.write(Mails.of("d1", "ada@example.org", Purpose.MARKETING, content)))
                .isInstanceOf(Letter.Unwritable.class);
    }

    @Test
    void contentOfAnotherChannelIsNoMail() {
        var plain = Mails.of("d1", "ada@example.org", Purpose.TRANSACTIONAL, new Content.Plain("hi"));
        var toPhone = new Outgoing(
                new DispatchId("d1"),
                new Endpoint(Channel.SMS, "+4930123"),
                Purpose.TRANSACTIONAL,
                Mails.mail("d1").content(),
                Mails.AT);

        assertThat(writer.write(plain)).isInstanceOf(Letter.Unwritable.class);
        assertThat(writer.write(toPhone)).isInstanceOf(Letter.Unwritable.class);
    }

    private String text(Outgoing message) {
        return ((Letter.Written) writer.write(message)).bytes().toUtf8();
    }

    private static MimeMessage read(String mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(MimeMultipart parts, int index) throws Exception {
        String text = ((String) parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
        return text.stripTrailing();
    }

    private static String randomText(Random random, int lengthMax) {
        String[] alphabets = {"abc .=F-\t_?<>", "äöüß €a ", "日本語テキスト", "😀👩‍👩‍👧a", "abcdefghijklmnopqrstuvwxyz"};
        String alphabet = alphabets[random.nextInt(alphabets.length)];
        int[] points = alphabet.codePoints().toArray();
        var text = new StringBuilder("x");
        int length = random.nextInt(lengthMax);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(40) == 0) text.append('\n');
            else text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.append('.').toString();
    }
}
