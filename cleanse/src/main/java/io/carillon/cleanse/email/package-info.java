/**
 * E-mail addresses: what can be written to, whose domain it is, and which two are one mailbox.
 *
 * <p>Start at {@link io.carillon.cleanse.email.EmailCleanser}; the grammar of RFC 5322 and 6532 is in AddressGrammar,
 * facts on providers in Providers and Typos. {@link io.carillon.cleanse.email.EmailAddresses} is the form that
 * identifies. It never asks a mail server, and never corrects a spelling by itself.
 */
@NullMarked
package io.carillon.cleanse.email;

import org.jspecify.annotations.NullMarked;
