package io.carillon.core.event;

import java.util.Locale;

/** The calls of the Segment tracking protocol. */
public enum EventType {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    /** As the protocol writes it: {@code track}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
