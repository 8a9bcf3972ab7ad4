package io.carillon.connectors.mapping;

import java.util.List;

/**
 * What came of a row.
 *
 * @param said nothing when the row is rejected, or when no action's condition holds for it
 */
public record Mapped(List<Outgoing> said, List<Flaw> flaws, List<Change> changes) {
    public Mapped {
        said = List.copyOf(said);
        flaws = List.copyOf(flaws);
        changes = List.copyOf(changes);
    }

    /** One row is taken whole or not at all. */
    public boolean isRejected() {
        return flaws.stream().anyMatch(Flaw::fatal);
    }
}
