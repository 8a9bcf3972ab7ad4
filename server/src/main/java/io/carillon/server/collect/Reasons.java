package io.carillon.server.collect;

import java.util.Arrays;

/** What the codes of reasons mean, for people. */
public final class Reasons {
    private Reasons() {}

    /** Empty text for a code that no call can have today. */
    public static String meaning(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .map(Reason::meaning)
                .findFirst()
                .orElse("");
    }
}
