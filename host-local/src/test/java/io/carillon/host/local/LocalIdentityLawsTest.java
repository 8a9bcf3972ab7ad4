package io.carillon.host.local;

import io.carillon.testkit.law.IdentityLaws;

class LocalIdentityLawsTest extends IdentityLaws {
    LocalIdentityLawsTest() {
        super(new LocalLawHosts());
    }
}
