package io.carillon.testkit.law;

class SimulatedMergeLawsTest extends MergeLaws {
    SimulatedMergeLawsTest() {
        super(new SimulatedLawHosts());
    }
}
