package io.carillon.testkit.law;

class SimulatedStormLawsTest extends StormLaws {
    SimulatedStormLawsTest() {
        super(new SimulatedLawHosts());
    }
}
