package io.carillon.bench;

/**
 * What is measured.
 *
 * @see <a href="../../../../../../../docs/performance.md">docs/performance.md</a>
 */
enum Bar {
    BATCHES("batches of 100, through identity, segments, journeys", "events/s", true, "600-1430", 25_000, 100_000),
    SINGLES("single events, the same", "requests/s", true, "320-400", 8_000, 15_000),
    POST_P50("POST at half of own maximum, p50", "ms", false, "", Double.NaN, Double.NaN),
    POST_P99("POST at half of own maximum, p99", "ms", false, "17-85", 10, 5),
    MAIL_P50("event in to message handed to SMTP, idle, p50", "ms", false, "14", 5, 2),
    MAIL_P99("event in to message handed to SMTP, idle, p99", "ms", false, "51", 20, 10),
    BEHIND_P50("the same with 5000 events/s of others, p50", "ms", false, "", Double.NaN, Double.NaN),
    BEHIND_P99("the same with 5000 events/s of others, p99", "ms", false, "500-30000", 100, 30),
    TRIGGERS("sustained triggers, event to mail", "mails/s", true, "34-62", 1_500, 5_000),
    IMPORT("customers from a CSV file, cleansed and committed", "rows/s", true, "", 10_000, 50_000),
    START("start with all people on disk, to ready", "s", false, "1.4-54", 3, 1),
    MEMORY("resident memory, the most under load", "MiB", false, "600-3100", 1_200, 512),
    DISK("disk per event, all in", "bytes", false, "600-1100", 600, 200);

    private final String words;
    private final String unit;
    private final boolean isMoreBetter;
    private final String field;
    private final double atLeast;
    private final double aim;

    Bar(String words, String unit, boolean isMoreBetter, String field, double atLeast, double aim) {
        this.words = words;
        this.unit = unit;
        this.isMoreBetter = isMoreBetter;
        this.field = field;
        this.atLeast = atLeast;
        this.aim = aim;
    }

    String words() {
        return words;
    }

    String unit() {
        return unit;
    }

    /** What other systems of this kind reached on such a machine; empty when it was not measured. */
    String field() {
        return field;
    }

    /** Not a number when there is no bar. */
    double atLeast() {
        return atLeast;
    }

    /** Not a number when there is no bar. */
    double aim() {
        return aim;
    }

    /** How much of the roof a figure is, 1 being as good as the roof. */
    double share(double figure, double roof) {
        return isMoreBetter ? figure / roof : roof / figure;
    }
}
