/**
 * Where somebody is, and what they speak: country, region, language and time zone in the codes of their standards.
 *
 * <p>Start at {@link io.carillon.cleanse.place.CountryCleanser}. Names come from the JDK's tables in the languages of
 * {@link io.carillon.cleanse.word.Tongues}, codes and what else people write from lists beside the classes. A name that
 * could be two places is not valid unless the hints settle it; borders are not judged.
 */
@NullMarked
package io.carillon.cleanse.place;

import org.jspecify.annotations.NullMarked;
