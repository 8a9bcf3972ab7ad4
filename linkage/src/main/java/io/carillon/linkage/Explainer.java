package io.carillon.linkage;

import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.compare.Forms;
import io.carillon.linkage.compare.Likeness;
import io.carillon.linkage.compare.Pattern;
import io.carillon.linkage.compare.Swap;
import io.carillon.linkage.model.Model;
import io.carillon.linkage.model.Scorer;
import io.carillon.linkage.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says why two records are probably of one person, or not. */
final class Explainer {
    private static final double LN_2 = Math.log(2);
    /** Less says nothing. In bits. */
    private static final double WORTH_SAYING = 0.05;

    private final Table table;
    private final Comparer comparer;
    private final Scorer scorer;

    Explainer(Table table, Comparer comparer, Scorer scorer) {
        this.table = table;
        this.comparer = comparer;
        this.scorer = scorer;
    }

    LinkedPair explain(int one, int other, boolean isAccepted) {
        long pattern = comparer.compare(one, other);
        double[] weights = scorer.weights(one, other, pattern);
        double logOdds = scorer.logOdds(one, other, pattern);
        double all = logOdds - scorer.priorLogOdds();
        List<Evidence> evidence = new ArrayList<>();
        double said = 0;
        for (double weight : weights) said += weight;
        for (int column = 0; column < comparer.columns().size(); column++) {
            int level = Pattern.level(pattern, column);
            if (level != Pattern.NONE) evidence.add(straight(column, one, other, level, weights[column]));
        }
        for (Swap swap : comparer.swaps()) evidence.addAll(changedOver(swap, pattern, one, other, weights));
        if (said - all > WORTH_SAYING) {
            evidence.add(new Evidence(
                    "", "", "", "agree as two people of one household, town or name do", bits(all - said)));
        }
        evidence.removeIf(it -> Math.abs(it.bits()) < WORTH_SAYING);
        evidence.sort(Comparator.comparingDouble(it -> -Math.abs(it.bits())));
        return new LinkedPair(
                table.rows().get(one).id(),
                table.rows().get(other).id(),
                Model.probability(logOdds),
                bits(all),
                isAccepted,
                evidence);
    }

    private Evidence straight(int column, int one, int other, int level, double weight) {
        Forms forms = comparer.columns().get(column);
        String words = forms.words(forms.at(one), forms.at(other), Likeness.ofLevel(level));
        return new Evidence(
                forms.column().name(), forms.raw(forms.at(one)), forms.raw(forms.at(other)), words, bits(weight));
    }

    /** One piece of evidence for the whole: that they changed places, and how alike they are then. */
    private List<Evidence> changedOver(Swap swap, long pattern, int one, int other, double[] weights) {
        double weight = weights[swap.at()] + weights[swap.best()] + weights[swap.rest()];
        if (Pattern.level(pattern, swap.at()) == Likeness.SAME.level()) return List.of();
        Forms first = comparer.columns().get(swap.first());
        Forms second = comparer.columns().get(swap.second());
        Likeness best = Likeness.ofLevel(Pattern.level(pattern, swap.best()));
        return List.of(new Evidence(
                first.column().name() + ", " + second.column().name(),
                shown(first, one) + ", " + shown(second, one),
                shown(first, other) + ", " + shown(second, other),
                best == Likeness.SAME ? "changed places" : "changed places, and alike",
                bits(weight)));
    }

    private static String shown(Forms forms, int row) {
        return forms.at(row) == Forms.MISSING ? "" : forms.raw(forms.at(row));
    }

    private static double bits(double natural) {
        return natural / LN_2;
    }
}
