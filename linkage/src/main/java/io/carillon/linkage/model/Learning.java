package io.carillon.linkage.model;

import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.compare.Likeness;
import io.carillon.linkage.compare.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expectation and maximisation over all pairs of a table: of one person, lookalikes of each sort, or unrelated. Pairs that no
 * block brought together count as unrelated. The rates of unrelated pairs are given and stay, so that the two cannot change
 * roles; the rates of one person's start at, and are held near, what is usual ({@link #PRIOR}).
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">A. Dempster, N. Laird, D. Rubin, Maximum likelihood from
 *     incomplete data via the EM algorithm, 1977</a>
 */
public final class Learning {
    private static final int ROUNDS_MAX = 100;
    private static final double ENOUGH = 1e-7;
    /** So many pairs' worth is what is usual. */
    private static final double PRIOR = 5;
    /** So many pairs' worth is the share of each sort. */
    private static final double SHARE_PRIOR = 1;

    private final PatternCounts candidates;
    private final double pairs;
    private final double unseen;
    private final Rates different;
    private final List<Lookalike> lookalikes;
    private final int columns;
    private final List<Double> likelihoods = new ArrayList<>();

    /**
     * Of the candidates among the pairs of a table.
     *
     * @param pairs how many the table has, candidates or not
     */
    public Learning(PatternCounts candidates, double pairs, Rates different, Comparer comparer) {
        this.candidates = candidates;
        this.pairs = Math.max(pairs, candidates.total());
        unseen = this.pairs - candidates.total();
        this.different = different;
        lookalikes = Lookalike.of(comparer);
        columns = comparer.columns().size();
    }

