package io.carillon.linkage.cluster;

import java.util.ArrayList;
import java.util.List;

/** Records that are taken for one person's, while groups are being put together. */
final class Group {
    private Group() {}

    /** Joins the two groups that fit best on the average, as long as that is well. */
    static List<List<Integer>> agglomerate(List<Integer> heap, Clustering.Odds odds, double enough, double sayMax) {
        int size = heap.size();
        double[][] sums = new double[size][size];
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            groups.add(new ArrayList<>(List.of(heap.get(i))));
            for (int j = 0; j < i; j++) {
                double said = Math.clamp(odds.of(heap.get(j), heap.get(i)), -sayMax, sayMax);
                sums[i][j] = said;
                sums[j][i] = said;
            }
        }
        while (true) {
            int one = -1;
            int other = -1;
            double best = 0;
            for (int i = 0; i < size; i++) {
                if (groups.get(i).isEmpty()) continue;
                for (int j = 0; j < i; j++) {
                    if (groups.get(j).isEmpty()) continue;
                    double average = sums[i][j]
                            / (groups.get(i).size() * (double) groups.get(j).size());
                    double needed = groups.get(i).size() == 1 && groups.get(j).size() == 1 ? enough : 0;
                    if (average < needed || average <= best) continue;
                    best = average;
                    one = j;
                    other = i;
                }
            }
            if (one < 0) return groups.stream().filter(it -> it.size() > 1).toList();
            groups.get(one).addAll(groups.get(other));
            groups.get(other).clear();
            for (int k = 0; k < size; k++) {
                sums[one][k] += sums[other][k];
                sums[k][one] = sums[one][k];
            }
        }
    }
}
