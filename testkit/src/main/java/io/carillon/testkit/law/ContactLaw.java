package io.carillon.testkit.law;

/** What must hold of when and how often people are written to. */
enum ContactLaw {
    CAPS_HOLD,
    NOTHING_IS_CAPPED_WHILE_THERE_IS_ROOM,
    NIGHTS_ARE_QUIET,
    NOTHING_WAITS_PAST_THE_NIGHT,
    THE_MORE_IMPORTANT_GOES_FIRST,
    AN_ADDRESS_GETS_ONE_COPY
}
