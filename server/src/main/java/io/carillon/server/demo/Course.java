package io.carillon.server.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The way it went so far, at few enough moments to draw. */
final class Course {
    private static final int POINTS_MAX = 180;
    /** From then on days tell moments apart. */
    private static final Duration DAYS = Duration.ofDays(3);
    /** A layer each, from the ground, in these colours. */
    private static final List<Layer> LAYERS = List.of(
            new Layer("sent", 1),
            new Layer("withheld", 2),
            new Layer("lapsed", 6),
            new Layer("queued", 4),
            new Layer("claimed", 7),
            new Layer("rejected", 3),
            new Layer("uncertain", 5),
            new Layer("dead", 0));

    private record Layer(String status, int colour) {}

    private final List<Sample> samples;

    /** @param now what is so at this moment: the end of every line */
    Course(List<Sample> all, Sample now) {
        var thinned = new ArrayList<Sample>();
        int every = all.size() / POINTS_MAX + 1;
        for (int index = 0; index < all.size(); index += every) {
            if (all.get(index).at().isBefore(now.at())) thinned.add(all.get(index));
        }
        thinned.add(now);
        samples = List.copyOf(thinned);
    }

    /** Whether there is a line to draw. */
    boolean isDrawn() {
        return samples.size() > 1;
    }

    List<String> times() {
        Duration all =
                Duration.between(samples.getFirst().at(), samples.getLast().at());
        return samples.stream()
                .map(sample -> all.compareTo(DAYS) > 0 ? Markup.shortDay(sample.at()) : Markup.time(sample.at()))
                .toList();
    }

    List<Long> segment(String id) {
        return samples.stream()
                .map(sample -> sample.segmentSizes().getOrDefault(id, 0L))
                .toList();
    }

    List<Double> customers() {
        return samples.stream().map(sample -> (double) sample.customers()).toList();
    }

    /** How many came in between each moment and the one before. */
    Html events() {
        var growth = new ArrayList<Long>();
        for (int index = 1; index < samples.size(); index++) {
            growth.add(Math.max(
                    0, samples.get(index).events() - samples.get(index - 1).events()));
        }
        return Chart.bars("Events over time", times().subList(1, samples.size()), growth);
    }

    Html messages() {
        var layers = new ArrayList<Chart.Series>();
        for (Layer layer : LAYERS) {
            List<Long> values = status(layer.status());
            if (values.stream().anyMatch(value -> value > 0)) {
                layers.add(new Chart.Series(layer.status(), layer.colour(), values));
            }
        }
        return Html.of("{}{}", Chart.stacked("Messages by status over time", times(), layers), Chart.keys(layers));
    }

    /** How many messages had come to one of some statuses. */
    List<Double> messages(String... statuses) {
        var sums = new ArrayList<Double>();
        for (Sample sample : samples) {
            double sum = 0;
            for (String status : statuses) sum += sample.messagesByStatus().getOrDefault(status, 0L);
            sums.add(sum);
        }
        return sums;
    }

    private List<Long> status(String status) {
        return samples.stream()
                .map(sample -> sample.messagesByStatus().getOrDefault(status, 0L))
                .toList();
    }
}
