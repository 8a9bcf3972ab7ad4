package io.carillon.testkit.law;

import io.carillon.core.definition.Workspace;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.property.Chance;
import java.util.List;

/** What happens in the histories of a suite, and what is looked at. */
interface Play<A, L extends Enum<L>> {

    /** In the order of their times. */
    List<Timed<A>> history(Chance chance);

    Life<A, L> begin(Stage stage, Space space, Chance chance);

    default Workspace workspace() {
        return WorkspaceFiles.smallest().read();
    }

    /** Whether all comes to rest after each slot, and nothing crashes. */
    default boolean isOneAtATime() {
        return false;
    }

    /** Whether the machine's clock is set back now and then. */
    default boolean setsClockBack() {
        return true;
    }

    /** How often, of a hundred slots, all comes to rest and lives look about. */
    default int looks() {
        return 0;
    }

    /**
     * Whether days pass before an ending, so that whatever waits for an instant has come to it; else there is nothing but
     * rest.
     *
     * @param ending its number; after the last one: {@link #endings}
     */
    default boolean daysPass(int ending) {
        return false;
    }

    default int endings() {
        return 1;
    }
}
