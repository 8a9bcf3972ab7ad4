package io.carillon.testkit.law;

import io.carillon.core.definition.Workspace;
import io.carillon.testkit.property.Chance;
import java.util.List;

/** A few people in pieces, who meet in any order and are told apart again. One thing at a time. */
record UnmergePlay(int users) implements Play<UnmergeAct, UnmergeLaw> {
    private static final List<Integer> PAUSES = List.of(1, 1, 1, 2, 5, 15, 30);

    @Override
    public List<Timed<UnmergeAct>> history(Chance chance) {
        return Timed.list(chance, 3, 22, PAUSES, some -> UnmergeAct.any(some, users));
    }

    @Override
    public Life<UnmergeAct, UnmergeLaw> begin(Stage stage, Space space, Chance chance) {
        return new UnmergeLife(stage, space);
    }

    @Override
    public Workspace workspace() {
        return new MergePlay().workspace();
    }

    @Override
    public boolean isOneAtATime() {
        return true;
    }

    /** After each. */
    @Override
    public int looks() {
        return 100;
    }

    @Override
    public boolean daysPass(int ending) {
        return ending == 1;
    }
}
