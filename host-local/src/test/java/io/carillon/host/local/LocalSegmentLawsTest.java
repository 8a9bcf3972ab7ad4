package io.carillon.host.local;

import io.carillon.testkit.law.SegmentLaws;

class LocalSegmentLawsTest extends SegmentLaws {
    LocalSegmentLawsTest() {
        super(new LocalLawHosts());
    }
}
