package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large numbers were: counts in steps of about a fifth, four from each power of two to the next, so the middle is
 * right to within a tenth. At most {@value #STEPS_MAX} steps; what is beyond counts at the nearest.
 */
public final class Magnitudes {
    static final int STEPS_MAX = 200;
    private static final int PER_DOUBLING = 4;
    private static final int FRACTION_BITS = 50;
    /** Above the smallest exponent of a double, so that steps of positive numbers are positive. */
    private static final int OFFSET = 1_100;

    private final TreeMap<Integer, Long> steps = new TreeMap<>();

    void add(double number) {
        add(step(number), 1);
    }

    private void add(int step, long times) {
        int under = steps.size() < STEPS_MAX || steps.containsKey(step) ? step : nearest(step);
        steps.merge(under, times, Long::sum);
    }

    private int nearest(int step) {
        Integer below = steps.floorKey(step);
        return below == null ? steps.firstKey() : below;
    }

    /** Zero is 0, and what is below zero mirrors what is above. */
    private static int step(double number) {
        double size = Math.abs(number);
        if (size < Double.MIN_NORMAL) return 0;
        long fraction = (Double.doubleToRawLongBits(size) >>> FRACTION_BITS) & (PER_DOUBLING - 1);
        int step = (Math.getExponent(size) + OFFSET) * PER_DOUBLING + (int) fraction;
        return number < 0 ? -step : step;
    }

    /** The middle of a step. */
    private static double middle(int step) {
        if (step == 0) return 0;
        int positive = Math.abs(step);
        double size = Math.scalb(1 + (positive % PER_DOUBLING + 0.5) / PER_DOUBLING, positive / PER_DOUBLING - OFFSET);
        return step < 0 ? -size : size;
    }

    void addAll(Magnitudes other) {
        other.steps.forEach(this::add);
    }

    public long count() {
        long sum = 0;
        for (long count : steps.values()) sum += count;
        return sum;
    }

    /** The number below which a share of all are; 0 when there are none. */
    public double quantile(double share) {
        long before = 0;
        double wanted = share * count();
        for (Map.Entry<Integer, Long> step : steps.entrySet()) {
            before += step.getValue();
            if (before >= wanted) return middle(step.getKey());
        }
        return 0;
    }

    public double median() {
        return quantile(0.5);
    }

    public double least() {
        return steps.isEmpty() ? 0 : middle(steps.firstKey());
    }

    public double most() {
        return steps.isEmpty() ? 0 : middle(steps.lastKey());
    }

    /** How many are below one number or above another. */
    public long outside(double low, double high) {
        long count = 0;
        for (Map.Entry<Integer, Long> step : steps.entrySet()) {
            double at = middle(step.getKey());
            if (at < low || at > high) count += step.getValue();
        }
        return count;
    }

    void write(ByteWriter out) {
        out.map(steps, (step, to) -> to.number(step), (count, to) -> to.count(count));
    }

    static Magnitudes read(ByteReader in) {
        var magnitudes = new Magnitudes();
        SortedMap<Integer, Long> read = in.sortedMap(from -> (int) from.number(), from -> (long) from.count());
        magnitudes.steps.putAll(read);
        return magnitudes;
    }
}
