package io.carillon.server.collect;

/** What became of events handed to an {@link Inlet}. */
public enum Taken {
    /** Each is handled, durably: applied, known already, or parked. */
    DONE,
    /** There is no room. Some may have been taken; sent again they are known already. */
    FULL,
    /** Not all were handled in time. They may be yet; sent again they are known already. */
    LATE
}
