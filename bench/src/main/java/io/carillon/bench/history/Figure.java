package io.carillon.bench.history;

import java.util.Locale;

/** What is measured of each way. */
enum Figure {
    EVENTS_PER_SECOND("events/s written"),
    CPU_MICROS("µs of a processor each"),
    BYTES("bytes each on disk"),
    COLD_P50("last 200, cold p50 µs"),
    COLD_P99("p99"),
    WARM_P50("warm p50 µs"),
    WARM_P99("p99"),
    SCANNED("rows/s scanned"),
    ERASE_MILLIS("ms to erase one"),
    ERASE_MEGABYTES("MB written for it"),
    AMPLIFICATION("bytes written per byte of rows");

    private final String words;

    Figure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static String shown(double figure) {
        if (Double.isNaN(figure)) return "?";
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : "%.2f", figure)
                .replace(',', ' ');
    }
}
