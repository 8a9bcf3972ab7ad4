/**
 * What came in and could not be used, by source and reason, with an example each.
 *
 * <p>Start at {@link io.carillon.core.entity.quality.QualityKind}.
 */
@NullMarked
package io.carillon.core.entity.quality;

import org.jspecify.annotations.NullMarked;
