package io.carillon.server.cleansing;

import io.carillon.core.value.Value;
import java.util.List;

/** What is kept of one value that was sent. */
public sealed interface Kept {
    /** It was in its form already, or there is nothing to say of it. */
    enum AsSent implements Kept {
        AS_SENT
    }

    /**
     * Another value than was sent.
     *
     * @param changes the rules that made it
     */
    record Changed(Value value, List<String> changes) implements Kept {}

    /**
     * It stays as it was sent.
     *
     * @param isUnsure whether it may be right, but can be read in more than one way
     */
    record Refused(String reason, boolean isUnsure) implements Kept {}
}
