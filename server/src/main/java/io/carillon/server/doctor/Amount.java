package io.carillon.server.doctor;

import java.util.Locale;

/** Amounts for people. */
public final class Amount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Amount() {}

    /** {@code 12.3 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) return bytes + " bytes";
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
