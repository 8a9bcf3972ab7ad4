/**
 * The entities: state machines that run the stages in order, each at an address of its own.
 *
 * <p>Start at {@link io.carillon.core.entity.PersonKind}, then {@link io.carillon.core.entity.CustomerSteps}; {@link
 * io.carillon.core.entity.EndpointKind} guards an inbox that several customers may share. Rules and values live in the
 * packages below; here is only who is told what, and when. No I/O, no clock.
 */
@NullMarked
package io.carillon.core.entity;

import org.jspecify.annotations.NullMarked;
