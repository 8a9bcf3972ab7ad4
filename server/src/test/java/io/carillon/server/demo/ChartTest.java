package io.carillon.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final List<String> TIMES = List.of("1 Mar", "2 Mar", "3 Mar");

    @Test
    void theTopIsARoundNumberAboveAll() {
        assertThat(List.of(0L, 1L, 3L, 7L, 10L, 11L, 612L, 1_000L, 60_001L))
                .extracting(Chart::top)
                .containsExactly(2L, 2L, 4L, 10L, 10L, 20L, 1_000L, 1_000L, 100_000L);
    }

    @Test
    void linesGoFromTheGroundToTheTop() {
        Html chart = Chart.lines("Members", TIMES, List.of(new Chart.Series("a <b>", 3, List.of(0L, 5L, 10L))));

        assertThat(chart.text())
                .contains(
                        "d=\"M0.0 240.0L500.0 120.0L1000.0 0.0\"",
                        "aria-label=\"Members\"",
                        "<title>a &lt;b&gt;</title>")
                .contains(">10</span>", ">5</span>", "<span>1 Mar</span>", "<span>3 Mar</span>");
    }

    @Test
    void layersLieOnTopOfEachOther() {
        var sent = new Chart.Series("sent", 1, List.of(2L, 2L, 2L));
        var withheld = new Chart.Series("withheld", 2, List.of(2L, 2L, 2L));

        Html chart = Chart.stacked("Messages", TIMES, List.of(sent, withheld));

        assertThat(chart.text())
                .contains("M0.0 120.0L500.0 120.0L1000.0 120.0L1000.0 240.0L500.0 240.0L0.0 240.0Z")
                .contains("M0.0 0.0L500.0 0.0L1000.0 0.0L1000.0 120.0L500.0 120.0L0.0 120.0Z");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(Chart.spark("Events", List.of()).text()).doesNotContain("path");
        assertThat(Chart.bars("Events", List.of(), List.of()).text()).doesNotContain("rect");
    }
}
