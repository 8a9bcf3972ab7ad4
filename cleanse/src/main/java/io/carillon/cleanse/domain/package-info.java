/**
 * Names of hosts: in ASCII, and which of them can never be reached from outside.
 *
 * <p>Start at {@link io.carillon.cleanse.domain.DomainNames}. Internationalised names are encoded as IDNA 2008 does (a
 * sharp s stays one). It never asks the network.
 */
@NullMarked
package io.carillon.cleanse.domain;

import org.jspecify.annotations.NullMarked;
