package io.carillon.testkit.law;

/** What holds of customers who were one and are two again. */
enum UnmergeLaw {
    IDENTIFIERS_ARE_A_REPLAY,
    EVENTS_ARE_A_REPLAY,
    PROFILES_ARE_A_REPLAY,
    CONSENTS_ARE_A_REPLAY,
    SEGMENTS_ARE_A_REPLAY,
    SPLIT_KEYS_ARE_A_REPLAY,
    NOTHING_IS_LEFT_UNDER_WAY
}