    /**
     * Goes on until the likelihood hardly grows.
     *
     * @param rows how many records there are: at first every other one is taken to have a duplicate
     */
    public Model learn(int rows) {
        double match = Math.min(0.1, rows / 2.0 / pairs);
        List<Double> shares = lookalikes.stream().map(any -> match / 10).toList();
        Model model = new Model(
                Rates.everywhere(different.places(), Rates.OF_ONE_PERSON), different, match, lookalikes, shares);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            model = round(model);
            int last = likelihoods.size() - 1;
            if (last > 0
                    && likelihoods.get(last) - likelihoods.get(last - 1) <= ENOUGH * Math.abs(likelihoods.get(last)))
                break;
        }
        return ordered(model);
    }

    /** The logarithm of the likelihood, with what was believed before, at the beginning of each round; it never falls. */
    public List<Double> likelihoods() {
        return List.copyOf(likelihoods);
    }

    private Model round(Model model) {
        int places = different.places();
        int sorts = lookalikes.size();
        double[][] seen = new double[places][Likeness.COUNT];
        double[] sizes = new double[sorts];
        double matches = 0;
        double unrelated = Math.log(Math.max(
                1
                        - model.match()
                        - model.shares().stream().mapToDouble(it -> it).sum(),
                1e-12));
        double likelihood = unseen * unrelated + prior(model, unrelated);
        double[][] weights = weights(model);
        double[] terms = new double[sorts + 1];
        for (int i = 0; i < candidates.size(); i++) {
            long pattern = candidates.pattern(i);
            int count = candidates.count(i);
            terms[sorts] = Math.log(model.match());
            for (int place = 0; place < places; place++) terms[sorts] += weightAt(weights, pattern, place);
            double sum = Model.logSum(unrelated, terms[sorts]);
            for (int sort = 0; sort < sorts; sort++) {
                terms[sort] = Math.log(model.shares().get(sort));
                for (int place : lookalikes.get(sort).shares()) terms[sort] += lookalikeAt(pattern, place);
                sum = Model.logSum(sum, terms[sort]);
            }
            likelihood += count * (sum + unrelatedLog(pattern));
            for (int sort = 0; sort < sorts; sort++) {
                sizes[sort] += count * Math.exp(terms[sort] - sum);
            }
            double part = count * Math.exp(terms[sorts] - sum);
            matches += part;
            for (int place = 0; place < places; place++) note(seen, pattern, place, part);
        }
        likelihoods.add(likelihood);
        double all = pairs + SHARE_PRIOR * (sorts + 2);
        List<Double> shares = Arrays.stream(sizes)
                .mapToObj(size -> (size + SHARE_PRIOR) / all)
                .toList();
        return new Model(rates(seen), different, (matches + SHARE_PRIOR) / all, lookalikes, shares);
    }

    private double prior(Model model, double unrelated) {
        double prior = SHARE_PRIOR * (Math.log(model.match()) + unrelated);
        for (double share : model.shares()) prior += SHARE_PRIOR * Math.log(share);
        for (int place = 0; place < different.places(); place++) {
            for (int level = 0; level < Likeness.COUNT; level++) {
                prior += PRIOR
                        * Rates.OF_ONE_PERSON.get(level)
                        * Math.log(model.same().at(place, level));
            }
        }
        return prior;
    }

    private double unrelatedLog(long pattern) {
        double log = 0;
        for (int place = 0; place < different.places(); place++) {
            int level = Pattern.level(pattern, place);
            if (level != Pattern.NONE) log += Math.log(different.at(place, level));
        }
        return log;
    }

    private static double[][] weights(Model model) {
        double[][] weights = new double[model.different().places()][Likeness.COUNT];
        for (int place = 0; place < weights.length; place++) {
            for (int level = 0; level < Likeness.COUNT; level++) weights[place][level] = model.weight(place, level);
        }
        return weights;
    }

    private static double weightAt(double[][] weights, long pattern, int place) {
        int level = Pattern.level(pattern, place);
        return level == Pattern.NONE ? 0 : weights[place][level];
    }

    private static void note(double[][] seen, long pattern, int place, double part) {
        int level = Pattern.level(pattern, place);
        if (level != Pattern.NONE) seen[place][level] += part;
    }

    private double lookalikeAt(long pattern, int place) {
        int level = Pattern.level(pattern, place);
        return level == Pattern.NONE ? 0 : Math.log(Rates.OF_LOOKALIKES.get(level) / different.at(place, level));
    }

    private Rates rates(double[][] seen) {
        double[][] rates = new double[seen.length][Likeness.COUNT];
        for (int place = 0; place < seen.length; place++) {
            double all = Arrays.stream(seen[place]).sum() + PRIOR;
            for (int level = 0; level < Likeness.COUNT; level++) {
                rates[place][level] = (seen[place][level] + PRIOR * Rates.OF_ONE_PERSON.get(level)) / all;
            }
        }
        return new Rates(rates);
    }

    /** More likeness must not speak for less: neighbours among the levels that say so are taken as one. */
    private Model ordered(Model model) {
        double[][] rates = new double[different.places()][Likeness.COUNT];
        for (int place = columns; place < rates.length; place++) {
            for (int level = 0; level < Likeness.COUNT; level++)
                rates[place][level] = model.same().at(place, level);
        }
        for (int place = 0; place < columns; place++) {
            List<double[]> groups = new ArrayList<>(); // same, different, how many levels
            for (int level = 0; level < Likeness.COUNT; level++) {
                double[] group = {model.same().at(place, level), different.at(place, level), 1};
                while (!groups.isEmpty() && groups.getLast()[0] / groups.getLast()[1] < group[0] / group[1]) {
                    double[] last = groups.removeLast();
                    for (int i = 0; i < group.length; i++) group[i] += last[i];
                }
                groups.add(group);
            }
            int level = 0;
            for (double[] group : groups) {
                for (int i = 0; i < group[2]; i++, level++) {
                    rates[place][level] = group[0] / group[1] * different.at(place, level);
                }
            }
        }
        return new Model(new Rates(rates), different, model.match(), model.lookalikes(), model.shares());
    }
}
