package io.carillon.channels.email;

import io.carillon.core.codec.Bytes;
import io.carillon.core.message.Content;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a message as a mail. Equal messages give equal bytes, so that every attempt is the same mail.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4">RFC 2046, 5.1.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one-click unsubscribe</a>
 */
final class MailWriter {
    static final int SIZE_BYTES_MAX = 25 * 1024 * 1024;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    /** Visible ASCII without what would end the bracketed URL or the list it stands in; one line can hold it. */
    private static final Pattern LINK = Pattern.compile("https?://[!-;=?-~&&[^,]]{1,900}");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** A boundary has at most 70 characters. */
    private static final int BOUNDARY_ID_MAX = 64;

    private final Sender sender;

    MailWriter(Sender sender) {
        this.sender = sender;
    }

    Letter write(Outgoing message) {
        String id = message.id().text();
        if (!ID.matcher(id).matches()) return unwritable("dispatch id \"" + HeaderText.oneLine(id) + "\"");
        Endpoint to = message.to();
        if (to.channel() != Channel.EMAIL)
            return unwritable("endpoint on channel " + to.channel().word());
        Optional<MailAddress> address = MailAddress.of(to.value());
        if (address.isEmpty()) {
            return unwritable(Rejection.INVALID_ENDPOINT, "address \"" + HeaderText.oneLine(to.value()) + "\"");
        }
        return switch (message.content()) {
            case Content.Titled titled -> unwritable("content without a subject");
            case Content.Plain plain -> unwritable("content without a subject");
            case Content.Email email -> write(message, email, address.get());
        };
    }

    private Letter write(Outgoing message, Content.Email email, MailAddress to) {
        if (email.unsubscribeUrl().filter(url -> !LINK.matcher(url).matches()).isPresent()) {
            return unwritable("unsubscribe URL \""
                    + HeaderText.oneLine(email.unsubscribeUrl().get()) + "\"");
        }
        if (2L * (email.html().length() + (long) email.text().length()) > SIZE_BYTES_MAX) {
            return unwritable("mail of more than " + SIZE_BYTES_MAX / 2 + " characters");
        }
        boolean utf8 = !to.isAscii() || !sender.address().isAscii();
        String messageId = message.id().text() + "@" + sender.address().domain();
        var head = new StringBuilder(1024);
        header(head, "Date", DATE.format(message.at()));
        header(head, "From", sender.header());
        header(head, "To", to.toString());
        header(head, "Message-ID", "<" + messageId + ">");
        header(head, "Subject", HeaderText.encoded(email.subject(), "Subject: ".length()));
        email.unsubscribeUrl().ifPresent(url -> unsubscribe(head, url));
        // RFC 3834: no out-of-office answers. Marketing needs none: a responder leaves mails with List-* headers alone.
        if (message.purpose() == Purpose.TRANSACTIONAL) header(head, "Auto-Submitted", "auto-generated");
        if (message.isTest()) header(head, Outgoing.TEST_HEADER, "1");
        header(head, "MIME-Version", "1.0");
        var out = new ByteArrayOutputStream(
                2048 + email.html().length() + email.text().length());
        parts(head, out, email, boundary(message));
        return new Letter.Written(sender.address(), to, messageId, utf8, Bytes.wrap(out.toByteArray()));
    }

    private static void parts(StringBuilder head, ByteArrayOutputStream out, Content.Email email, String boundary) {
        if (email.html().isBlank()) {
            part(head, out, "plain", email.text());
            return;
        }
        if (email.text().isBlank()) {
            part(head, out, "html", email.html());
            return;
        }
        header(head, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
        head.append("\r\n--").append(boundary).append("\r\n");
        part(head, out, "plain", email.text());
        head.setLength(0);
        head.append("--").append(boundary).append("\r\n");
        part(head, out, "html", email.html());
        ascii(out, "--" + boundary + "--\r\n");
    }

    private static void part(StringBuilder head, ByteArrayOutputStream out, String subtype, String text) {
        BodyText body = BodyText.of(text);
        header(head, "Content-Type", "text/" + subtype + "; charset=utf-8");
        header(head, "Content-Transfer-Encoding", body.encoding());
        head.append("\r\n");
        ascii(out, head);
        out.writeBytes(body.bytes().unsafeArray());
    }

    private static void unsubscribe(StringBuilder head, String url) {
        // A URL cannot be folded, but what stands before it can.
        header(head, "List-Unsubscribe", (url.length() > 58 ? "\r\n <" : "<") + url + ">");
        header(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String boundary(Outgoing message) {
        String id = message.id().text();
        return "=_" + id.substring(0, Math.min(BOUNDARY_ID_MAX, id.length()));
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** ASCII, or UTF-8 where the addresses need SMTPUTF8. */
    private static void ascii(ByteArrayOutputStream out, CharSequence text) {
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Letter unwritable(String what) {
        return unwritable(Rejection.OTHER, what);
    }

    private static Letter unwritable(Rejection reason, String what) {
        return new Letter.Unwritable(new Rejected(reason, "cannot be sent as a mail: " + what));
    }
}
