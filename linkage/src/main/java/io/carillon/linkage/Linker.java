package io.carillon.linkage;

import io.carillon.linkage.block.Blocking;
import io.carillon.linkage.block.Candidates;
import io.carillon.linkage.block.Pairs;
import io.carillon.linkage.cluster.Clustering;
import io.carillon.linkage.cluster.Links;
import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.model.Frequencies;
import io.carillon.linkage.model.Learning;
import io.carillon.linkage.model.Model;
import io.carillon.linkage.model.PatternCounts;
import io.carillon.linkage.model.Scorer;
import io.carillon.linkage.model.Unrelated;
import io.carillon.linkage.table.Preparation;
import io.carillon.linkage.table.Table;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds the records of one person in a table: candidates by blocks, likenesses, what they are worth by the model that the
 * table itself teaches, groups. Learned and grouped twice, as whoever was found to be one person the first time counts as one
 * person when the second time asks how common a value is.
 */
public final class Linker {
    private static final int PASSES = 2;
    private static final long CANDIDATES_PER_ROW = 60;
    private static final long CANDIDATES_MIN = 500_000;
    /** Some 1 GB of memory. */
    private static final long CANDIDATES_MAX = 40_000_000;
    /** So many candidates teach the model all there is to learn. */
    private static final int LESSONS_MAX = 2_000_000;

    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * Links as the settings say.
     *
     * @param progress is told, in a line, what was done
     */
    public Linker(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** The order of the rows makes no difference. Takes all processors. */
    public Linked link(Table table) {
        Preparation prepared = Preparation.of(table);
        prepared.notes().forEach(progress);
        Table ready = prepared.table();
        int rows = ready.rows().size();
        Comparer comparer = new Comparer(ready);
        Candidates candidates = new Blocking(comparer.columns())
                .candidates(Math.clamp(CANDIDATES_PER_ROW * rows, CANDIDATES_MIN, CANDIDATES_MAX));
        progress.accept("%d records, %d candidate pairs by %d keys"
                .formatted(rows, candidates.pairs().size(), candidates.used().size()));
        if (!candidates.unused().isEmpty() || candidates.skippedBlocks() > 0) {
            progress.accept("not used, as too many records share them: %d keys, %d blocks of others"
                    .formatted(candidates.unused().size(), candidates.skippedBlocks()));
        }
        long[] patterns = patterns(comparer, candidates.pairs());
        PatternCounts lessons = lessons(patterns);
        Unrelated unrelated = Unrelated.draw(comparer, rows, settings.seed());
        double enough = Math.log(settings.threshold() / (1 - settings.threshold()));
        int[] groupOf = IntStream.range(0, rows).toArray();
        for (int pass = 1; ; pass++) {
            Frequencies frequencies = Frequencies.of(comparer.columns(), groupOf);
            double allPairs = rows * (rows - 1.0) / 2;
            double share = patterns.length == 0 ? 1 : (double) lessons.total() / patterns.length;
            var learning =
                    new Learning(lessons, allPairs * share, unrelated.rates(comparer, frequencies, groupOf), comparer);
            Model model = learning.learn(rows);
            Scorer scorer = new Scorer(comparer, model, frequencies);
            Links links = links(scorer, candidates.pairs(), patterns, enough);
            groupOf = Clustering.of(rows, links, enough, scorer::logOdds);
            progress.accept("pass %d: about %.0f pairs of one person, learned in %d rounds; %d linked"
                    .formatted(
                            pass,
                            model.match() * allPairs,
                            learning.likelihoods().size(),
                            links.size()));
            if (pass == PASSES) return Linked.of(ready, comparer, scorer, links, groupOf);
        }
    }

    private static long[] patterns(Comparer comparer, Pairs pairs) {
        long[] patterns = new long[pairs.size()];
        IntStream.range(0, patterns.length)
                .parallel()
                .forEach(at -> patterns[at] = comparer.compare(pairs.one(at), pairs.other(at)));
        return patterns;
    }

    private static PatternCounts lessons(long[] patterns) {
        int step = Math.ceilDiv(Math.max(1, patterns.length), LESSONS_MAX);
        if (step == 1) return PatternCounts.of(Arrays.copyOf(patterns, patterns.length));
        return PatternCounts.of(IntStream.range(0, patterns.length / step)
                .mapToLong(at -> patterns[at * step])
                .toArray());
    }

    private static Links links(Scorer scorer, Pairs pairs, long[] patterns, double enough) {
        double[] logOdds = new double[patterns.length];
        IntStream.range(0, patterns.length)
                .parallel()
                .forEach(at -> logOdds[at] = scorer.logOdds(pairs.one(at), pairs.other(at), patterns[at]));
        Links links = new Links();
        for (int at = 0; at < logOdds.length; at++) {
            if (logOdds[at] >= enough) links.add(pairs.one(at), pairs.other(at), logOdds[at]);
        }
        return links;
    }
}
