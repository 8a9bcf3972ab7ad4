package io.carillon.cleanse.address;

import java.util.Optional;

/** Which countries and regions words stand for. */
interface Places {
    /** The country of a name or a code, as ISO 3166-1 alpha-2. */
    Optional<String> country(String text);

    /** The region of a name or a code within a country, as ISO 3166-2: {@code US-IL}. */
    Optional<String> region(String country, String text);
}
