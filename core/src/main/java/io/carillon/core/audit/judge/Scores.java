package io.carillon.core.audit.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How good it all is in one number, from 0 to 100. */
public final class Scores {
    private static final double FLAT = 0.4;

    private Scores() {}

    /** Each finding takes away a part of what the others leave: more for what matters, and for what concerns more. */
    public static int of(List<Finding> findings) {
        double score = 100;
        for (Finding finding : findings) {
            double share = Math.clamp(reach(finding), 0, 1);
            score *= 1 - finding.severity().weight() * (FLAT + (1 - FLAT) * share) / 100;
        }
        return (int) Math.round(score);
    }

    private static double reach(Finding finding) {
        return switch (finding.kind()) {
            case SOURCE_SILENT, EVENT_VANISHED, VOLUME_SPIKE, UNIT_JUMP, LINKS_REFUSED -> 1;
            case VOLUME_DROP -> 1 - finding.amount().share();
            case EVENT_NEW, EVENT_MISSPELLED -> 0;
            default -> finding.amount().share();
        };
    }

    /** Of each field with a finding, by {@code EVENT|PATH}. Any other has 100. */
    public static SortedMap<String, Integer> ofFields(List<Finding> findings) {
        var byField = new TreeMap<String, List<Finding>>();
        for (Finding finding : findings) {
            if (finding.about().event().isEmpty() || finding.about().field().isEmpty()) continue;
            byField.computeIfAbsent(
                            finding.about().event() + "|" + finding.about().field(), _ -> new ArrayList<>())
                    .add(finding);
        }
        var scores = new TreeMap<String, Integer>();
        byField.forEach((field, of) -> scores.put(field, of(of)));
        return scores;
    }

    /** Of each kind of quality, of which there is a finding; any other has 100. */
    public static SortedMap<Dimension, Integer> ofDimensions(List<Finding> findings) {
        var scores = new TreeMap<Dimension, Integer>();
        for (Dimension dimension : Dimension.values()) {
            scores.put(
                    dimension,
                    of(findings.stream()
                            .filter(it -> it.kind().dimension() == dimension)
                            .toList()));
        }
        return scores;
    }
}
