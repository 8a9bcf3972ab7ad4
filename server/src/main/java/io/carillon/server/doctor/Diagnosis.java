package io.carillon.server.doctor;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found, section by section, and what is wrong. Collects; not for several threads. */
public final class Diagnosis {
    private final Map<String, List<Value>> sections = new LinkedHashMap<>();
    private final List<Value> problems = new ArrayList<>();

    /** A figure or a word, shown as it is. */
    public Diagnosis note(String section, String name, String value) {
        return note(section, name, Value.of(value), value);
    }

    public Diagnosis note(String section, String name, long value) {
        return note(section, name, Value.of(value), grouped(value));
    }

    /**
     * The same said in another way to people.
     *
     * @param shown the value for them: {@code 12.3 MB}
     */
    public Diagnosis note(String section, String name, Value value, String shown) {
        var item = new LinkedHashMap<String, Value>();
        item.put("name", Value.of(name));
        item.put("value", value);
        item.put("shown", Value.of(shown));
        sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(new Value.Fields(item));
        return this;
    }

    /**
     * Something is wrong.
     *
     * @param remedy what to do
     */
    public Diagnosis problem(String what, String remedy) {
        var problem = new LinkedHashMap<String, Value>();
        problem.put("problem", Value.of(what));
        problem.put("remedy", Value.of(remedy));
        problems.add(new Value.Fields(problem));
        return this;
    }

    /** As JSON: {@code {"healthy": …, "problems": [{problem, remedy}], "sections": [{section, items: [{name, value, shown}]}]}}. */
    public Value.Fields toValue() {
        var shown = new ArrayList<Value>();
        sections.forEach((name, items) -> {
            var section = new LinkedHashMap<String, Value>();
            section.put("section", Value.of(name));
            section.put("items", Value.of(items));
            shown.add(new Value.Fields(section));
        });
        var all = new LinkedHashMap<String, Value>();
        all.put("healthy", Value.of(problems.isEmpty()));
        all.put("problems", Value.of(problems));
        all.put("sections", Value.of(shown));
        return new Value.Fields(all);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
