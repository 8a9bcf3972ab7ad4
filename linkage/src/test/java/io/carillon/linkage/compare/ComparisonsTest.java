package io.carillon.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    @Test
    void namesAreToleratedTheirSlips() {
        assertThat(of(ColumnKind.FIRST_NAME, "José", "jose")).isEqualTo(Likeness.SAME);
        assertThat(of(ColumnKind.FIRST_NAME, "Isabella", "Isablela")).isEqualTo(Likeness.TYPO);
        assertThat(of(ColumnKind.FIRST_NAME, "Bill", "William")).isEqualTo(Likeness.CLOSE);
        assertThat(of(ColumnKind.FIRST_NAME, "Maria Luisa", "Maria")).isEqualTo(Likeness.CLOSE);
        assertThat(of(ColumnKind.FIRST_NAME, "J.", "John")).isEqualTo(Likeness.ALIKE);
        assertThat(of(ColumnKind.FIRST_NAME, "Luke", "Mia")).isEqualTo(Likeness.DIFFERENT);
    }

    @Test
    void datesAreToleratedTheirs() {
        assertThat(of(ColumnKind.DATE, "19800304", "1980-03-04")).isEqualTo(Likeness.SAME);
        assertThat(of(ColumnKind.DATE, "1980-03-04", "1980-04-03")).isEqualTo(Likeness.TYPO);
        assertThat(of(ColumnKind.DATE, "1980-03-04", "1980-03-14")).isEqualTo(Likeness.TYPO);
        assertThat(of(ColumnKind.DATE, "1980-03-04", "1980-03-29")).isEqualTo(Likeness.CLOSE);
        assertThat(of(ColumnKind.DATE, "1980-03-04", "1980-11-29")).isEqualTo(Likeness.ALIKE);
        assertThat(of(ColumnKind.DATE, "1980-03-04", "1957-11-29")).isEqualTo(Likeness.DIFFERENT);
    }

    @Test
    void phonesAreComparedByTheirLastDigits() {
        assertThat(of(ColumnKind.PHONE, "+49 30 12345678", "030/12345678")).isEqualTo(Likeness.SAME);
        assertThat(of(ColumnKind.PHONE, "+49 30 12345678", "030/12345687")).isEqualTo(Likeness.TYPO);
    }

    @Test
    void wordsMayComeInOtherOrder() {
        assertThat(of(ColumnKind.TEXT, "baker and smith", "smith and baker")).isEqualTo(Likeness.CLOSE);
        assertThat(of(ColumnKind.ADDRESS, "12 High Street, Leeds LS1", "Leeds LS1, High Street 12"))
                .isEqualTo(Likeness.TYPO);
    }

    @Test
    void aMissingValueSaysNothing() {
        var comparer = comparer(ColumnKind.CITY, "York", "n/a");

        assertThat(Pattern.level(comparer.compare(0, 1), 0)).isEqualTo(Pattern.NONE);
    }

    private static Likeness of(ColumnKind kind, String one, String other) {
        return Likeness.ofLevel(Pattern.level(comparer(kind, one, other).compare(0, 1), 0));
    }

    private static Comparer comparer(ColumnKind kind, String one, String other) {
        return new Comparer(new Table(
                List.of(new Column("c", kind)), List.of(new Row("a", List.of(one)), new Row("b", List.of(other)))));
    }
}
