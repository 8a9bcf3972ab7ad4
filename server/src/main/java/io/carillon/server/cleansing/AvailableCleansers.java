package io.carillon.server.cleansing;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Kind;
import io.carillon.cleanse.email.EmailCleanser;
import io.carillon.cleanse.money.CurrencyCleanser;
import io.carillon.cleanse.money.MoneyCleanser;
import io.carillon.cleanse.name.NameCleanser;
import io.carillon.cleanse.number.NumberCleanser;
import io.carillon.cleanse.phone.PhoneCleanser;
import io.carillon.cleanse.url.UrlCleanser;
import io.carillon.core.value.Value;
import java.util.List;

/** The cleansers that there are so far. */
public final class AvailableCleansers {
    private AvailableCleansers() {}

    public static Cleanser of(Kind kind) {
        return switch (kind) {
            case EMAIL -> new EmailCleanser();
            case PHONE -> new PhoneCleanser();
            case URL -> new UrlCleanser();
            case NAME -> new NameCleanser();
            case MONEY -> new MoneyCleanser();
            case CURRENCY -> new CurrencyCleanser();
            case NUMBER -> new NumberCleanser();
            default -> (input, _) -> Cleansed.valid(input, Value.of(input), List.of());
        };
    }
}
