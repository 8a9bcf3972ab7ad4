/**
 * What every host must hold, as tests: the promises of {@link io.carillon.core.host.Host} on toy entities.
 *
 * <p>A host's module extends {@link io.carillon.testkit.conformance.HostConformance} and says how its host is started,
 * crashed and looked at ({@link io.carillon.testkit.conformance.HostUnderTest}). Nothing here knows any host.
 */
@NullMarked
package io.carillon.testkit.conformance;

import org.jspecify.annotations.NullMarked;
