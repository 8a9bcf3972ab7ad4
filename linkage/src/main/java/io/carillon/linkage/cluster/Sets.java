package io.carillon.linkage.cluster;

import java.util.Arrays;

/** Numbers in sets that are joined. */
final class Sets {
    private final int[] parents;
    private final int[] sizes;

    Sets(int size) {
        parents = new int[size];
        sizes = new int[size];
        Arrays.setAll(parents, at -> at);
        Arrays.fill(sizes, 1);
    }

    int root(int at) {
        int root = at;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    int size(int root) {
        return sizes[root];
    }

    /** Unless the set would become larger than that. */
    void join(int one, int other, int sizeMax) {
        int left = root(one);
        int right = root(other);
        if (left == right || sizes[left] + sizes[right] > sizeMax) return;
        int root = Math.min(left, right);
        int child = Math.max(left, right);
        parents[child] = root;
        sizes[root] += sizes[child];
    }
}
