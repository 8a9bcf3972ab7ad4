package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Failing;
import io.carillon.testkit.property.Law;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.property.Shrinker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays histories of many seeds, once for all laws of a suite: {@link #assertHolds} then asks for one law. A failing history
 * is shrunk, alone on a host, and printed with the command that runs it again.
 *
 * @param <A> what happens in a history
 * @param <L> the laws
 */
final class Trials<A, L extends Enum<L>> {
    private final LawHosts hosts;
    private final Play<A, L> play;
    private final String suite;
    private final List<Long> seeds;
    private final Map<Long, Findings<L>> played = new LinkedHashMap<>();

    /**
     * Nothing is played yet.
     *
     * @param suite the test class that asks
     */
    Trials(LawHosts hosts, Play<A, L> play, Class<?> suite) {
        // The name of the play, so that all hosts are given the same histories.
        this(
                hosts,
                play,
                suite,
                Seeds.of(play.toString(), Seeds.DEFAULT_COUNT).boxed().toList());
    }

    Trials(LawHosts hosts, Play<A, L> play, Class<?> suite, List<Long> seeds) {
        this.seeds = seeds;
        this.hosts = hosts;
        this.play = play;
        this.suite = suite.getSimpleName();
    }

    /** Plays all seeds unless that was done. */
    void assertHolds(L law) {
        if (played.isEmpty()) playAll();
        played.forEach((seed, findings) -> findings.of(law).ifPresent(said -> {
            throw report(law, seed, said);
        }));
    }

    private void playAll() {
        for (int from = 0; from < seeds.size(); from += hosts.together()) {
            var histories = new LinkedHashMap<Long, List<Timed<A>>>();
            for (long seed : seeds.subList(from, Math.min(seeds.size(), from + hosts.together()))) {
                histories.put(seed, play.history(new Chance(seed)));
            }
            played.putAll(play(histories));
        }
    }

    private Map<Long, Findings<L>> play(Map<Long, List<Timed<A>>> histories) {
        long first = histories.keySet().iterator().next();
        var lives = new LinkedHashMap<Long, Life<A, L>>();
        try (var stage = new Stage(hosts, play, first)) {
            var chance = new Chance(first);
            int number = 0;
            for (long seed : histories.keySet()) {
                lives.put(seed, play.begin(stage, new Space(number++), new Chance(seed + 1)));
            }
            new Performance<>(stage, play, List.copyOf(lives.values()), chance).of(List.copyOf(histories.values()));
            var findings = new LinkedHashMap<Long, Findings<L>>();
            lives.forEach((seed, life) -> findings.put(seed, life.findings()));
            return findings;
        }
    }

    private AssertionError report(L law, long seed, String said) {
        List<Timed<A>> history = play.history(new Chance(seed));
        Law<List<Timed<A>>> alone = (smaller, _) -> {
            Optional<String> found = Optional.ofNullable(
                            play(Map.of(seed, smaller)).get(seed))
                    .orElseThrow()
                    .of(law);
            if (found.isPresent()) throw new AssertionError(law + ": " + found.get());
        };
        return Failing.of(history, seed, alone)
                .map(failing -> failing.smallest(seed, Shrinker.lists(), alone).report(seed, suite))
                .orElseGet(() -> new Failing<>(
                                new ArrayList<>(history),
                                new AssertionError("in the company of others only, %s: %s".formatted(law, said)))
                        .report(seed, suite));
    }
}
