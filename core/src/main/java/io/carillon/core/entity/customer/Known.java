package io.carillon.core.entity.customer;

import io.carillon.core.person.Consents;
import io.carillon.core.person.Groups;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Profile;

/**
 * What was said of a customer, by whomever.
 *
 * @param groups accounts they belong to
 * @param preferences how they wish to be reached
 */
public record Known(Profile profile, Consents consents, Groups groups, Preferences preferences) {
    public static final Known NOTHING = new Known(Profile.EMPTY, Consents.NONE, Groups.NONE, Preferences.NONE);

    /** Of somebody who has not been here yet. */
    public static final Known UNMET = NOTHING.with(Consents.UNKNOWN);

    public Known with(Profile other) {
        return new Known(other, consents, groups, preferences);
    }

    public Known with(Consents other) {
        return new Known(profile, other, groups, preferences);
    }

    public Known with(Groups other) {
        return new Known(profile, consents, other, preferences);
    }

    public Known with(Preferences other) {
        return new Known(profile, consents, groups, other);
    }

    public Known merge(Known other) {
        return new Known(
                profile.merge(other.profile),
                consents.merge(other.consents),
                groups.merge(other.groups),
                preferences.merge(other.preferences));
    }
}
