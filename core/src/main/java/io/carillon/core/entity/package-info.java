/**
 * The entities: state machines that run the stages in order, each at an address of its own.
 *
 * <p>Here is the person's: start at {@link io.carillon.core.entity.PersonKind}, then {@link
 * io.carillon.core.entity.CustomerSteps}, which hands each message to its stage: identify ({@link
 * io.carillon.core.entity.Linkage}, {@link io.carillon.core.entity.Merging}) and profile ({@link
 * io.carillon.core.entity.Happenings}, {@link io.carillon.core.entity.Choices}) here, the others in the packages {@code
 * segment decide journey deliver} below. {@code endpoint webhook quality quarantine backfill retention duplicate workspace} are entities of their
 * own. Rules and values live in core's other packages; here is only who is told what, and when. No I/O, no clock.
 */
@NullMarked
package io.carillon.core.entity;

import org.jspecify.annotations.NullMarked;
