package io.carillon.core.schema;

import java.util.ArrayList;
import java.util.List;

/** A value being checked: where we are, what was found, how much may still be done. One thread. */
final class Checking {
    static final int VIOLATIONS_MAX = 20;
    /** A schema may refer to itself; a value is at most as deep as JSON is read. */
    private static final int DEPTH_MAX = 200;
    /** Nested alternatives multiply: past this a value counts as wrong rather than hold everybody up. */
    private static final int CHECKS_MAX = 200_000;

    private final List<String> names;
    private final List<Violation> found = new ArrayList<>(0);
    private final Work work;

    /** Shared by all who look at one value. */
    private static final class Work {
        private int checks;
        private int depth;
    }

    private Checking(List<String> names, Work work) {
        this.names = names;
        this.work = work;
    }

    static Checking start() {
        return new Checking(new ArrayList<>(), new Work());
    }

    /** What it finds is told to nobody. */
    Checking quiet() {
        return new Checking(names, work);
    }

    List<Violation> found() {
        return found;
    }

    /** One more schema; false, with a word about it, when it is enough. */
    boolean goesOn() {
        if (++work.checks > CHECKS_MAX || work.depth >= DEPTH_MAX) {
            wrong("cannot be checked to the end: the schema is too deep, or has too many alternatives");
            return false;
        }
        work.depth++;
        return true;
    }

    void back() {
        work.depth--;
    }

    void enter(String name) {
        names.add(name);
    }

    void leave() {
        names.removeLast();
    }

    void wrong(String message) {
        if (found.size() >= VIOLATIONS_MAX) return;
        var pointer = new StringBuilder();
        for (String name : names) pointer.append('/').append(Pointers.escaped(name));
        found.add(new Violation(pointer.toString(), message));
    }
}
