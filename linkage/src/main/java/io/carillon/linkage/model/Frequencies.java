package io.carillon.linkage.model;

import io.carillon.linkage.compare.Forms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many people have a value: agreeing on a rare name says more than on a common one. People are what is taken for one
 * person so far; at first each record is one.
 */
public final class Frequencies {
    private final int[][] counts;
    private final int[] people;
    private final double[] agreeing;

    private Frequencies(int[][] counts, int[] people, double[] agreeing) {
        this.counts = counts;
        this.people = people;
        this.agreeing = agreeing;
    }

    /**
     * Counts people, not rows.
     *
     * @param personOf the number of the person of each row
     */
    public static Frequencies of(List<Forms> columns, int[] personOf) {
        int[][] counts = new int[columns.size()][];
        int[] people = new int[columns.size()];
        double[] agreeing = new double[columns.size()];
        Integer[] order = new Integer[personOf.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (one, other) -> Integer.compare(personOf[one], personOf[other]));
        for (int at = 0; at < counts.length; at++) {
            Forms forms = columns.get(at);
            counts[at] = new int[forms.size()];
            people[at] = count(forms, order, personOf, counts[at]);
            double pairs = 0;
            for (int count : counts[at]) pairs += (double) count * (count - 1);
            double all = (double) people[at] * (people[at] - 1);
            agreeing[at] = (pairs + 1) / (all + 2);
        }
        return new Frequencies(counts, people, agreeing);
    }

    /** One person counts once for each value they have. */
    private static int count(Forms forms, Integer[] order, int[] personOf, int[] counts) {
        int people = 0;
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && personOf[order[i]] != personOf[order[i - 1]]) seen.clear();
            int value = forms.at(order[i]);
            if (value == Forms.MISSING || seen.contains(value)) continue;
            seen.add(value);
            counts[value]++;
            people++;
        }
        return people;
    }

    /** How probable it is that two people have the same value. */
    double agreeing(int column) {
        return agreeing[column];
    }

    /** How probable it is that somebody else has this value too. */
    double of(int column, int value) {
        int others = counts[column][value] - 1;
        double all = Math.max(1, people[column] - 1);
        return others >= 1 ? others / all : Math.min(agreeing[column], 0.5 / all);
    }
}
