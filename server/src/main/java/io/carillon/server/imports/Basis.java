package io.carillon.server.imports;

/**
 * Why people who were not asked here may be written to.
 *
 * @param ground what the law calls it
 * @param evidence where it is on record; of what they agreed to it must be said
 */
public record Basis(Ground ground, String evidence) {
    private static final int EVIDENCE_LENGTH_MAX = 200;

    /** What the law knows. */
    public enum Ground {
        /** They agreed, elsewhere. */
        EXPLICIT,
        /** They bought, and were told that they can object. */
        CUSTOMER
    }

    public Basis {
        if (evidence.length() > EVIDENCE_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "the evidence of a consent basis has at most %d characters".formatted(EVIDENCE_LENGTH_MAX));
        }
        if (ground == Ground.EXPLICIT && evidence.isBlank()) {
            throw new IllegalArgumentException(
                    "the consent basis explicit needs its evidence; expected e.g. \"explicit: form of the 2024 fair\"");
        }
    }

    /**
     * {@code customer}, {@code explicit: form of the 2024 fair}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Basis of(String text) {
        int colon = text.indexOf(':');
        String word = (colon < 0 ? text : text.substring(0, colon)).strip();
        String evidence = colon < 0 ? "" : text.substring(colon + 1).strip();
        return switch (word) {
            case "explicit" -> new Basis(Ground.EXPLICIT, evidence);
            case "customer" -> new Basis(Ground.CUSTOMER, evidence);
            default ->
                throw new IllegalArgumentException(
                        "consent basis \"%s\" is not known; expected customer, or explicit: EVIDENCE".formatted(word));
        };
    }

    /** As {@link #of} reads it. */
    public String text() {
        String word = ground == Ground.EXPLICIT ? "explicit" : "customer";
        return evidence.isEmpty() ? word : word + ": " + evidence;
    }
}
