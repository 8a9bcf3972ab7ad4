package io.carillon.server.imports;

import io.carillon.cleanse.Cleansers;
import io.carillon.connectors.file.Dialect;
import io.carillon.connectors.file.Entry;
import io.carillon.connectors.file.RecordFile;
import io.carillon.connectors.mapping.AutomaticMapping;
import io.carillon.connectors.mapping.Conversions;
import io.carillon.connectors.mapping.Mapper;
import io.carillon.connectors.mapping.Mapping;
import io.carillon.connectors.mapping.MappingReader;
import io.carillon.core.definition.DefinitionFile;
import io.carillon.core.definition.Problem;
import io.carillon.core.host.Limits;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.collect.HistoryReader;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an import needs to run: the mapping read, or made; the engine it goes to. */
public final class ImportJob {
    /** So long before the end of the host's memory it is no more relied on. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** What arrived did so no earlier than so long before it was last noted how far a run was. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private static final int FIRST_ROWS = 100;

    private final Engine engine;
    private final Conversions conversions;

    public ImportJob(Engine engine, Conversions conversions) {
        this.engine = engine;
        this.conversions = conversions;
    }

    /**
     * A file's beginning.
     *
     * @param first the first row that can be read
     */
    public record Look(Dialect dialect, Optional<Entry.Read> first) {}

    public static Look look(Path file, ImportOrder order) throws IOException {
        try (var records = RecordFile.open(file, order.fileWishes())) {
            Optional<Entry.Read> first = Optional.empty();
            for (int i = 0; i < FIRST_ROWS && first.isEmpty(); i++) {
                Optional<Entry> next = records.next();
                if (next.isEmpty()) break;
                if (next.get() instanceof Entry.Read row) first = Optional.of(row);
            }
            return new Look(records.dialect(), first);
        }
    }

    /**
     * The mapping that was given, or one made from the columns.
     *
     * @throws IllegalArgumentException when it has problems, a line for each
     */
    public static Mapping mapping(String text, Conversions conversions) {
        return mapping("mapping", text, conversions);
    }

    /**
     * The same.
     *
     * @param file its name, for messages
     */
    public static Mapping mapping(String file, String text, Conversions conversions) {
        return switch (new MappingReader(conversions).read(file, text)) {
            case DefinitionFile.Read.Good<Mapping>(var mapping) -> mapping;
            case DefinitionFile.Read.Bad<Mapping>(var problems) ->
                throw new IllegalArgumentException(
                        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        };
    }

    /** As YAML: what was given, or what is made of the columns. */
    public static String mappingText(Path file, ImportOrder order, Conversions conversions) throws IOException {
        if (order.mapping().isPresent()) return order.mapping().get();
        Entry.Read first = look(file, order)
                .first()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the file has no row, or none of its first %d can be read, so no mapping can be made of it"
                                .formatted(FIRST_ROWS)));
        return new AutomaticMapping(conversions).of(first.fields());
    }

    /** Counts what is wrong with the rows of an import where the quality of its source is looked at; not of a dry run. */
    FlawCounts flaws(ImportOrder order) {
        return new FlawCounts((reason, example, count) -> {
            if (!order.dryRun()) engine.inlet().unusable(order.source(), reason, example, count);
        });
    }

    /**
     * Runs an import to its end, from wherever it stands.
     *
     * @throws IllegalArgumentException when the mapping has problems
     * @throws IOException when file or data cannot be read or written
     */
    ImportProgress run(ImportFolder folder, Path file, ImportRun.Control control)
            throws IOException, InterruptedException {
        ImportOrder order = folder.order();
        Mapping mapping = mapping(mappingText(file, order, conversions), conversions);
        unknownTopics(mapping);
        Optional<Arrived> known = folder.progress().flatMap(this::arrived);
        var rows = new Rows(
                new Mapper(mapping),
                new HistoryReader(engine.sources(), new Cleansing(Cleansers::of)),
                order,
                folder.id(),
                () -> List.copyOf(engine.knowledge().topics()));
        return new ImportRun(folder, file, engine.host(), engine.clock(), control).run(order, rows, known);
    }

    private void unknownTopics(Mapping mapping) {
        List<String> known = engine.knowledge().topics().stream()
                .map(topic -> topic.id().text())
                .toList();
        for (String topic : mapping.consentTopics()) {
            if (!known.contains(topic)) {
                throw new IllegalArgumentException("consentTopics: there is no topic \"%s\"; expected one of %s"
                        .formatted(topic, String.join(", ", known)));
            }
        }
    }

    /** Only where the host may have forgotten. */
    private Optional<Arrived> arrived(ImportProgress progress) {
        Instant noted = progress.at();
        boolean isRemembered = noted.plus(Limits.MEMORY).minus(MARGIN).isAfter(engine.now());
        return isRemembered
                ? Optional.empty()
                : Optional.of(new Arrived(engine.host(), engine.asking(), noted.minus(UNDER_WAY)));
    }
}
