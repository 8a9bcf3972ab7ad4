package io.carillon.server.imports;

import io.carillon.cleanse.Cleansers;
import io.carillon.connectors.mapping.Flaw;
import io.carillon.connectors.mapping.Mapped;
import io.carillon.connectors.mapping.Mapper;
import io.carillon.connectors.mapping.Outgoing;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.collect.HistoryReader;
import java.util.List;
import java.util.Optional;

/** What would be wrong with the calls of a row, without any workspace: topics are not looked at. */
public final class Trial {
    private final Rows rows;

    public Trial(Mapper mapper, ImportOrder order) {
        var reader = new HistoryReader(_ -> Optional.empty(), new Cleansing(Cleansers::of));
        rows = new Rows(mapper, reader, order, "imp-0", List::of);
    }

    /** Beside those that the mapping found. */
    public List<Flaw> of(Mapped mapped) {
        List<Outgoing> said = mapped.said().stream()
                .filter(one -> !(one instanceof Outgoing.Unsubscribe))
                .toList();
        return rows.of(0, 0, new Mapped(said, List.of(), List.of())).flaws().stream()
                .map(RowFlaw::flaw)
                .toList();
    }
}
