package io.carillon.host.local;

import io.carillon.testkit.law.ContactLaws;

class LocalContactLawsTest extends ContactLaws {
    LocalContactLawsTest() {
        super(new LocalLawHosts());
    }
}
