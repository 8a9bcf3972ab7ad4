package io.carillon.core.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final int PEOPLE = 1_000;
    private static final String SOURCE = """
            {% assign greeting = customer.name | upcase %}{% capture line %}{{ greeting }}/{{ customer.id }}{% endcapture -%}
            {% for item in customer.items %}{% cycle 'odd', 'even' %}{{ forloop.index }}:{{ item.name }}={{ item.price | times: 2 }},
            {%- increment n %}{% if item.price > 20 %}{% continue %}{% endif %}{% render 'line', item: item %}{% endfor %}
            {{ line }} {{ customer.items | map: 'name' | sort | join: '+' }} {{ customer.none }} {{ 'now' | date: '%F' }}
            {% include partial %}{% ifchanged %}{{ customer.id }}{% endifchanged %}
            """;

    @Test
    void oneTemplateRenderedForManyOnManyThreadsKeepsThemApart() throws Exception {
        Template template = template();
        List<Value.Fields> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) people.add(person(i));
        List<Rendering> alone = people.stream()
                .map(person -> template.render(person, Fixtures.HTML))
                .toList();

        List<Rendering> together = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Rendering>> renders = new ArrayList<>();
            for (Value.Fields person : people) renders.add(() -> template.render(person, Fixtures.HTML));
            for (Future<Rendering> render : threads.invokeAll(renders)) together.add(render.get());
        }

        assertThat(together).isEqualTo(alone);
        assertThat(alone).doesNotHaveDuplicates().allMatch(Rendering.Rendered.class::isInstance);
    }

    @Test
    void equalInputsGiveEqualText() {
        Rendering first = template().render(person(7), Fixtures.HTML);

        for (int i = 0; i < 20; i++)
            assertThat(template().render(person(7), Fixtures.HTML)).isEqualTo(first);
    }

    private static Template template() {
        Partials partials = name -> Optional.of(
                name.equals("line")
                        ? "({{ item.name }}{% assign item = 0 %})"
                        : "{% assign x = customer.id %}[{{ x }}]");
        return Template.parse("t", SOURCE, partials, Limits.DEFAULT);
    }

    private static Value.Fields person(int i) {
        var items = new StringBuilder();
        for (int k = 0; k <= i % 7; k++) {
            items.append(k == 0 ? "" : ",").append("{'name': 'i" + i + "-" + k + "', 'price': " + (i % 30 + k) + ".5}");
        }
        return Fixtures.fields(
                "{'partial': 'p', 'customer': {'id': " + i + ", 'name': 'n<" + i + ">', 'items': [" + items + "]}}");
    }
}
