package io.carillon.core.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Limits SMALL =
            Limits.DEFAULT.withStepsMax(20_000).withOutputCharsMax(10_000).withNestingMax(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..999999999999) %}{% endfor %}",
                "{% for i in (1..1000) %}{% for j in (1..1000) %}{% assign x = i %}{% endfor %}{% endfor %}",
                "{% for i in (1..9999999) reversed %}{% if i > 0 %}{% endif %}{% endfor %}",
                "{% tablerow i in (1..999999999) %}{% endtablerow %}",
                "{{ (1..999999999) | join: ',' }}",
                "{{ (1..999999999) | reverse | first }}",
                "{% assign a = (1..100) %}{% for i in (1..99) %}{% assign a = a | concat: a %}{% endfor %}",
                "{% assign a = 'abcdefgh' %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}",
                "{% assign a = 'aaaaaaaa' %}{% for i in (1..99) %}{% assign a = a | replace: 'a', 'aaaaaaaa' %}{% endfor %}",
                "{% assign a = '<<<<<<<<' %}{% for i in (1..999) %}{% assign a = a | escape %}{% endfor %}",
                "{% assign a = 9 %}{% for i in (1..99) %}{% assign a = a | times: a %}{% endfor %}",
                "{% for i in (1..99999) %}0123456789{% endfor %}",
                "{% for i in (1..99999) %}{% capture x %}{{ x }}0123456789{% endcapture %}{% endfor %}",
                "{{ 'now' | date: '%999999999Y' }}",
                "{{ 'now' | date: '%-101d' }}",
                "{% for i in (1..99999) %}{% cycle 'a', 'b' %}{% endfor %}"
            })
    void aGreedyTemplateFailsWithAPlace(String template) {
        TemplateException problem = Fixtures.failure(template, "{}", SMALL);

        assertThat(problem.getMessage()).startsWith("t:1:");
        assertThat(problem.problem()).containsAnyOf("more than", "longer than", "at most", "too far");
    }

    @Test
    void nestingIsBoundedWhenParsing() {
        String blocks = "{% if true %}".repeat(21) + "{% endif %}".repeat(21);
        String brackets = "{{ a" + "[a".repeat(21) + "]".repeat(21) + " }}";
        String lines = "{% liquid\n" + "if a\n".repeat(21) + "endif\n".repeat(21) + "%}";

        assertThat(Fixtures.failure(blocks, "{}", SMALL).problem()).contains("nested more than 20 deep");
        assertThat(Fixtures.failure(brackets, "{}", SMALL).problem()).contains("nested more than 20 deep");
        assertThat(Fixtures.failure(lines, "{}", SMALL).problem()).contains("nested more than 20 deep");
    }

    @Test
    void tooLongASourceIsRefused() {
        var limits = new Limits(10, 10, 10, 10, 10);

        assertThat(Fixtures.failure("12345678901", "{}", limits).problem()).contains("11 characters long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% include 'self' %}", "{% render 'self' %}", "{% assign n = 'self' %}{% include n %}"})
    void partialsThatIncludeThemselvesEnd(String source) {
        Partials partials = name -> java.util.Optional.of(source);

        Rendering rendering = Template.parse("t", source, partials, SMALL)
                .render(Fixtures.fields("{}"), Fixtures.SETTINGS.with(SMALL));

        assertThat(((Rendering.Failed) rendering).problem().problem()).contains("nested more than 20 deep");
    }

    @Test
    void defaultNestingFitsTheStack() {
        int depth = Limits.DEFAULT.nestingMax() - 1;
        String nested = "{% for i in (1..1) %}".repeat(depth) + "x" + "{% endfor %}".repeat(depth);

        assertThat(Fixtures.render(nested, "{}")).isEqualTo("x");
    }

    @Test
    void aLongChainOfConditionsIsNotNested() {
        String chain = "{% if true" + " and true".repeat(20_000) + " %}yes{% endif %}";

        assertThat(Fixtures.render(chain, "{}")).isEqualTo("yes");
    }

    @Test
    void hugeNumbersOfTheDataAreRefusedInArithmeticAndNeverSpelledOut() {
        String data = "{'n': 1e999999}";

        assertThat(Fixtures.failure("{{ n | plus: 1 }}", data, Limits.DEFAULT).problem())
                .contains("400 digits");
        assertThat(Fixtures.render("{{ n }}", data)).isEqualTo("1E+999999");
    }
}
