package io.carillon.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of records of one person. Who is linked to a group must, on the average, fit all of it: a chain of links from one to
 * the next is not enough.
 */
public final class Clustering {
    /** A larger heap of records that hang together is taken apart at stronger links. */
    static final int HEAP_SIZE_MAX = 200;

    /** As much as one pair of records can speak for or against two groups, as a natural logarithm. */
    private static final double SAY_MAX = 8;

    private Clustering() {}

    /** Compares two rows. */
    public interface Odds {
        /** The odds that both are one person's, as a natural logarithm. */
        double of(int one, int other);
    }

    /**
     * The number of the group of each row: that of its lowest row.
     *
     * @param enough odds for two records to be linked, as a natural logarithm
     */
    public static int[] of(int rows, Links links, double enough, Odds odds) {
        int[] group = new int[rows];
        Arrays.setAll(group, row -> row);
        for (List<Integer> heap : heaps(rows, links)) {
            Group.agglomerate(heap, odds, enough, SAY_MAX).forEach(members -> {
                int first = members.stream().min(Integer::compare).orElseThrow();
                for (int member : members) group[member] = first;
            });
        }
        return group;
    }

    private static List<List<Integer>> heaps(int rows, Links links) {
        Sets sets = new Sets(rows);
        for (int at : links.strongestFirst()) sets.join(links.one(at), links.other(at), HEAP_SIZE_MAX);
        List<List<Integer>> heaps = new ArrayList<>();
        int[] place = new int[rows];
        for (int row = 0; row < rows; row++) {
            int root = sets.root(row);
            if (sets.size(root) < 2) continue;
            if (place[root] == 0) {
                heaps.add(new ArrayList<>());
                place[root] = heaps.size();
            }
            heaps.get(place[root] - 1).add(row);
        }
        return heaps;
    }
}
