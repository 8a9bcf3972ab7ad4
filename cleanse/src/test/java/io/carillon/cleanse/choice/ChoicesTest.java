package io.carillon.cleanse.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
    private final GenderCleanser genders = new GenderCleanser();
    private final BooleanCleanser booleans = new BooleanCleanser();

    @ParameterizedTest
    @CsvSource({
        "f,female",
        "F,female",
        "W,female",
        "weiblich,female",
        "Femme,female",
        "女,female",
        "2,female",
        "female,female",
        "m,male",
        "Männlich,male",
        "hombre,male",
        "М,male",
        "1,male",
        "homem,male",
        "男性,male",
        "x,nonbinary",
        "d,nonbinary",
        "divers,nonbinary",
        "Non-Binary,nonbinary",
        "other,nonbinary",
        "0,unknown",
        "9,unknown",
        "U,unknown",
        "n/a,unknown",
        "prefer not to say,unknown",
        "keine Angabe,unknown"
    })
    void aGenderIsKnownByItsWordOrCode(String input, String gender) {
        assertThat(genders.cleanse(input, Hints.NONE).value()).isEqualTo(Value.of(gender));
    }

    @ParameterizedTest
    @CsvSource({
        "Mr,male",
        "Mr.,male",
        "Herr,male",
        "Frau,female",
        "Mrs,female",
        "Ms.,female",
        "Mme,female",
        "Señora,female"
    })
    void aTitleTellsTheGenderAndTheChangeSaysSo(String input, String gender) {
        Cleansed cleansed = genders.cleanse(input, Hints.NONE);

        assertThat(cleansed.value()).isEqualTo(Value.of(gender));
        assertThat(cleansed.changes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "TRUE,true",
        "yes,true",
        "Y,true",
        "on,true",
        "1,true",
        "ja,true",
        "oui,true",
        "sí,true",
        "Sim,true",
        "checked,true",
        "opted in,true",
        "Opted-In,true",
        "да,true",
        "はい,true",
        "✓,true",
        "tak,true",
        "kyllä,true",
        "1.0,true",
        "false,false",
        "no,false",
        "N,false",
        "off,false",
        "0,false",
        "nein,false",
        "non,false",
        "não,false",
        "нет,false",
        "いいえ,false",
        "opted out,false",
        "unsubscribed,false",
        "nie,false",
        "❌,false"
    })
    void yesAndNoAreKnownInManyWords(String input, boolean expected) {
        assertThat(booleans.cleanse(input, Hints.NONE).value()).isEqualTo(Value.of(expected));
        assertThat(BooleanCleanser.flag(input)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "banana", "42", "null", "maybe", "true false"})
    void junkIsNeither(String input) {
        assertThat(genders.cleanse(input, Hints.NONE).isValid()).isFalse();
        assertThat(booleans.cleanse(input, Hints.NONE).isValid()).isFalse();
    }
}
