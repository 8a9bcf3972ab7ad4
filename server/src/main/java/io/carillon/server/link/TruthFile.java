package io.carillon.server.link;

import io.carillon.linkage.Agreement.IdPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which records are of one person in truth: a CSV file with the columns {@code id_a} and {@code id_b}. */
public final class TruthFile {
    static final int PAIRS_MAX = 50_000_000;

    private TruthFile() {}

    public static Set<IdPair> read(Path file) throws IOException, UnusableFileException {
        Set<IdPair> pairs = new LinkedHashSet<>();
        Csv.read(file, new Csv.Rows() {
            private int one;
            private int other;

            @Override
            public void header(List<String> names) throws UnusableFileException {
                one = names.indexOf("id_a");
                other = names.indexOf("id_b");
                if (one < 0 || other < 0) {
                    throw new UnusableFileException(
                            "%s:1: the columns are %s; expected id_a, id_b".formatted(file, String.join(", ", names)));
                }
            }

            @Override
            public void row(long line, List<String> fields) throws UnusableFileException {
                if (pairs.size() >= PAIRS_MAX) {
                    throw new UnusableFileException("%s:%d: more than %d pairs".formatted(file, line, PAIRS_MAX));
                }
                if (!fields.get(one).equals(fields.get(other)))
                    pairs.add(IdPair.of(fields.get(one), fields.get(other)));
            }
        });
        return pairs;
    }
}
