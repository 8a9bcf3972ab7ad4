package io.carillon.cleanse.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Measures on labelled American addresses; each eighth row was not looked at while the rules were written. */
final class LabelledAddressesTest {
    @Test
    void americanAddressesAreSplitAsPeopleSplitThem() {
        Optional<Path> folder = LabelledAddresses.folder();
        assumeTrue(folder.isPresent(), "no folder shared/data/postal-addresses here or above: nothing measured");
        List<LabelledAddresses.Labelled> rows =
                LabelledAddresses.read(folder.orElseThrow().resolve("usaddress_labeled_open.jsonl"));
        var unseen = new ArrayList<LabelledAddresses.Labelled>();
        for (int at = 7; at < rows.size(); at += 8) unseen.add(rows.get(at));

        LabelledAddresses.Score score = LabelledAddresses.score(unseen);
        LabelledAddresses.Score all = LabelledAddresses.score(rows);

        print("each eighth row, not looked at", score);
        print("all rows", all);
        assertThat(score.share("all")).isGreaterThan(0.80);
        for (String field : LabelledAddresses.FIELDS)
            assertThat(score.share(field)).as(field).isGreaterThan(0.85);
    }

    private static void print(String name, LabelledAddresses.Score score) {
        System.out.printf("addresses, %s: %d%n", name, score.rows());
        for (String field : List.of("street", "houseNumber", "unit", "city", "region", "postalCode", "all"))
            System.out.printf("  %-12s %.1f %%%n", field, 100 * score.share(field));
    }
}
