package io.carillon.linkage;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.linkage.block.Blocking;
import io.carillon.linkage.block.Pairs;
import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.model.Frequencies;
import io.carillon.linkage.model.Learning;
import io.carillon.linkage.model.PatternCounts;
import io.carillon.linkage.model.Unrelated;
import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import io.carillon.testkit.property.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LinkageLawsTest {
    private static final List<ColumnKind> KINDS =
            Arrays.stream(ColumnKind.values()).filter(ColumnKind::isCompared).toList();
    private static final List<String> ODD = List.of(
            "",
            " ",
            "NULL",
            "n/a",
            "0",
            "-",
            "'",
            "\"",
            ",",
            "@",
            "a@",
            "@b",
            "a@b",
            "\u0000",
            "\uD83D",
            "\uD83D\uDE00",
            "İ",
            "ß",
            "éàü",
            "e\u0301",
            "张伟",
            "Иван",
            "محمد",
            "2020-02-30",
            "99/99/9999",
            "00000000",
            "20201301",
            "3.5e400",
            "NaN",
            "-1",
            "+",
            "x".repeat(5_000),
            "a b c d e f g",
            "smith",
            "smiht",
            "O'Neill",
            "oneill",
            "john smith",
            "smith john",
            "1",
            "12",
            "123",
            "12345");

    @Test
    void itDoesNotMatterWhichRecordComesFirst() {
        forAll(100, LinkageLawsTest::odd, (table, seed) -> {
            Comparer comparer = new Comparer(table);
            for (int one = 0; one < table.rows().size(); one++) {
                for (int other = 0; other < one; other++) {
                    assertThat(comparer.compare(one, other)).isEqualTo(comparer.compare(other, one));
                }
            }
        });
    }

    @Test
    void noTextIsTooOddToLink() {
        forAll(10, LinkageLawsTest::odd, (table, seed) -> {
            Linked linked = new Linker(Settings.DEFAULT, any -> {}).link(table);

            assertThat(linked.pairs())
                    .allSatisfy(it -> assertThat(it.probability()).isBetween(0.0, 1.0));
        });
    }

    @Test
    void theOrderOfTheRecordsMakesNoDifference() {
        forAll(5, LinkageLawsTest::people, (table, seed) -> {
            Table shuffled = new Table(table.columns(), new Chance(seed).shuffled(table.rows()));

            Linked linked = new Linker(Settings.DEFAULT, any -> {}).link(table);
            Linked other = new Linker(Settings.DEFAULT, any -> {}).link(shuffled);

            assertThat(other.groups()).isEqualTo(linked.groups());
            assertThat(other.pairs()).containsExactlyElementsOf(linked.pairs().toList());
        });
    }

    @Test
    void noRoundOfLearningMakesTheModelFitWorse() {
        forAll(5, LinkageLawsTest::people, (table, seed) -> {
            int rows = table.rows().size();
            Comparer comparer = new Comparer(table);
            Pairs pairs = new Blocking(comparer.columns()).candidates(100_000).pairs();
            int[] people = IntStream.range(0, rows).toArray();
            var rates = Unrelated.draw(comparer, rows, seed)
                    .rates(comparer, Frequencies.of(comparer.columns(), people), people);
            var counts = PatternCounts.of(IntStream.range(0, pairs.size())
                    .mapToLong(at -> comparer.compare(pairs.one(at), pairs.other(at)))
                    .toArray());
            var learning = new Learning(counts, rows * (rows - 1) / 2.0, rates, comparer);

            learning.learn(rows);

            List<Double> likelihoods = learning.likelihoods();
            assertThat(likelihoods).hasSizeGreaterThan(2);
            for (int i = 1; i < likelihoods.size(); i++) {
                double slack = 1e-9 * Math.abs(likelihoods.get(i));
                assertThat(likelihoods.get(i)).isGreaterThanOrEqualTo(likelihoods.get(i - 1) - slack);
            }
        });
    }

    @Test
    void candidatesAreGrantedNoMoreThanWasAskedFor() {
        forAll(20, LinkageLawsTest::people, (table, seed) -> {
            long pairsMax = LongStream.of(0, 10, 500)
                    .skip(Math.floorMod(seed, 3))
                    .findFirst()
                    .orElseThrow();

            Pairs pairs = new Blocking(new Comparer(table).columns())
                    .candidates(pairsMax)
                    .pairs();

            assertThat(pairs.size()).isLessThanOrEqualTo((int) pairsMax);
        });
    }

    private static Table odd(Chance chance) {
        List<Column> columns = new ArrayList<>();
        List<ColumnKind> kinds = chance.shuffled(KINDS).subList(0, chance.between(1, 12));
        for (ColumnKind kind : kinds) columns.add(new Column("c" + columns.size(), kind));
        List<Row> rows = new ArrayList<>();
        int size = chance.between(0, 30);
        for (int i = 0; i < size; i++) {
            rows.add(new Row(
                    "r" + i, columns.stream().map(any -> chance.pick(ODD)).toList()));
        }
        return new Table(columns, rows);
    }

    private static Table people(Chance chance) {
        People people = new People(chance);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> person = people.person();
            rows.add(person);
            if (i % 2 == 0) rows.add(people.copied(person));
            if (i % 5 == 0) rows.add(people.housemate(person));
        }
        return People.table(rows);
    }
}
