package io.carillon.server;

import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Problem;
import io.carillon.server.workspace.WorkspaceFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Validates a workspace of definitions; exit code 1 when something in it is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "the workspace's folder")
    private Path folder = Path.of(".");

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return switch (WorkspaceFolder.read(folder, System.getenv())) {
            case Outcome.Invalid(var problems) -> {
                problems.forEach(streams.out()::println);
                yield 1;
            }
            case Outcome.Valid(var workspace, var warnings) -> {
                for (Problem warning : warnings) streams.out().println("warning: " + warning);
                streams.out()
                        .println("%s: %d sources, %d topics, %d channels, %d messages, %d segments, %d journeys"
                                .formatted(
                                        workspace.name(),
                                        workspace.sources().size(),
                                        workspace.topics().size(),
                                        workspace.channels().size(),
                                        workspace.messages().size(),
                                        workspace.segments().size(),
                                        workspace.journeys().size()));
                yield 0;
            }
        };
    }
}
