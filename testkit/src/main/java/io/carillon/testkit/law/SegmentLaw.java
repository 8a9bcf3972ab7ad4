package io.carillon.testkit.law;

/** What holds of segments, whatever happens. */
enum SegmentLaw {
    /** The table of members, and what a customer knows of themselves, are what the whole past says. */
    MEMBERS_ARE_THOSE_OF_THE_ORACLE,
    /** Of each customer and segment, entering and leaving alternate in the history, and the last says what is. */
    MOVES_ALTERNATE
}
