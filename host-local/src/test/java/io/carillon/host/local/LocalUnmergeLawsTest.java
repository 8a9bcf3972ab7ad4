package io.carillon.host.local;

import io.carillon.testkit.law.UnmergeLaws;

class LocalUnmergeLawsTest extends UnmergeLaws {
    LocalUnmergeLawsTest() {
        super(new LocalLawHosts());
    }
}
