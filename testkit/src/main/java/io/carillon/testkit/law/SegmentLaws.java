package io.carillon.testkit.law;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People are in the segments that their whole past says, at every instant. On any host: a host's test class extends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SegmentLaws {
    private static final int WORKSPACES = 2;
    private final List<Trials<SegmentAct, SegmentLaw>> storms;

    protected SegmentLaws(LawHosts hosts) {
        storms = LongStream.range(0, WORKSPACES)
                .mapToObj(seed -> new Trials<>(hosts, new SegmentPlay(seed, seed % 2 == 0), getClass()))
                .toList();
    }

    @Test
    void membersAreThoseOfTheWholePast() {
        storms.forEach(storm -> storm.assertHolds(SegmentLaw.MEMBERS_ARE_THOSE_OF_THE_ORACLE));
    }

    @Test
    void enteringAndLeavingAlternate() {
        storms.forEach(storm -> storm.assertHolds(SegmentLaw.MOVES_ALTERNATE));
    }
}
