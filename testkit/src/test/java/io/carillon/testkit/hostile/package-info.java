/**
 * What {@code core} reads from outside, read from hostile hands: definitions, templates, HTML, links.
 *
 * <p>Start at any of the tests; the inputs come from the package of the same name beside it. Findings stay as tests with a
 * name of their own, near what they broke. Nothing here needs a host.
 */
@NullMarked
package io.carillon.testkit.hostile;

import org.jspecify.annotations.NullMarked;
