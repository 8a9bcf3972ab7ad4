package io.carillon.server.doctor;

import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.entity.workspace.WorkspaceKind;
import io.carillon.core.host.Row;
import io.carillon.host.local.StoreExam;
import io.carillon.host.local.UnusableStoreException;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.RestoreMark;
import io.carillon.server.settings.Settings;
import io.carillon.server.workspace.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Looks everything over.
 *
 * @param environment of this process
 * @param version of this Carillon
 */
public record Doctor(Settings settings, Map<String, String> environment, String version) {
    private static final int VERSIONS_MAX = 100_000;
    private static final String SERVER = "server";

    /**
     * From within the server that has the data open.
     *
     * @param whole also reads every block of the store
     */
    public Diagnosis ofRunning(Engine engine, boolean whole) {
        var diagnosis = common(Instant.now());
        diagnosis.note(SERVER, "state", engine.isHealthy() ? "running" : "stopped by itself");
        diagnosis.note(SERVER, "its clock", engine.now().toString());
        if (!engine.isHealthy()) {
            diagnosis.problem(
                    "the server takes nothing any more: its disk or memory failed",
                    "see its log for the cause, mend it, and start it again");
            return diagnosis;
        }
        if (engine.clockLeapt()) {
            diagnosis.problem(
                    "the clock leapt ahead by more than 5 minutes: timers stand still",
                    "set the clock right, or restart the server if it is right now");
        }
        diagnosis.note(SERVER, "messages waiting for a worker", engine.courier().waiting());
        Disk.look(settings.data(), diagnosis);
        StoreHealth.look(engine.examineStore(whole), true, whole, diagnosis);
        engine.current()
                .ifPresentOrElse(
                        current -> published(current.version(), current.files(), diagnosis),
                        () -> WorkspaceHealth.nothingPublished(diagnosis));
        return diagnosis;
    }

    /** Of a data folder that no server has open. */
    public Diagnosis ofStopped(boolean whole) {
        var diagnosis = common(Instant.now());
        diagnosis.note(SERVER, "state", "not running");
        Path data = settings.data();
        if (!Files.isDirectory(data)) {
            diagnosis.problem(
                    "there is no data folder " + data,
                    "name another with --data, restore a backup, or start the server, which makes it");
            return diagnosis;
        }
        Disk.look(data, diagnosis);
        Path store = data.resolve("store");
        try {
            StoreHealth.look(StoreExam.of(store, Engine.kinds(), whole), false, whole, diagnosis);
            List<Row> versions = StoreExam.rows(store, WorkspaceKind.VERSIONS, VERSIONS_MAX);
            if (versions.isEmpty()) WorkspaceHealth.nothingPublished(diagnosis);
            else {
                Row latest = versions.getLast();
                WorkspaceFiles files = WorkspaceFiles.Stored.FILES.decode(latest.value());
                published(Long.parseLong(latest.key(), 16), files, diagnosis);
            }
        } catch (UnusableStoreException e) {
            diagnosis.problem(String.valueOf(e.getMessage()), "restore a backup, or name another data folder");
        }
        return diagnosis;
    }

    private Diagnosis common(Instant now) {
        var diagnosis = new Diagnosis();
        Machine.settings(settings, environment, diagnosis);
        Machine.machine(version, now, diagnosis);
        try {
            RestoreMark.in(settings.data())
                    .ifPresent(mark -> diagnosis.note(
                            SERVER,
                            "restored",
                            "from a backup of %s; %s"
                                    .formatted(
                                            mark.backup(),
                                            mark.goesOn()
                                                    .map(at -> "marketing of runs from before " + at + " is held")
                                                    .orElse("not started since"))));
        } catch (IOException e) {
            diagnosis.problem(String.valueOf(e.getMessage()), "restore the backup once more");
        }
        settings.workspace()
                .ifPresent(
                        folder -> WorkspaceHealth.folder(folder, WorkspaceFolder.read(folder, environment), diagnosis));
        return diagnosis;
    }

    private void published(long number, WorkspaceFiles files, Diagnosis diagnosis) {
        Path base = settings.workspace().orElse(settings.data());
        WorkspaceHealth.published(number, WorkspaceFolder.read(files.texts(), base, environment), diagnosis);
    }
}
