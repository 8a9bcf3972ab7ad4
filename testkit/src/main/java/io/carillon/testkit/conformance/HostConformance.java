package io.carillon.testkit.conformance;

/**
 * The suite that every host passes: a host's test class extends it and implements {@link #start}. The tests stand in the
 * interfaces, by subject.
 */
public abstract class HostConformance
        implements OrderPromises,
                LanePromises,
                DurabilityPromises,
                AnswerPromises,
                WakeUpPromises,
                ParkingPromises,
                LimitPromises,
                TablePromises,
                HistoryLaws,
                FloodLaws {}
