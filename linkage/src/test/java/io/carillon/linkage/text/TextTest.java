package io.carillon.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void normalFormHasNoCaseAccentsOrPunctuation() {
        assertThat(Normal.of("  O'Neill-Müller,  José ")).isEqualTo("oneill muller jose");
        assertThat(Normal.of("Straße ŁÓDŹ")).isEqualTo("strasse lodz");
        assertThat(Normal.of("张伟")).isEqualTo("张伟");
    }

    @Test
    void wordsForNoValueAreNone() {
        assertThat(Normal.of("N/A")).isEmpty();
        assertThat(Normal.of("NULL")).isEmpty();
        assertThat(Normal.of("Na")).isEqualTo("na");
    }

    @Test
    void aSwapOfNeighboursIsOneEdit() {
        assertThat(Edits.between("smith", "smiht", 2)).isEqualTo(1);
        assertThat(Edits.between("ca", "abc", 5)).isEqualTo(3);
        assertThat(Edits.between("", "ab", 2)).isEqualTo(2);
    }

    @Test
    void editsBeyondTheLimitAreNotCounted() {
        assertThat(Edits.between("kitten", "sitting", 3)).isEqualTo(3);
        assertThat(Edits.between("kitten", "sitting", 2)).isEqualTo(3);
        assertThat(Edits.between("a", "abcdefgh", 1)).isEqualTo(2);
    }

    @Test
    void jaroAndWinklerHaveTheirPublishedValues() {
        assertThat(JaroWinkler.of("MARTHA", "MARHTA")).isCloseTo(0.9611, within(0.0001));
        assertThat(JaroWinkler.of("DWAYNE", "DUANE")).isCloseTo(0.84, within(0.0001));
        assertThat(JaroWinkler.of("DIXON", "DICKSONX")).isCloseTo(0.8133, within(0.0001));
        assertThat(JaroWinkler.of("", "a")).isZero();
    }

    @Test
    void whatSoundsAlikeHasOneCode() {
        assertThat(Sound.of("catherine")).isEqualTo(Sound.of("kathryn"));
        assertThat(Sound.of("philip")).isEqualTo(Sound.of("filip"));
        assertThat(Sound.of("smith")).isNotEqualTo(Sound.of("jones"));
    }

    @Test
    void shortNamesMatchTheirLongOnes() {
        assertThat(Nicknames.match("bill", "william")).isTrue();
        assertThat(Nicknames.match("william", "bill")).isTrue();
        assertThat(Nicknames.match("bill", "robert")).isFalse();
    }
}
