package io.carillon.server.imports;

import io.carillon.connectors.mapping.Conversions;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a file of this machine in, without a server. */
public final class LocalImport {
    private final Engine engine;
    private final ImportJob job;
    private final Conversions conversions;

    public LocalImport(Engine engine, Conversions conversions) {
        this.engine = engine;
        this.job = new ImportJob(engine, conversions);
        this.conversions = conversions;
    }

    /**
     * Runs it to its end, from where an earlier run of the same file was cut off.
     *
     * @throws IllegalArgumentException when the mapping has problems
     */
    public Imports.View run(ImportOrder order, Path file, Consumer<ImportProgress> told)
            throws IOException, InterruptedException {
        ImportJob.mapping(ImportJob.mappingText(file, order, conversions), conversions);
        String id = Fingerprint.of(file).id(order);
        var folder =
                new ImportFolder(engine.data().path().resolve(Imports.FOLDER).resolve(id));
        Optional<ImportProgress> before = folder.exists() ? folder.progress() : Optional.empty();
        boolean isDone = before.filter(progress -> progress.status() == ImportProgress.Status.DONE)
                .isPresent();
        if (isDone && !order.dryRun()) {
            return Imports.repeated(new Imports.View(id, folder.order(), before.orElseThrow(), 0, 0));
        }
        if (isDone) Folders.delete(folder.path());
        if (!folder.exists()) folder.keep(order);
        var control = new ImportRun.Control(
                () -> engine.isHealthy() ? Optional.empty() : Optional.of(ImportProgress.Status.FAILED),
                told,
                job.flaws(order));
        ImportProgress end = job.run(folder, file, control);
        return new Imports.View(id, folder.order(), end, 0, 0);
    }
}
