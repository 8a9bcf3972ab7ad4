package io.carillon.server.workspace;

import io.carillon.core.definition.Outcome.Invalid;
import io.carillon.core.definition.Outcome.Valid;
import io.carillon.core.definition.Problem;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.server.api.OperationsApi.Reload;
import io.carillon.server.runtime.Engine;
import io.carillon.server.workspace.WorkspaceFolder.Loaded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Where a server's definitions come from: its workspace folder, or what it published before. */
public final class WorkspaceSource implements Reload {
    private final Optional<Path> folder;
    private final Map<String, String> environment;

    public WorkspaceSource(Optional<Path> folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * What the folder says; nothing when there is no folder.
     *
     * @throws BadWorkspaceException when it has problems
     */
    public Optional<Engine.Definitions> atStart() {
        return switch (read()) {
            case Reload.Outcome.NoFolder _ -> Optional.empty();
            case Reload.Outcome.Read(var definitions) -> Optional.of(definitions);
            case Reload.Outcome.Wrong(var problems) ->
                throw new BadWorkspaceException(folder.map(Path::toString).orElse(""), problems);
        };
    }

    /**
     * What was published before, with the secrets of today.
     *
     * @param base where {@code ${file:PATH}} begins, there being no folder
     * @throws BadWorkspaceException when it cannot be read any more
     */
    public Workspace stored(WorkspaceFiles files, Path base) {
        return switch (WorkspaceFolder.read(files.texts(), folder.orElse(base), environment)) {
            case Valid(var workspace, var _) -> workspace;
            case Invalid(var problems) ->
                throw new BadWorkspaceException(
                        "in the store", problems.stream().map(Problem::toString).toList());
        };
    }

    /**
     * What somebody sent.
     *
     * @param base where {@code ${file:PATH}} begins when there is no folder
     */
    public Reload.Outcome pushed(WorkspaceFiles files, Path base) {
        var refused = new ArrayList<String>();
        files.texts().forEach((path, text) -> {
            WorkspaceFolder.refusal(path, text).ifPresent(problem -> refused.add(problem.toString()));
        });
        if (!refused.isEmpty()) return new Reload.Outcome.Wrong(refused);
        return outcome(files.texts(), WorkspaceFolder.read(files.texts(), folder.orElse(base), environment));
    }

    @Override
    public Reload.Outcome read() {
        if (folder.isEmpty()) return new Reload.Outcome.NoFolder();
        Loaded loaded = WorkspaceFolder.load(folder.get(), environment);
        return outcome(loaded.texts(), loaded.outcome());
    }

    private static Reload.Outcome outcome(SortedMap<String, String> texts, io.carillon.core.definition.Outcome read) {
        return switch (read) {
            case Valid(var workspace, var _) ->
                new Reload.Outcome.Read(new Engine.Definitions(workspace, new WorkspaceFiles(texts)));
            case Invalid(var problems) ->
                new Reload.Outcome.Wrong(
                        problems.stream().map(Problem::toString).toList());
        };
    }
}
