package io.carillon.core.condition;

import java.util.List;

/** Why a condition holds or does not: the smallest part of it that decides. */
public sealed interface Explanation {
    boolean holds();

    /** How many facts it consists of, at least 1; one that is made of none says so itself. */
    int size();

    /**
     * One thing that is asked, and what it is.
     *
     * @param text for people: what is, and what was expected
     */
    record Fact(boolean holds, String text) implements Explanation {
        @Override
        public int size() {
            return 1;
        }
    }

    /** Each of these holds, or none of them does, and all of them are needed to say so; two or more. */
    record Together(boolean holds, List<Explanation> parts) implements Explanation {
        public Together {
            parts = List.copyOf(parts);
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Explanation::size).sum();
        }
    }

    /** Holds as its part does not, and the other way round. */
    record Opposite(Explanation part) implements Explanation {
        @Override
        public boolean holds() {
            return !part.holds();
        }

        @Override
        public int size() {
            return part.size();
        }
    }

    /**
     * What a name stands for decides.
     *
     * @param kind see {@link Condition.Named}
     */
    record ByName(String kind, String name, Explanation part) implements Explanation {
        @Override
        public boolean holds() {
            return part.holds();
        }

        @Override
        public int size() {
            return part.size();
        }
    }
}
