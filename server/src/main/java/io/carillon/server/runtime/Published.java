package io.carillon.server.runtime;

import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.Workspace;
import io.carillon.core.definition.WorkspaceReader;
import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.entity.workspace.WorkspaceKind;
import io.carillon.core.host.Host;
import io.carillon.core.host.Row;
import io.carillon.core.journey.JourneyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store knows of the definitions that were ever published.
 *
 * @param version of the latest, 0 when there is none
 * @param latest its files
 * @param journeys every version of every journey that people may still be in, newest last
 */
record Published(long version, Optional<WorkspaceFiles> latest, List<JourneyDefinition> journeys) {
    /** Versions read back: of a workspace published this often since, a run of an older journey version ends. */
    private static final int VERSIONS_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    /** Old journeys are read for their steps; their secrets may be gone. */
    private static final Secrets ANY = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return Optional.of("gone");
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.of("gone");
        }

        @Override
        public boolean areReal() {
            return false;
        }
    };

    static Published in(Host<?> host) {
        List<Row> rows = host.rows(WorkspaceKind.VERSIONS, "", Integer.MAX_VALUE);
        Map<String, JourneyDefinition> journeys = new LinkedHashMap<>();
        for (Row row : rows.subList(Math.max(0, rows.size() - VERSIONS_MAX), rows.size())) {
            for (JourneyDefinition journey : journeysOf(row)) {
                journeys.put(journey.id().text() + "@" + journey.version(), journey);
            }
        }
        if (rows.isEmpty()) return new Published(0, Optional.empty(), List.of());
        Row last = rows.getLast();
        return new Published(
                Long.parseLong(last.key(), 16),
                Optional.of(WorkspaceFiles.Stored.FILES.decode(last.value())),
                new ArrayList<>(journeys.values()));
    }

    private static List<JourneyDefinition> journeysOf(Row row) {
        WorkspaceFiles files = WorkspaceFiles.Stored.FILES.decode(row.value());
        return switch (WorkspaceReader.read(files.texts(), ANY, TemplateCheck.LIQUID)) {
            case Outcome.Valid(Workspace workspace, var _) ->
                List.copyOf(workspace.journeys().values());
            case Outcome.Invalid(var problems) -> {
                LOG.warn("version {} of the workspace cannot be read any more: {}", row.key(), problems.getFirst());
                yield List.of();
            }
        };
    }
}
