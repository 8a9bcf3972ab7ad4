package io.carillon.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    @Test
    void columnsAreKnownByTheirNamesInAnySpelling() {
        assertThat(Recognition.byName("given_name")).contains(ColumnKind.FIRST_NAME);
        assertThat(Recognition.byName(" First Name ")).contains(ColumnKind.FIRST_NAME);
        assertThat(Recognition.byName("lastName")).contains(ColumnKind.LAST_NAME);
        assertThat(Recognition.byName("rec_id")).contains(ColumnKind.ID);
        assertThat(Recognition.byName("soc_sec_id")).contains(ColumnKind.IDENTIFIER);
        assertThat(Recognition.byName("date_of_birth")).contains(ColumnKind.DATE);
        assertThat(Recognition.byName("birth_place")).contains(ColumnKind.CITY);
        assertThat(Recognition.byName("address_1")).contains(ColumnKind.STREET);
        assertThat(Recognition.byName("address_2")).contains(ColumnKind.ADDRESS_LINE);
        assertThat(Recognition.byName("E-Mail Address")).contains(ColumnKind.EMAIL);
        assertThat(Recognition.byName("cluster")).contains(ColumnKind.IGNORE);
        assertThat(Recognition.byName("xyz")).isEmpty();
    }

    @Test
    void whereTheNameSaysNothingTheValuesDo() {
        assertThat(Recognition.byValues(List.of("a@b.example", "c@d.example", "")))
                .isEqualTo(ColumnKind.EMAIL);
        assertThat(Recognition.byValues(List.of("1980-03-04", "1970-01-01"))).isEqualTo(ColumnKind.DATE);
        assertThat(Recognition.byValues(List.of("04/03/1980", "01/01/1970"))).isEqualTo(ColumnKind.DATE);
        assertThat(Recognition.byValues(List.of("+49 30 123456", "(030) 123456")))
                .isEqualTo(ColumnKind.PHONE);
        assertThat(Recognition.byValues(List.of("Baker", "teacher", "nurse"))).isEqualTo(ColumnKind.TEXT);
    }

    @Test
    void whatNumbersTheRowsIsNotCompared() {
        assertThat(Recognition.byValues(List.of("1", "2", "3"))).isEqualTo(ColumnKind.IGNORE);
    }

    @Test
    void wholeNamesHaveTwoParts() {
        assertThat(PersonName.parse("Dr. Juan de la Vega III")).isEqualTo(new PersonName("juan", "de la vega"));
        assertThat(PersonName.parse("Doe, John A.")).isEqualTo(new PersonName("john a", "doe"));
        assertThat(PersonName.parse("Madonna")).isEqualTo(new PersonName("", "madonna"));
        assertThat(PersonName.parse("")).isEqualTo(new PersonName("", ""));
    }
}
