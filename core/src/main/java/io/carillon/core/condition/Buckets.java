package io.carillon.core.condition;

import io.carillon.core.person.SplitKey;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Random numbers of people: each person's is fixed, all are equally likely, and no two salts have to do with each other. */
public final class Buckets {
    private static final int HASH_DIGITS = 12;
    private static final BigInteger PARTS = BigInteger.valueOf(1_000_000);

    private Buckets() {}

    /** From 0 to 99.9999. */
    public static BigDecimal numberOf(String salt, SplitKey key) {
        String digits = Canonical.hash(salt + "\n" + key.value()).substring(0, HASH_DIGITS);
        BigInteger part = new BigInteger(digits, 16).multiply(PARTS).shiftRight(4 * HASH_DIGITS);
        return new BigDecimal(part, 4);
    }
}
