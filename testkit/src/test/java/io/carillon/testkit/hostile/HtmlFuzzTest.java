package io.carillon.testkit.hostile;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.content.PlainText;
import org.junit.jupiter.api.Test;

/** Whatever calls itself HTML becomes a text, in one pass. */
class HtmlFuzzTest {
    private static final int SEEDS = 4_000;
    private static final int BYTES_EACH_MAX = 200;

    @Test
    void anyHtmlBecomesText() {
        forAll(SEEDS, HtmlTexts::any, (html, _) -> judge(html));
    }

    @Test
    void whatIsRepeatedForEverCostsNoMoreEach() {
        forAll(60, chance -> HtmlTexts.pumped(chance, 300_000), (html, _) -> judge(html));
    }

    private static void judge(String html) {
        String text = Ordeal.of(html.length(), BYTES_EACH_MAX).read(() -> PlainText.fromHtml(html));

        assertThat(text.length()).isLessThanOrEqualTo(PlainText.CHARS_MAX);
        assertThat(text).isEqualTo(text.strip()).doesNotContain("\n\n\n");
    }
}
