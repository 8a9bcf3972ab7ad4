/**
 * E-mail by SMTP: writes a mail, hands it to a server once, and says for certain what came of it.
 *
 * <p>Start at {@link io.carillon.channels.email.SmtpProvider}; {@code MailWriter} makes the bytes, {@code
 * SmtpConnection} speaks the protocol, {@code Verdict} reads the server's answers. Never says "not sent" of a mail whose
 * end may have been written.
 */
@NullMarked
package io.carillon.channels.email;

import org.jspecify.annotations.NullMarked;
