package io.carillon.testkit.law;

class SimulatedContactLawsTest extends ContactLaws {
    SimulatedContactLawsTest() {
        super(new SimulatedLawHosts());
    }
}
