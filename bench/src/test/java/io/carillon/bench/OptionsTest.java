package io.carillon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void allBarsAreMeasuredUnlessSaidOtherwise() {
        Options options = options();

        assertThat(options.parts()).hasSize(Part.values().length - 1).doesNotContain(Part.GROWTH);
        assertThat(options.people()).isEqualTo(1_000_000);
    }

    @Test
    void partsCanBeAskedFor() {
        Options options = options("--seconds", "3", "--only", "mail,growth");

        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.parts()).containsExactly(Part.MAIL, Part.GROWTH);
    }

    @Test
    void aSlowDiskIsTheServersMatter() {
        Options options = options("--fsync-delay", "2ms", "--server-options", "-Xmx1g");

        assertThat(options.server().all()).isEqualTo("-Xmx1g -Dcarillon.syncDelayMillis=2");
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
