package io.carillon.core.content.liquid;

import static io.carillon.core.content.liquid.Fixtures.failure;
import static io.carillon.core.content.liquid.Fixtures.html;
import static io.carillon.core.content.liquid.Fixtures.missing;
import static io.carillon.core.content.liquid.Fixtures.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~Hi\n  {{ name | upcas }}~|2:13|upcas",
                "~{% if a %}~|1:1|endif",
                "~{% if a %}{% endfor %}~|1:11|endif",
                "~{{ a~|1:1|}}",
                "~{{ a b }}~|1:6|a filter, or the end",
                "~a{% wat %}~|1:2|wat",
                "~{{ 'a }}~|1:4|not closed",
                "~{% for x of y %}{% endfor %}~|1:10|in",
                "~\n\n{{ 1 | divided_by: 0 }}~|3:8|zero",
                "~{% if 'a' < 1 %}{% endif %}~|1:1|two numbers",
                "~{{ 'a' | truncate: 1, 2, 3 }}~|1:10|0 to 2",
                "~{% render 'nope' %}~|1:11|nope",
                "~{% include x %}~|1:1|expected a text",
                "~{{ 'now' | date: '%F', zone: 'Mars/North' }}~|1:12|Europe/Berlin"
            })
    void aProblemSaysWhereAndWhat(String template, String place, String what) {
        TemplateException problem = failure(template, "{}", Limits.DEFAULT);

        assertThat(problem.getMessage()).startsWith("t:" + place + ": ").contains(what);
    }

    @Test
    void aProblemInAPartialNamesThePartial() {
        Partials partials = name -> Optional.of("ok\n{% endif %}");

        assertThatThrownBy(() -> Template.parse("t", "{% render 'foot' %}", partials, Limits.DEFAULT))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("foot:2:1: ");
    }

    @Test
    void writtenValuesThatAreNotThereAreListedOnce() {
        String template =
                "{{ a.b }}{{ a.b }}{{ x[0].y }}{{ c.first.name }}{{ n }}{{ y | append: z }}{% for i in w %}{% endfor %}";

        assertThat(missing(template, "{'a': {}, 'c': [], 'n': null}"))
                .containsExactly("a.b", "x[0].y", "c.first.name", "y", "z", "w");
    }

    @Test
    void testedOrDefaultedValuesAreNotMissing() {
        String template =
                "{% if a == b or c %}{% endif %}{% unless d %}{% endunless %}{% case e %}{% when f %}{% endcase %}"
                        + "{{ g | default: 'x' }}{% if h %}{{ h }}{% endif %}{% assign v = i | default: 1 %}{{ v }}";

        assertThat(missing(template, "{}")).isEmpty();
    }

    @Test
    void aTemplateCanAbort() {
        var template = Template.parse(
                "a{% for i in (1..3) %}{% if i == 2 %}{% abort_message('no ' | append: x) %}{% endif %}{{ i }}{% endfor %}b");

        assertThat(template.render(Fixtures.fields("{'x': 'stock'}"), Fixtures.SETTINGS))
                .isEqualTo(new Rendering.Aborted("no stock"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ x }}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{% echo x %}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ x ^ escape }}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ x ^ escape ^ escape }}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ x ^ raw }}|a<b> & 'c'",
                "{{ x ^ raw ^ upcase }}|A&lt;B&gt; &amp; &#39;C&#39;",
                "{{ e ^ escape_once }}|&amp;&lt;",
                "{{ e }}|&amp;amp;&lt;",
                "{% capture y %}<i>{{ x }}</i>{% endcapture %}{{ y }}|<i>a&lt;b&gt; &amp; &#39;c&#39;</i>",
                "{% capture y %}<i>{% endcapture %}{{ y ^ append: x }}|<i>a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ t ^ strip_html }}|ab &lt;img",
                "{{ x ^ newline_to_br }}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ l }}|&lt;&gt;",
                "{% cycle '<b>', x %}|<b>",
                "{% cycle x, '<b>' %}|a&lt;b&gt; &amp; &#39;c&#39;",
                "{{ x ^ url_encode }}|a%3Cb%3E+%26+%27c%27"
            })
    void htmlIsEscapedOnce(String template, String expected) {
        String data = "{\"x\": \"a<b> & 'c'\", \"e\": \"&amp;<\", \"t\": \"<b>a</b>b <img\", \"l\": [\"<\", \">\"]}";

        assertThat(Fixtures.text(Template.parse(template.replace('^', '|'))
                        .render(
                                (io.carillon.core.value.Value.Fields) Fixtures.value(Fixtures.json(data)),
                                Fixtures.HTML)))
                .isEqualTo(expected);
    }

    @Test
    void newLinesBecomeBreaksAndTagsInTheTextDoNot() {
        assertThat(html("{{ x | newline_to_br }}", "{'x': '<b>\\na'}")).isEqualTo("&lt;b&gt;<br />\na");
    }

    @Test
    void numbersOfTheDataKeepTheirDigitsAndArithmeticIsDecimal() {
        String data = "{'p': 19.90, 'q': 3, 'big': 12345678901234567890}";

        assertThat(render("{{ p }} {{ p | times: q }} {{ 0.1 | plus: 0.2 }} {{ big | plus: 1 }} {{ p | round }}", data))
                .isEqualTo("19.90 59.7 0.3 12345678901234567891 20");
    }

    @Test
    void aPartialThatIsRenderedSeesTheDataButNotOurVariables() {
        Partials partials = name -> Optional.of("{{ shop }}{{ x }}");
        var template = Template.parse("t", "{% assign x = 1 %}{% render 'p' %}", partials, Limits.DEFAULT);

        Rendering rendering = template.render(Fixtures.fields("{'shop': 'Bell'}"), Fixtures.SETTINGS);

        assertThat(Fixtures.text(rendering)).isEqualTo("Bell");
    }
}
