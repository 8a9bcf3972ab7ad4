package io.carillon.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import io.carillon.testkit.property.Chance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkerTest {
    private final People people = new People(new Chance(42));

    @Test
    void linksRecordsOfOnePersonAndNotThoseOfOneHousehold() {
        List<List<String>> rows = new ArrayList<>();
        Set<Agreement.IdPair> truth = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            List<String> person = people.person();
            rows.add(person);
            if (i % 2 == 0) rows.add(people.housemate(person));
            if (i % 3 == 0) {
                rows.add(people.copied(person));
                truth.add(Agreement.IdPair.of(
                        "r%05d".formatted(rows.size() - 1), "r%05d".formatted(rows.size() - (i % 2 == 0 ? 3 : 2))));
            }
        }

        Agreement agreement =
                Agreement.of(DataSet.pairs(link(People.table(rows)).groups()), truth);

        assertThat(agreement.precision()).isGreaterThan(0.99);
        assertThat(agreement.recall()).isGreaterThan(0.99);
    }

    @Test
    void namesThatChangedPlacesAreEvidenceForOnePerson() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> person = people.person();
            rows.add(person);
            List<String> copy = new ArrayList<>(people.copied(person));
            if (i % 10 == 0) {
                copy.set(0, person.get(1));
                copy.set(1, person.get(0));
            }
            rows.add(copy);
        }

        LinkedPair pair = link(People.table(rows)).pairs().findFirst().orElseThrow();

        assertThat(pair.isAccepted()).isTrue();
        assertThat(pair.evidence())
                .filteredOn(it -> it.words().equals("changed places"))
                .singleElement()
                .satisfies(it -> assertThat(it.bits()).isPositive());
    }

    @Test
    void aRareNameSaysMoreThanACommonOne() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> person = new ArrayList<>(people.person());
            if (i < 100) person.set(1, "Smith");
            rows.add(person);
            rows.add(people.copied(person));
        }

        List<LinkedPair> pairs = link(People.table(rows)).pairs().toList();

        double smith = bitsOfLastName(
                pairs.stream().filter(it -> it.one().compareTo("r00200") < 0).toList());
        double rare = bitsOfLastName(
                pairs.stream().filter(it -> it.one().compareTo("r00200") >= 0).toList());
        assertThat(rare).isGreaterThan(smith + 2);
    }

    private static double bitsOfLastName(List<LinkedPair> pairs) {
        return pairs.stream()
                .flatMap(it -> it.evidence().stream())
                .filter(it -> it.column().equals("last_name") && it.words().equals("the same"))
                .mapToDouble(Evidence::bits)
                .average()
                .orElseThrow();
    }

    @Test
    void aWholeNameBesideItsPartsIsNotCountedTwice() {
        List<String> notes = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> person = people.person();
            rows.add(new Row(
                    "r" + i,
                    List.of(person.get(0), person.get(1), person.get(0) + " " + person.get(1), person.get(2))));
        }

        new Linker(Settings.DEFAULT, notes::add)
                .link(new Table(
                        List.of(
                                new Column("first", ColumnKind.FIRST_NAME),
                                new Column("last", ColumnKind.LAST_NAME),
                                new Column("full", ColumnKind.NAME),
                                new Column("dob", ColumnKind.DATE)),
                        rows));

        assertThat(notes).contains("column full says again the first and last names: not compared");
    }

    @Test
    void emptyAndSingleTablesHaveNothingToLink() {
        assertThat(link(People.table(List.of())).pairCount()).isZero();
        assertThat(link(People.table(List.of(people.person()))).pairCount()).isZero();
        assertThat(link(new Table(List.of(), List.of(new Row("a", List.of()), new Row("b", List.of()))))
                        .pairCount())
                .isZero();
    }

    private static Linked link(Table table) {
        return new Linker(Settings.DEFAULT, any -> {}).link(table);
    }
}
