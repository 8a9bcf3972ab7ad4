package io.carillon.server.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws series of numbers. Shapes are stretched to the room there is; the words around them are not. */
final class Chart {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 240;
    private static final int SPARK_WIDTH = 120;
    private static final int SPARK_HEIGHT = 32;

    private Chart() {}

    /**
     * One line of numbers over the same times as the others.
     *
     * @param colour of the eight of the style sheet
     */
    record Series(String name, int colour, List<Long> values) {}

    /** A line as small as a word, without axes. */
    static Html spark(String label, List<Double> values) {
        return spark(label, 0, values);
    }

    /** The same in one of the eight colours. */
    static Html spark(String label, int colour, List<Double> values) {
        if (values.size() < 2)
            return Html.of("<svg class=\"spark\" viewBox=\"0 0 120 32\" aria-hidden=\"true\"></svg>");
        double max = Math.max(1e-9, Collections.max(values));
        var line = new StringBuilder();
        for (int index = 0; index < values.size(); index++) {
            double x = SPARK_WIDTH * (double) index / (values.size() - 1);
            double y = SPARK_HEIGHT - 2 - values.get(index) / max * (SPARK_HEIGHT - 5);
            line.append(index == 0 ? "M" : "L").append(point(x, y));
        }
        return Html.of("""
                <svg class="spark c{}" viewBox="0 0 120 32" preserveAspectRatio="none" role="img" aria-label="{}">\
                <path class="area" d="{}L120 32L0 32Z"/><path class="line" d="{}"/></svg>""", text(colour), label, line, line);
    }

    /** Each series from the ground, one before the other: sizes that overlap are not added up. */
    static Html lines(String label, List<String> times, List<Series> all) {
        long max = top(all.stream()
                .flatMap(series -> series.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
        var shapes = new ArrayList<Html>();
        for (Series series : all) {
            String line = path(series.values(), max);
            shapes.add(Html.of(
                    "<path class=\"area c{}\" d=\"{}L1000 240L0 240Z\"/><path class=\"line c{}\" d=\"{}\"><title>{}</title></path>",
                    text(series.colour()),
                    line,
                    text(series.colour()),
                    line,
                    series.name()));
        }
        return plot(label, times, max, shapes);
    }

    /** Each series on top of the one before: parts of a whole. */
    static Html stacked(String label, List<String> times, List<Series> all) {
        List<Long> below = new ArrayList<>(Collections.nCopies(times.size(), 0L));
        var edges = new ArrayList<List<Long>>();
        edges.add(List.copyOf(below));
        for (Series series : all) {
            for (int at = 0; at < below.size(); at++)
                below.set(at, below.get(at) + series.values().get(at));
            edges.add(List.copyOf(below));
        }
        long max = top(below.stream().mapToLong(Long::longValue).max().orElse(0));
        var shapes = new ArrayList<Html>();
        for (int index = 0; index < all.size(); index++) {
            String upper = path(edges.get(index + 1), max);
            String lower = path(edges.get(index).reversed(), max, true).replaceFirst("M", "L");
            shapes.add(Html.of(
                    "<path class=\"layer c{}\" d=\"{}{}Z\"><title>{}</title></path>",
                    text(all.get(index).colour()),
                    upper,
                    lower,
                    all.get(index).name()));
        }
        return plot(label, times, max, shapes);
    }

    /** Which colour means what. */
    static Html keys(List<Series> all) {
        return Html.of(
                "<ul class=\"keys\">{}</ul>",
                Html.join(all.stream()
                        .map(series -> Html.of(
                                "<li><span class=\"swatch c{}\"></span>{}</li>",
                                text(series.colour()),
                                series.name()))));
    }

    /** A bar for each number. */
    static Html bars(String label, List<String> times, List<Long> values) {
        long max = top(values.stream().mapToLong(Long::longValue).max().orElse(0));
        double width = (double) WIDTH / Math.max(1, values.size());
        var shapes = new ArrayList<Html>();
        for (int index = 0; index < values.size(); index++) {
            double height = (double) values.get(index) / max * HEIGHT;
            shapes.add(Html.of(
                    "<rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}: {}</title></rect>",
                    decimal(index * width + width * 0.1),
                    decimal(HEIGHT - height),
                    decimal(width * 0.8),
                    decimal(height),
                    times.get(index),
                    values.get(index)));
        }
        return plot(label, times, max, shapes);
    }

    private static Html plot(String label, List<String> times, long max, List<Html> shapes) {
        Html grid = Html.join(
                IntStream.of(0, 120, 240).mapToObj(y -> Html.of("<path class=\"grid\" d=\"M0 {}H1000\"/>", text(y))));
        return Html.of("""
                <div class="plot"><svg viewBox="0 0 1000 240" preserveAspectRatio="none" role="img" aria-label="{}">{}{}</svg>
                <span class="tick most">{}</span><span class="tick middle">{}</span><span class="tick ground">0</span></div>
                <div class="axis">{}</div>""", label, grid, Html.join(shapes.stream()), max, max / 2, axis(times));
    }

    private static Html axis(List<String> times) {
        if (times.isEmpty()) return Html.NONE;
        int last = times.size() - 1;
        return Html.join(IntStream.of(0, last / 3, last * 2 / 3, last)
                .distinct()
                .mapToObj(at -> Html.of("<span>{}</span>", times.get(at))));
    }

    private static String path(List<Long> values, long max) {
        return path(values, max, false);
    }

    private static String path(List<Long> values, long max, boolean isBackwards) {
        var path = new StringBuilder();
        int steps = Math.max(1, values.size() - 1);
        for (int index = 0; index < values.size(); index++) {
            double along = (double) WIDTH * index / steps;
            double x = isBackwards ? WIDTH - along : along;
            path.append(index == 0 ? "M" : "L").append(point(x, HEIGHT - (double) values.get(index) / max * HEIGHT));
        }
        // One moment alone is drawn as if it had always been so.
        if (values.size() == 1) path.append("H").append(isBackwards ? 0 : WIDTH);
        return path.toString();
    }

    /** The round number above: 1, 2 or 5 and zeros. */
    static long top(long max) {
        long power = 1;
        while (true) {
            for (long times : new long[] {2, 4, 6, 10}) {
                if (power * times >= max) return power * times;
            }
            power *= 10;
        }
    }

    private static String point(double x, double y) {
        return decimal(x) + " " + decimal(y);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
