package io.carillon.server;

import io.carillon.server.backup.Manifest;
import io.carillon.server.backup.Restore;
import io.carillon.server.doctor.Amount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Makes a data folder of a backup: whole, or not at all.",
            "Marketing of journeys that were under way is not sent by itself: it may have been sent after the backup."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "the folder of the backup")
    private Path backup = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "TARGET",
            required = true,
            description = "the data folder to make; new or empty")
    private Path target = Path.of("");

    @Option(
            names = "--moved",
            description = "nothing ran after the backup, as when you move to another machine: all goes on as it was")
    private boolean moved;

    RestoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            var progress =
                    new Progress(streams.err(), "restore", Manifest.in(backup).bytes());
            Manifest manifest = Restore.run(backup, target, moved, progress);
            streams.out()
                    .println("%s: as of %s, %d files, %s, all as they were backed up"
                            .formatted(target, manifest.at(), manifest.files().size(), Amount.bytes(manifest.bytes())));
            streams.out().println("Next: ./carillon serve --data " + target);
            streams.out().println(moved ? AS_IT_WAS : HELD);
            return 0;
        } catch (IOException e) {
            streams.err().println("restore: " + e.getMessage());
            return 1;
        }
    }

    private static final String AS_IT_WAS =
            "Never start the server on the old data folder again: both would send the same messages.";
    private static final String HELD = """
            What came in after the backup is not known: unsubscribes and erasures of that time have to be done again.
            Marketing of journeys under way is listed as uncertain, not sent; see GET /api/messages?status=uncertain.""";
}
