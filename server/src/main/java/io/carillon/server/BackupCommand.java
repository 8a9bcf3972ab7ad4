package io.carillon.server;

import io.carillon.host.local.StoreExam;
import io.carillon.host.local.StoreReport;
import io.carillon.host.local.UnusableStoreException;
import io.carillon.server.backup.BackupFolder;
import io.carillon.server.backup.Backups;
import io.carillon.server.backup.Manifest;
import io.carillon.server.client.ApiClient;
import io.carillon.server.doctor.Amount;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Copies everything that is kept into a new folder, as of one instant, and verifies it.",
            "Asks a running server, which goes on meanwhile; with --data takes the folder of one that is stopped.",
            "A backup holds personal data and secrets: keep it as you keep the data folder."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "DIR", description = "the folder of the backup; new or empty")
    private Path folder = Path.of("");

    @Option(names = "--data", paramLabel = "DATA", description = "the data folder of a server that is stopped")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--base",
            paramLabel = "EARLIER",
            description = "an earlier backup on the same disk: files that it has are linked, not kept twice")
    private Optional<Path> base = Optional.empty();

    BackupCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            if (data.isPresent()) {
                long total = 0; // it is known only when it is done: the folder may have anything in it
                return verified(new BackupFolder(folder, base)
                        .copy(data.get(), Main.version(), new Progress(streams.err(), "backup", total)));
            }
            ApiClient client = options.client();
            var backup = new BackupFolder(folder, base);
            return switch (client.download("/api/backup")) {
                case ApiClient.Download.Failed(var why) -> failed(why);
                case ApiClient.Download.Begun begun -> {
                    try (InputStream content = begun.content()) {
                        long total = begun.header(Backups.BYTES_HEADER)
                                .filter(text -> text.matches("[0-9]{1,18}"))
                                .map(Long::parseLong)
                                .orElse(0L);
                        yield verified(backup.receive(content, new Progress(streams.err(), "backup", total)));
                    }
                }
            };
        } catch (IOException | UnusableStoreException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    /** It opens, and what is in it can be read. */
    private int verified(Manifest manifest) {
        Path copied = folder.resolve(BackupFolder.DATA);
        StoreReport report = StoreExam.of(copied.resolve("store"), Engine.kinds(), true);
        if (report.damage().isPresent()) {
            return failed("%s cannot be relied on, as the data folder it is of is damaged: %s; see doctor"
                    .formatted(folder, report.damage().get()));
        }
        long unreadable = report.wakeUps().unreadable();
        if (unreadable > 0) {
            streams.err()
                    .println("backup: %d of %d entities cannot be read, here as in the data folder; see doctor"
                            .formatted(unreadable, report.wakeUps().entities()));
        }
        streams.out()
                .println("%s: backup as of %s, %d files, %s; verified"
                        .formatted(folder, manifest.at(), manifest.files().size(), Amount.bytes(manifest.bytes())));
        return 0;
    }

    private int failed(String why) {
        streams.err().println("backup: " + why);
        return 1;
    }
}
