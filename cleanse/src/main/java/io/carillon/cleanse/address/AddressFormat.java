package io.carillon.cleanse.address;

import java.util.Optional;

/** How one country, or a few alike, write an address. */
interface AddressFormat {
    /**
     * Reads an address whose country is known and no longer among its words.
     *
     * @return nothing when too little of it is understood
     */
    Optional<Draft> read(Words words, String country);
}
