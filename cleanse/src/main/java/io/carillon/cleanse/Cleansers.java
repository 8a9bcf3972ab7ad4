package io.carillon.cleanse;

import io.carillon.cleanse.address.AddressCleanser;
import io.carillon.cleanse.choice.BooleanCleanser;
import io.carillon.cleanse.choice.GenderCleanser;
import io.carillon.cleanse.date.DateCleanser;
import io.carillon.cleanse.email.EmailCleanser;
import io.carillon.cleanse.money.CurrencyCleanser;
import io.carillon.cleanse.money.MoneyCleanser;
import io.carillon.cleanse.name.NameCleanser;
import io.carillon.cleanse.number.NumberCleanser;
import io.carillon.cleanse.phone.PhoneCleanser;
import io.carillon.cleanse.place.CountryCleanser;
import io.carillon.cleanse.place.LanguageCleanser;
import io.carillon.cleanse.place.RegionCleanser;
import io.carillon.cleanse.place.TimezoneCleanser;
import io.carillon.cleanse.url.UrlCleanser;

/** The cleanser of each kind. */
public final class Cleansers {
    private Cleansers() {}

    public static Cleanser of(Kind kind) {
        return switch (kind) {
            case NAME -> new NameCleanser();
            case EMAIL -> new EmailCleanser();
            case PHONE -> new PhoneCleanser();
            case COUNTRY -> new CountryCleanser();
            case REGION -> new RegionCleanser();
            case LANGUAGE -> new LanguageCleanser();
            case CURRENCY -> new CurrencyCleanser();
            case MONEY -> new MoneyCleanser();
            case DATE -> new DateCleanser();
            case ADDRESS -> new AddressCleanser();
            case GENDER -> new GenderCleanser();
            case BOOLEAN -> new BooleanCleanser();
            case URL -> new UrlCleanser();
            case NUMBER -> new NumberCleanser();
            case TIMEZONE -> new TimezoneCleanser();
        };
    }
}
