package io.carillon.testkit.law;

class SimulatedIdentityLawsTest extends IdentityLaws {
    SimulatedIdentityLawsTest() {
        super(new SimulatedLawHosts());
    }
}
