package io.carillon.cleanse.email;

import io.carillon.core.identity.Junk;
import java.util.Locale;

/** Addresses that a team or a machine reads. */
final class RoleAddresses {
    private RoleAddresses() {}

    /** By the words that link nobody in identity, also with a tag: {@code info+de@…}. */
    static boolean covers(EmailAddress address) {
        String local = address.local().toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        return Junk.ROLE_ADDRESSES.contains(plus > 0 ? local.substring(0, plus) : local);
    }
}
