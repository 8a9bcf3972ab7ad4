package io.carillon.testkit.law;

/** What must come through a merge. */
enum MergeLaw {
    SEGMENTS_ARE_BRUTE_FORCE,
    NOBODY_IS_LISTED_TWICE,
    PROFILES_SURVIVE,
    CONSENTS_SURVIVE,
    ENDPOINTS_SURVIVE,
    RUNS_SURVIVE,
    TIMERS_SURVIVE,
    SENDS_SURVIVE
}
