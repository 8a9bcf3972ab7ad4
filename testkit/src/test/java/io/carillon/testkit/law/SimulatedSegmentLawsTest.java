package io.carillon.testkit.law;

class SimulatedSegmentLawsTest extends SegmentLaws {
    SimulatedSegmentLawsTest() {
        super(new SimulatedLawHosts());
    }
}
