package io.carillon.linkage.compare;

import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares rows of a table. Threads may share it. */
public final class Comparer {
    /** What a likeness speaks for one reading of a pair of columns: as they stand, or changed over. */
    private static final List<Double> FOR_READING = List.of(4.0, 3.0, 2.0, 0.5, 0.0);

    private static final double FOR_READING_MISSING = 1;
    /** Columns are read as changed over only when that is clearly better. */
    private static final double CLEARLY = 1;

    private final List<Forms> columns;
    private final List<Comparison> comparisons;
    private final List<Swap> swaps;

    public Comparer(Table table) {
        columns = IntStream.range(0, table.columns().size())
                .mapToObj(at -> Forms.of(table, at))
                .toList();
        comparisons =
                columns.stream().map(it -> Comparisons.of(it.column().kind())).toList();
        List<Swap> found = new ArrayList<>();
        addSwap(found, ColumnKind.FIRST_NAME, ColumnKind.LAST_NAME);
        addSwap(found, ColumnKind.STREET, ColumnKind.ADDRESS_LINE);
        swaps = List.copyOf(found);
    }

    private void addSwap(List<Swap> found, ColumnKind one, ColumnKind other) {
        int first = only(one);
        int second = only(other);
        if (first >= 0 && second >= 0) found.add(new Swap(first, second, columns.size() + found.size() * Swap.PLACES));
    }

    private int only(ColumnKind kind) {
        int[] at = IntStream.range(0, columns.size())
                .filter(it -> columns.get(it).column().kind() == kind)
                .toArray();
        return at.length == 1 ? at[0] : -1;
    }

    public List<Forms> columns() {
        return columns;
    }

    public List<Swap> swaps() {
        return swaps;
    }

    /** How many places a pattern has: one for each column, then those of the swaps. */
    public int size() {
        return columns.size() + swaps.size() * Swap.PLACES;
    }

    /** The {@link Pattern} of two rows; the same whichever comes first. */
    public long compare(int one, int other) {
        long pattern = 0;
        for (int at = 0; at < columns.size(); at++) {
            if (isInSwap(at)) continue;
            pattern = Pattern.with(pattern, at, level(at, one, other));
        }
        for (Swap swap : swaps) pattern |= swapped(swap, one, other);
        return pattern;
    }

    private boolean isInSwap(int at) {
        for (Swap swap : swaps) {
            if (swap.first() == at || swap.second() == at) return true;
        }
        return false;
    }

    private long swapped(Swap swap, int one, int other) {
        int first = level(swap.first(), one, other);
        int second = level(swap.second(), one, other);
        double straight = forReading(first) + forReading(second);
        if (straight < 2 * FOR_READING.getFirst() - CLEARLY) {
            int across = across(swap, one, other);
            int back = across(swap, other, one);
            if (forReading(across) + forReading(back) > straight + CLEARLY) {
                long pattern = Pattern.with(0, swap.at(), Likeness.ALIKE.level());
                pattern = Pattern.with(pattern, swap.first(), Pattern.NONE);
                pattern = Pattern.with(pattern, swap.second(), Pattern.NONE);
                // The greater likeness stands first, so that the pattern is the same from both sides.
                pattern = Pattern.with(pattern, swap.best(), Math.min(across, back));
                return Pattern.with(pattern, swap.rest(), Math.max(across, back));
            }
        }
        long pattern = Pattern.with(0, swap.at(), Likeness.SAME.level());
        pattern = Pattern.with(pattern, swap.first(), first);
        pattern = Pattern.with(pattern, swap.second(), second);
        pattern = Pattern.with(pattern, swap.best(), Pattern.NONE);
        return Pattern.with(pattern, swap.rest(), Pattern.NONE);
    }

    private static double forReading(int level) {
        return level == Pattern.NONE ? FOR_READING_MISSING : FOR_READING.get(level);
    }

    private int level(int column, int one, int other) {
        Forms forms = columns.get(column);
        int left = forms.at(one);
        int right = forms.at(other);
        if (left < 0 || right < 0) return Pattern.NONE;
        if (left == right) return Likeness.SAME.level();
        return comparisons.get(column).of(forms.form(left), forms.form(right)).level();
    }

    /** How like the first column of the one is to the second of the other. */
    private int across(Swap swap, int one, int other) {
        Forms first = columns.get(swap.first());
        Forms second = columns.get(swap.second());
        int left = first.at(one);
        int right = second.at(other);
        if (left < 0 || right < 0) return Pattern.NONE;
        return Comparisons.text(first.form(left), second.form(right)).level();
    }
}
