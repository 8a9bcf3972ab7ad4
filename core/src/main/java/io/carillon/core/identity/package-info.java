/**
 * Who is this? Identifiers change owner, customers merge; the rules of both, as pure functions.
 *
 * <p>An address has two roles. {@link io.carillon.core.identity.IdentifierRole} says who owns the identifier now; {@link
 * io.carillon.core.identity.Links} is the identity part of a customer born there. What moves between people is ownership;
 * what merges is customers, always towards the stronger birth address, so there are no cycles. Nothing here knows what a
 * customer holds besides.
 */
@NullMarked
package io.carillon.core.identity;

import org.jspecify.annotations.NullMarked;
