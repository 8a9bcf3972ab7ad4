package io.carillon.server;

import io.carillon.core.value.Json;
import io.carillon.linkage.Agreement;
import io.carillon.linkage.Agreement.IdPair;
import io.carillon.linkage.Linked;
import io.carillon.linkage.Linker;
import io.carillon.linkage.Settings;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import io.carillon.server.link.LinkLines;
import io.carillon.server.link.RecordsFile;
import io.carillon.server.link.TruthFile;
import io.carillon.server.link.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        description = {
            "Finds the records of one person in a CSV file, though they share no identifier.",
            "Prints a JSON object a line: first each pair,",
            "  {\"pair\":[ID,ID], \"accepted\":…, \"probability\":…, \"bits\":…, \"for\":[…], \"against\":[…]}",
            "with evidence {\"column\":…, \"values\":[…,…], \"words\":…, \"bits\":…}; then each group, {\"cluster\":[ID,…]};",
            "with --truth at last {\"precision\":…, \"recall\":…, \"f1\":…} of the pairs within groups. Merges nothing.",
            "See docs/linkage.md."
        },
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a header and a column that names each record: id, rec_id, …")
    private Path file = Path.of("");

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "CSV with the columns id_a, id_b: pairs of one person")
    private Optional<Path> truth = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "NAME=KIND",
            description = "what a column holds, where its name and values do not say it; ignore leaves it out")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "from which probability on two records are linked; default: ${DEFAULT-VALUE}")
    private double threshold = Settings.DEFAULT.threshold();

    LinkCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!(threshold > 0 && threshold < 1))
            return failed("--threshold %s; expected above 0 and below 1".formatted(threshold));
        Map<String, ColumnKind> said = new LinkedHashMap<>();
        for (var entry : columns.entrySet()) {
            Optional<ColumnKind> kind = ColumnKind.ofWord(entry.getValue());
            if (kind.isEmpty()) {
                return failed("--column %s=%s: no such kind; expected one of %s"
                        .formatted(entry.getKey(), entry.getValue(), kinds()));
            }
            said.put(entry.getKey(), kind.get());
        }
        try {
            Table table = RecordsFile.read(file, said, this::progress);
            Optional<Set<IdPair>> pairs =
                    truth.isPresent() ? Optional.of(TruthFile.read(truth.get())) : Optional.empty();
            Linked linked = new Linker(Settings.DEFAULT.withThreshold(threshold), this::progress).link(table);
            Found found = print(linked);
            pairs.ifPresent(it -> printAgreement(table, found, it));
            return 0;
        } catch (IOException | UnusableFileException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    /** @param alone pairs that are probable enough by themselves */
    private record Found(Set<IdPair> accepted, Set<IdPair> alone) {}

    private Found print(Linked linked) {
        var found = new Found(new HashSet<>(), new HashSet<>());
        linked.pairs().forEach(pair -> {
            streams.out().println(Json.write(LinkLines.pair(pair)));
            IdPair ids = IdPair.of(pair.one(), pair.other());
            if (pair.isAccepted()) found.accepted().add(ids);
            if (pair.probability() >= threshold) found.alone().add(ids);
        });
        linked.groups().forEach(group -> streams.out().println(Json.write(LinkLines.cluster(group))));
        progress("%d pairs, %d groups"
                .formatted(linked.pairCount(), linked.groups().size()));
        return found;
    }

    private void printAgreement(Table table, Found found, Set<IdPair> truth) {
        Set<String> ids = table.rows().stream().map(Row::id).collect(Collectors.toSet());
        long unknown = truth.stream()
                .filter(pair -> !ids.contains(pair.one()) || !ids.contains(pair.other()))
                .count();
        if (unknown > 0)
            progress("%d pairs of the truth name records that are not in the file; they count as missed"
                    .formatted(unknown));
        streams.out()
                .println(Json.write(LinkLines.agreement(
                        Agreement.of(found.accepted(), truth), Agreement.of(found.alone(), truth))));
    }

    private static String kinds() {
        return Arrays.stream(ColumnKind.values()).map(ColumnKind::word).collect(Collectors.joining(", "));
    }

    private void progress(String line) {
        streams.err().println("link: " + line);
    }

    private int failed(String why) {
        streams.err().println("link: " + why);
        return 1;
    }
}
