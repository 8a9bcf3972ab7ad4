package io.carillon.host.local;

import io.carillon.testkit.law.MergeLaws;

class LocalMergeLawsTest extends MergeLaws {
    LocalMergeLawsTest() {
        super(new LocalLawHosts());
    }
}
