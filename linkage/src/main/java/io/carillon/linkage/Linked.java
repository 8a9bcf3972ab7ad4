package io.carillon.linkage;

import io.carillon.linkage.cluster.Links;
import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.model.Scorer;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was found: groups of records of one person, and the pairs that speak for them. */
public final class Linked {
    private final List<Row> rows;
    private final Explainer explainer;
    private final List<long[]> pairs;
    private final List<List<Integer>> groups;
    private final int[] groupOf;

    private Linked(List<Row> rows, Explainer explainer, List<long[]> pairs, List<List<Integer>> groups, int[] groupOf) {
        this.rows = rows;
        this.explainer = explainer;
        this.pairs = pairs;
        this.groups = groups;
        this.groupOf = groupOf;
    }

    static Linked of(Table table, Comparer comparer, Scorer scorer, Links links, int[] groupOf) {
        var members = new TreeMap<Integer, List<Integer>>();
        for (int row = 0; row < groupOf.length; row++) {
            members.computeIfAbsent(groupOf[row], any -> new ArrayList<>()).add(row);
        }
        List<List<Integer>> groups =
                members.values().stream().filter(it -> it.size() > 1).toList();
        var pairs = new TreeSet<Long>();
        for (int at = 0; at < links.size(); at++) pairs.add(pair(links.one(at), links.other(at)));
        for (List<Integer> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) pairs.add(pair(group.get(i), group.get(j)));
            }
        }
        return new Linked(
                table.rows(),
                new Explainer(table, comparer, scorer),
                pairs.stream()
                        .map(it -> new long[] {it >>> 32, it & 0xffff_ffffL})
                        .toList(),
                groups,
                groupOf);
    }

    private static long pair(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }

    /** The ids of each group of two or more, in their order. */
    public List<List<String>> groups() {
        return groups.stream()
                .map(group -> group.stream().map(row -> rows.get(row).id()).toList())
                .toList();
    }

    /** Those within a group, and those that are probable enough by themselves; in the order of their ids. */
    public Stream<LinkedPair> pairs() {
        return pairs.stream().map(pair -> {
            int one = (int) pair[0];
            int other = (int) pair[1];
            return explainer.explain(one, other, groupOf[one] == groupOf[other]);
        });
    }

    public int pairCount() {
        return pairs.size();
    }
}
