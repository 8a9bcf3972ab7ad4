package io.carillon.linkage.block;

import io.carillon.linkage.compare.Forms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds candidates: rows that share a rare code, or two codes of different columns. Near linear in the rows: no block is
 * larger than {@link #BLOCK_SIZE_MAX}, a key gives at most {@link #KEY_PAIRS_PER_ROW} pairs a row, all keys together a number
 * that the caller says.
 */
public final class Blocking {
    public static final int BLOCK_SIZE_MAX = 100;
    public static final int KEY_PAIRS_PER_ROW = 10;
    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private final List<Forms> columns;
    private final int rows;

    public Blocking(List<Forms> columns) {
        this.columns = columns;
        rows = columns.isEmpty() ? 0 : columns.getFirst().rows();
    }

    /**
     * The pairs of rows that share a key.
     *
     * @param pairsMax of all keys together; the keys that ask for the fewest pairs come first
     */
    public Candidates candidates(long pairsMax) {
        List<Key> keys = keys(Code.of(columns));
        List<Cost> costs = new ArrayList<>();
        for (Key key : keys) costs.add(cost(key));
        costs.sort(Comparator.comparingLong(Cost::pairs));
        Pairs pairs = new Pairs();
        List<String> used = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        long left = pairsMax;
        for (Cost cost : costs) {
            if (cost.pairs() == 0) continue;
            if (cost.pairs() > left) {
                unused.add(cost.key().words());
                continue;
            }
            left -= cost.pairs();
            used.add(cost.key().words());
            blocks(cost.key(), (entries, from, to) -> addAll(pairs, entries, from, to, cost.blockSizeMax()));
        }
        long skipped = costs.stream().mapToLong(Cost::skipped).sum();
        return new Candidates(pairs.settle(), used, unused, skipped);
    }

    private record Key(List<Code> codes) {
        String words() {
            return String.join(" + ", codes.stream().map(Code::words).toList());
        }
    }

    /** @param skipped blocks that are larger than the limit */
    private record Cost(Key key, int blockSizeMax, long pairs, long skipped) {}

    private interface Blocks {
        void block(long[] entries, int from, int to);
    }

    private static List<Key> keys(List<Code> codes) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            keys.add(new Key(List.of(codes.get(i))));
            for (int j = i + 1; j < codes.size(); j++) {
                Set<Integer> shared = new HashSet<>(codes.get(i).columns());
                shared.retainAll(codes.get(j).columns());
                if (shared.isEmpty()) keys.add(new Key(List.of(codes.get(i), codes.get(j))));
            }
        }
        return keys;
    }

    private Cost cost(Key key) {
        long[] bySize = new long[BLOCK_SIZE_MAX + 2];
        blocks(key, (entries, from, to) -> bySize[Math.min(to - from, BLOCK_SIZE_MAX + 1)]++);
        long pairs = 0;
        int size = 2;
        for (; size <= BLOCK_SIZE_MAX; size++) {
            long more = bySize[size] * size * (size - 1) / 2;
            if (pairs + more > (long) KEY_PAIRS_PER_ROW * rows) break;
            pairs += more;
        }
        long skipped = 0;
        for (int larger = size; larger < bySize.length; larger++) skipped += bySize[larger];
        return new Cost(key, size - 1, pairs, skipped);
    }

    private void blocks(Key key, Blocks sink) {
        long[] entries = new long[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            long[] numbers = numbers(key, row);
            for (long number : numbers) {
                if (size == entries.length) entries = Arrays.copyOf(entries, entries.length * 2);
                entries[size++] = (number << ROW_BITS) | row;
            }
        }
        Arrays.parallelSort(entries, 0, size);
        int from = 0;
        for (int at = 1; at <= size; at++) {
            if (at < size && entries[at] >>> ROW_BITS == entries[from] >>> ROW_BITS) continue;
            if (at - from > 1) sink.block(entries, from, at);
            from = at;
        }
    }

    private static long[] numbers(Key key, int row) {
        long[] numbers = {0};
        boolean isFirst = true;
        for (Code code : key.codes()) {
            long[] next = new long[numbers.length * code.sources().size()];
            int size = 0;
            for (long number : numbers) {
                for (Code.Source source : code.sources()) {
                    long other = source.of(row);
                    if (other != 0) next[size++] = isFirst ? other : Code.mix(number * 31 + other);
                }
            }
            numbers = Arrays.copyOf(next, size);
            isFirst = false;
        }
        return numbers;
    }

    private static void addAll(Pairs pairs, long[] entries, int from, int to, int sizeMax) {
        if (to - from > sizeMax) return;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                int one = (int) (entries[i] & ROW_MASK);
                int other = (int) (entries[j] & ROW_MASK);
                if (one != other) pairs.add(one, other);
            }
        }
    }
}
