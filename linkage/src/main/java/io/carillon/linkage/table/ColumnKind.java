package io.carillon.linkage.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column holds, and so how its values are compared. */
public enum ColumnKind {
    /** First and last name in one. It is taken apart before it is compared. */
    NAME,
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    PHONE,
    DATE,
    /** A whole postal address in one. */
    ADDRESS,
    STREET,
    /** What stands beside the street: a building, an estate, a second line. */
    ADDRESS_LINE,
    HOUSE_NUMBER,
    CITY,
    POSTAL_CODE,
    REGION,
    COUNTRY,
    /** A number or code that somebody gave the person: social security, membership, passport. */
    IDENTIFIER,
    GENDER,
    /** An amount: near is alike. */
    NUMBER,
    TEXT,
    /** Names the record; not compared. */
    ID,
    /** Not compared. */
    IGNORE;

    /** As the command line says it: {@code house-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ColumnKind> ofWord(String word) {
        String wanted = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(wanted))
                .findFirst();
    }

    public boolean isCompared() {
        return this != ID && this != IGNORE;
    }

    /** Where somebody lives: what people of one household share. */
    public boolean isPlace() {
        return switch (this) {
            case ADDRESS, STREET, ADDRESS_LINE, HOUSE_NUMBER, CITY, POSTAL_CODE, REGION, COUNTRY -> true;
            default -> false;
        };
    }
}
