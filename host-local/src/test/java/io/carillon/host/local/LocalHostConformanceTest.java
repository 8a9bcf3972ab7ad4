package io.carillon.host.local;

import io.carillon.testkit.conformance.HostConformance;
import io.carillon.testkit.conformance.HostUnderTest;
import io.carillon.testkit.conformance.Knobs;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import java.time.Instant;
import java.util.List;

class LocalHostConformanceTest extends HostConformance {

    @Override
    public HostUnderTest start(Knobs knobs, List<ToyKind> kinds, ToyKnowledge knowledge, Instant clock) {
        return new LocalHostUnderTest(knobs, kinds, knowledge, clock);
    }

    /** Each step of each history opens the store anew. */
    @Override
    public int histories() {
        return Integer.getInteger("carillon.histories", 8);
    }
}
