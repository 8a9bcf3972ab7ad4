package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A schema that was read: the rules of its keywords. Threads may share it. */
public final class Schema {
    private final List<Rule> rules = new ArrayList<>();

    Schema() {}

    void add(Rule rule) {
        rules.add(rule);
    }

    /** All that is wrong, at most {@value Checking#VIOLATIONS_MAX}; nothing for a value that is as the schema has it. */
    public List<Violation> violations(Value value) {
        var checking = Checking.start();
        check(value, checking);
        return checking.found();
    }

    void check(Value value, Checking in) {
        if (!in.goesOn()) return;
        for (int i = 0; i < rules.size(); i++) rules.get(i).check(value, in);
        in.back();
    }

    /** At a place one name further in. */
    void check(Value value, String name, Checking in) {
        in.enter(name);
        check(value, in);
        in.leave();
    }

    /** Whether a value is as it says, without a word. */
    boolean holds(Value value, Checking in) {
        var quiet = in.quiet();
        check(value, quiet);
        return quiet.found().isEmpty();
    }
}
