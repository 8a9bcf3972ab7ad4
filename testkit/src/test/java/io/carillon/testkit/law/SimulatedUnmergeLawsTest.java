package io.carillon.testkit.law;

class SimulatedUnmergeLawsTest extends UnmergeLaws {
    SimulatedUnmergeLawsTest() {
        super(new SimulatedLawHosts());
    }
}
