package io.carillon.channels.email;

import io.carillon.core.codec.Bytes;
import io.carillon.core.message.SendOutcome;

/** A message made ready for the wire, or the reason why it cannot be. */
sealed interface Letter {
    /**
     * A mail and its envelope.
     *
     * @param messageId without angle brackets; the same for every attempt
     * @param utf8 the server must offer SMTPUTF8
     * @param bytes the mail, its lines ended by CRLF, dots not yet doubled
     */
    record Written(MailAddress from, MailAddress to, String messageId, boolean utf8, Bytes bytes) implements Letter {}

    /** Refused before anybody was asked. */
    record Unwritable(SendOutcome.Rejected rejected) implements Letter {}
}
