package io.carillon.linkage.model;

import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.compare.Likeness;
import io.carillon.linkage.compare.Pattern;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Pairs of rows drawn by a seed, from which the rates of unrelated pairs are counted. */
public final class Unrelated {
    /** So many pairs show a likeness that one in ten thousand has well enough. */
    private static final int DRAWS = 200_000;

    private final int[] ones;
    private final int[] others;
    private final long[] patterns;

    private Unrelated(int[] ones, int[] others, long[] patterns) {
        this.ones = ones;
        this.others = others;
        this.patterns = patterns;
    }

    public static Unrelated draw(Comparer comparer, int rows, long seed) {
        int draws = rows < 2 ? 0 : DRAWS;
        var random = new SplittableRandom(seed);
        int[] ones = new int[draws];
        int[] others = new int[draws];
        for (int i = 0; i < draws; i++) {
            ones[i] = random.nextInt(rows);
            int other = random.nextInt(rows - 1);
            others[i] = other < ones[i] ? other : other + 1;
        }
        long[] patterns = new long[draws];
        IntStream.range(0, draws).parallel().forEach(i -> patterns[i] = comparer.compare(ones[i], others[i]));
        return new Unrelated(ones, others, patterns);
    }

    /**
     * How often each likeness is found among them.
     *
     * @param personOf pairs of one person are left out
     */
    public Rates rates(Comparer comparer, Frequencies frequencies, int[] personOf) {
        double[][] rates = new double[comparer.size()][Likeness.COUNT];
        for (int i = 0; i < patterns.length; i++) {
            if (personOf[ones[i]] == personOf[others[i]]) continue;
            for (int place = 0; place < rates.length; place++) {
                int level = Pattern.level(patterns[i], place);
                if (level != Pattern.NONE) rates[place][level]++;
            }
        }
        for (int place = 0; place < rates.length; place++) {
            boolean isColumn = place < comparer.columns().size();
            int from = isColumn ? 1 : 0;
            // The frequencies know exactly how often two have the same; what is drawn knows the rest.
            double left = isColumn ? 1 - frequencies.agreeing(place) : 1;
            if (isColumn) rates[place][0] = frequencies.agreeing(place);
            double all = 0;
            for (int level = from; level < Likeness.COUNT; level++) all += rates[place][level] + 0.5;
            for (int level = from; level < Likeness.COUNT; level++) {
                rates[place][level] = left * (rates[place][level] + 0.5) / all;
            }
        }
        return new Rates(rates);
    }
}
