package io.carillon.bench.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this process took of the machine so far, all its threads together. */
final class Machine {
    private static final Path IO = Path.of("/proc/self/io");

    private Machine() {}

    static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Bytes given to the system to be written; not a number where it does not tell. */
    static double written() {
        if (!Files.isReadable(IO)) return Double.NaN;
        try (Stream<String> lines = Files.lines(IO)) {
            return lines.filter(line -> line.startsWith("wchar: "))
                    .mapToDouble(line -> Double.parseDouble(line.substring("wchar: ".length())))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the files that hold rows: not logs, which end once what they hold stands elsewhere. */
    static long stored(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (List.of(".sst", ".blob", ".seg").stream().anyMatch(name::endsWith)) bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
