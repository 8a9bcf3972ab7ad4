/**
 * An SMTP server that swallows mails: for tests, the demo and the load generator.
 *
 * <p>Start at {@link io.carillon.testkit.smtp.SmtpSink}. It speaks the real protocol over real sockets, takes thousands
 * of mails a second in bounded memory, and tells what it took, how often and for whom. It never delivers anything.
 */
@NullMarked
package io.carillon.testkit.smtp;

import org.jspecify.annotations.NullMarked;
