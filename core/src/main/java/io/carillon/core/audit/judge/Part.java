package io.carillon.core.audit.judge;

import java.util.ArrayList;
import java.util.List;

/** So many of so many. */
record Part(long count, long of) {
    double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    Part plus(Part other) {
        return new Part(count + other.count, of + other.of);
    }

    static Part sum(List<Part> parts) {
        return parts.stream().reduce(new Part(0, 0), Part::plus);
    }

    /** Days in a row together until there are enough to speak of a share. */
    static List<Part> inGroups(List<Part> days, long least) {
        var groups = new ArrayList<Part>();
        var open = new Part(0, 0);
        for (Part day : days) {
            open = open.plus(day);
            if (open.of < least) continue;
            groups.add(open);
            open = new Part(0, 0);
        }
        return groups;
    }
}
