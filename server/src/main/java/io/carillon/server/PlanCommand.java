package io.carillon.server;

import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.client.ApiClient;
import io.carillon.server.collect.EventFile;
import io.carillon.server.plan.KindGuess;
import io.carillon.server.plan.PlanDraft;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Tracking plans: what sources are expected to send.",
        mixinStandardHelpOptions = true,
        subcommands = PlanCommand.Infer.class)
final class PlanCommand implements Callable<Integer> {
    private final Streams streams;

    PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        streams.err().println("plan: say what to do; expected: plan infer");
        return 2;
    }

    @Command(
            name = "infer",
            description = "Drafts a plan from what was seen, and prints it: from the latest events of a running server,"
                    + " or from a file with a call a line.",
            mixinStandardHelpOptions = true)
    static final class Infer implements Callable<Integer> {
        private final Streams streams;

        @Mixin
        private final ServerOptions options = new ServerOptions();

        @Option(names = "--source", paramLabel = "NAME", description = "whose events, as a file in sources/ names it")
        private String source = "";

        @Option(
                names = "--events",
                paramLabel = "FILE",
                description = "JSON lines, plain or .gz: each a call as it is sent to /v1/batch")
        private Optional<Path> file = Optional.empty();

        Infer(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Integer call() {
            return file.isPresent() ? fromFile(file.get()) : fromServer();
        }

        private int fromServer() {
            if (source.isBlank()) return failed("--source NAME is missing, or --events FILE", 2);
            String path = "/api/plans/draft?source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
            return switch (options.client().get(path)) {
                case ApiClient.Outcome.Failed(var why) -> failed(why, 1);
                case ApiClient.Outcome.Refused refused -> failed(refused.message(), 1);
                case ApiClient.Outcome.Done(Value.Fields done) -> {
                    streams.out().print(done.text("yaml").orElse(""));
                    yield 0;
                }
            };
        }

        private int fromFile(Path events) {
            var draft = new PlanDraft(new KindGuess(AvailableCleansers::of));
            try {
                EventFile.Read read = EventFile.read(events, source, draft::add);
                if (read.unusable() > 0) {
                    streams.err()
                            .println("plan infer: %d of %d lines are no usable call"
                                    .formatted(read.unusable(), read.lines()));
                }
            } catch (IOException e) {
                return failed("%s cannot be read: %s".formatted(events, e.getMessage()), 1);
            }
            if (draft.seen() == 0) return failed("%s has no usable call".formatted(events), 1);
            Optional<String> only = Optional.of(source).filter(name -> !name.isBlank());
            streams.out().print(draft.toYaml(only.orElse("shop"), only));
            return 0;
        }

        private int failed(String why, int exit) {
            streams.err().println("plan infer: " + why);
            return exit;
        }
    }
}
