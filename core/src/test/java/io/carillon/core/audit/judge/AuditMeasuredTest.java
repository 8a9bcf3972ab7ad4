package io.carillon.core.audit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.audit.SourceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Planted defects are found, and clean data raise nothing. {@code -Dcarillon.audit.seeds=300} measures over more shops
 * than the few of every build, and prints what {@code docs/data-quality/audit.md} says.
 */
class AuditMeasuredTest {
    private static final int SEEDS = Integer.getInteger("carillon.audit.seeds", 25);
    private static final long FIRST_SEED = 7_000;

    /** What came of one shop. */
    private record Outcome(List<Finding> clean, Map<String, Boolean> found, int explained, List<String> unexplained) {}

    @Test
    void plantedDefectsAreFoundAndCleanDataRaiseNothing() {
        List<Outcome> outcomes = LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .parallel()
                .mapToObj(AuditMeasuredTest::of)
                .toList();

        long cleanShops = outcomes.stream().filter(it -> it.clean().isEmpty()).count();
        var byDefect = new TreeMap<String, Integer>();
        long planted = 0;
        long found = 0;
        long explained = 0;
        long unexplained = 0;
        for (Outcome outcome : outcomes) {
            for (Map.Entry<String, Boolean> defect : outcome.found().entrySet()) {
                byDefect.merge(defect.getKey(), defect.getValue() ? 1 : 0, Integer::sum);
                planted++;
                found += defect.getValue() ? 1 : 0;
            }
            explained += outcome.explained();
            unexplained += outcome.unexplained().size();
        }
        double precision = (double) explained / (explained + unexplained);
        double recall = (double) found / planted;
        if (SEEDS > 100) {
            System.out.printf(
                    Locale.ROOT,
                    "shops %d, clean without a finding %d, defects %d, recall %.4f, precision %.4f%n",
                    SEEDS,
                    cleanShops,
                    planted,
                    recall,
                    precision);
            outcomes.stream().flatMap(it -> it.unexplained().stream()).limit(12).forEach(System.out::println);
            byDefect.forEach(
                    (name, count) -> System.out.printf(Locale.ROOT, "%-30s %5.1f %%%n", name, 100.0 * count / SEEDS));
        }

        assertThat(recall).as("recall by defect %s", byDefect).isGreaterThanOrEqualTo(0.95);
        assertThat(precision)
                .as(
                        "not explained: %s",
                        outcomes.stream()
                                .flatMap(it -> it.unexplained().stream())
                                .distinct()
                                .limit(12)
                                .toList())
                .isGreaterThanOrEqualTo(0.95);
        assertThat((double) cleanShops / SEEDS)
                .as(
                        "findings in clean data: %s",
                        outcomes.stream()
                                .flatMap(it -> it.clean().stream())
                                .limit(10)
                                .toList())
                .isGreaterThanOrEqualTo(0.99);
    }

    private static Outcome of(long seed) {
        var shop = new ShopWeeks(seed);
        List<SourceDay> past = shop.past();
        double hour = 15 + 8.9 * new SplittableRandom(seed).nextDouble();
        List<Finding> clean = clean(shop, past, hour);
        var found = new TreeMap<String, Boolean>();
        int explained = 0;
        var unexplained = new ArrayList<String>();
        for (Planted planted : Planted.all()) {
            List<Finding> findings = judge(past, shop.day(ShopWeeks.PAST, hour, planted.defect()), hour);
            found.put(planted.name(), findings.stream().anyMatch(planted::isFound));
            for (Finding finding : findings) {
                if (planted.explains(finding)) explained++;
                else unexplained.add(planted.name() + " -> " + finding.key() + ": " + finding.what());
            }
        }
        return new Outcome(clean, found, explained, unexplained);
    }

    /** At any hour, and also while there is no past yet or little. */
    private static List<Finding> clean(ShopWeeks shop, List<SourceDay> past, double hour) {
        var findings = new ArrayList<Finding>();
        for (double at : new double[] {hour, hour - 6, hour - 14.5}) {
            SourceDay today = shop.day(ShopWeeks.PAST, at, new ShopWeeks.Defect() {});
            findings.addAll(judge(past, today, at));
            for (int days : new int[] {0, 3, 8, 15}) {
                findings.addAll(judge(past.subList(past.size() - days, past.size()), today, at));
            }
        }
        return findings;
    }

    private static List<Finding> judge(List<SourceDay> past, SourceDay today, double hour) {
        var days = new ArrayList<>(past);
        days.add(today);
        return Audit.judge(Evidence.of(ShopWeeks.SOURCE, days, ShopWeeks.at(ShopWeeks.PAST, hour)));
    }
}
