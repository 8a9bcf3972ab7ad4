package io.carillon.core.identity;

import io.carillon.core.event.Identifier;

/** A message of the identity protocol on its way to one of the two roles. */
public sealed interface IdentitySend {
    record ToIdentifier(Identifier to, IdentifierMessage message) implements IdentitySend {}

    record ToCustomer(CustomerRef to, LinkMessage message) implements IdentitySend {}
}
