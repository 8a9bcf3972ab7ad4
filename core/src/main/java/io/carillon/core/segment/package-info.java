/**
 * Segments: which groups a person is in now.
 *
 * <p>Start at {@link io.carillon.core.segment.SegmentDefinition}. Membership is what the condition says at an instant;
 * nothing here stores it.
 */
@NullMarked
package io.carillon.core.segment;

import org.jspecify.annotations.NullMarked;
