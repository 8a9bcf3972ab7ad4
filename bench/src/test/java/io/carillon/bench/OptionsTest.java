package io.carillon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everythingRunsUnlessSaidOtherwise() {
        Options options = options();

        assertThat(options.parts()).containsExactly(Part.values());
    }

    @Test
    void onePartCanBeAskedFor() {
        Options options = options("--seconds", "3", "--only", "mail");

        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.parts()).containsExactly(Part.MAIL);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> options("--seconds", "soon")).hasMessageContaining("--seconds soon");
        assertThatThrownBy(() -> options("--seconds")).hasMessageContaining("--seconds needs a value");
        assertThatThrownBy(() -> options("--only", "start")).hasMessageContaining("--only start is unknown");
        assertThatThrownBy(() -> options("--fast")).hasMessageContaining("unknown option --fast");
    }

    private static Options options(String... arguments) {
        return Options.of(arguments);
    }
}
