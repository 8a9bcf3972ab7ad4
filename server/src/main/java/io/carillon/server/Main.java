package io.carillon.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Results go to stdout, everything else to stderr; both are UTF-8 whatever the locale. */
@Command(
        name = "carillon",
        description = "Real-time customer data platform and cross-channel messaging engine.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            PushCommand.class,
            PullCommand.class,
            SendTestCommand.class,
            QuarantineCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            ImportCommand.class,
            MapCommand.class,
            AuditCommand.class,
            CleanseCommand.class,
            LinkCommand.class,
            TrainCommand.class,
            PlanCommand.class
        })
public final class Main implements Runnable {
    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Of the jar, as the build wrote it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"carillon " + version()};
        }
    }

    /** Of this Carillon. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        int exit = run(out, err, args);
        if (exit != 0) System.exit(exit);
    }

    /** Runs one command: 0 when it did its work, 1 when it found something wrong, 2 when it was called wrongly. */
    static int run(PrintStream out, PrintStream err, String... args) {
        var streams = new Streams(out, err);
        return new CommandLine(new Main(out), new Commands(streams))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }
}
