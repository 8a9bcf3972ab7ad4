package io.carillon.host.local;

import io.carillon.testkit.law.StormLaws;

class LocalStormLawsTest extends StormLaws {
    LocalStormLawsTest() {
        super(new LocalLawHosts());
    }
}
