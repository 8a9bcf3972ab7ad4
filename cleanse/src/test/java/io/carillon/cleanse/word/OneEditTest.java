package io.carillon.cleanse.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneEditTest {
    @ParameterizedTest
    @CsvSource({
        "germany,germny,true",
        "germny,germany,true",
        "germany,gemrany,true",
        "germany,germani,true",
        "germany,germany,false",
        "germany,egrmnay,false",
        "abc,abcde,false",
        "ab,ba,true",
        "aab,aba,true",
        "abcd,badc,false",
        "'',a,true"
    })
    void oneSlipIsALetterMoreLessOtherOrSwapped(String a, String b, boolean expected) {
        assertThat(OneEdit.apart(a, b)).isEqualTo(expected);
    }
}
