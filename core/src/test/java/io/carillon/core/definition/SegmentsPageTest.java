package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Tracking;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/segments.md}: its YAML blocks are one workspace, and each row of a table a person. */
class SegmentsPageTest {
    static final Instant NOON = Instant.parse("2026-03-18T11:00:00Z");

    private static final Path PAGE = Path.of("../docs/segments.md");
    private static final Pattern FILE = Pattern.compile("# ([a-zA-Z/-]+\\.yaml)");

    /** What a row of a table says. */
    private record Row(String file, String happened, String result) {}

    @TestFactory
    List<DynamicTest> everyExampleIsTrue() throws IOException {
        SortedMap<String, String> files = new TreeMap<>(Workspaces.SMALLEST);
        List<Row> rows = read(files);
        Workspace workspace = Workspaces.valid(files);

        assertThat(rows).hasSizeGreaterThan(60);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.file() + ": " + row.happened(),
                        () -> assertThat(resultOf(row, workspace)).isEqualTo(row.result())))
                .toList();
    }

    private static List<Row> read(SortedMap<String, String> files) throws IOException {
        var rows = new ArrayList<Row>();
        String file = "";
        Optional<StringBuilder> block = Optional.empty();
        for (String line : Files.readString(PAGE).split("\n", -1)) {
            if (line.equals("```yaml")) {
                block = Optional.of(new StringBuilder());
            } else if (line.equals("```") && block.isPresent()) {
                file = nameOf(block.get().toString());
                assertThat(files.put(file, block.get().toString()))
                        .as("%s stands twice", file)
                        .matches(before -> before == null || before.contains("workspace:"));
                block = Optional.empty();
            } else if (block.isPresent()) {
                block.get().append(line).append('\n');
            } else if (line.startsWith("#")) {
                file = "";
            } else if (!file.isEmpty() && line.startsWith("| ") && !line.startsWith("| ---")) {
                String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
                if (!cells[0].equals("what happened")) rows.add(new Row(file, cells[0], cells[1]));
            }
        }
        return rows;
    }

    private static String nameOf(String block) {
        var matcher = FILE.matcher(block.substring(0, block.indexOf('\n')));
        assertThat(matcher.matches()).as("no file name in\n%s", block).isTrue();
        return matcher.group(1);
    }

    private static String resultOf(Row row, Workspace workspace) {
        String name =
                row.file().substring(row.file().indexOf('/') + 1, row.file().lastIndexOf('.'));
        if (row.file().startsWith("traits/")) {
            ComputedTrait trait =
                    Objects.requireNonNull(workspace.computedTraits().get(name));
            return Evaluator.measure(trait.measured(), person(row, workspace, trait.measured()), NOON)
                    .map(SegmentsPageTest::text)
                    .orElse("none");
        }
        SegmentDefinition segment = Objects.requireNonNull(workspace.segments().get(new SegmentId(name)));
        boolean isIn = Evaluator.holds(segment.when(), person(row, workspace, segment.when()), NOON);
        return isIn ? "in" : "out";
    }

    private static Somebody person(Row row, Workspace workspace, Condition condition) {
        var tracking = Tracking.of(List.of(condition), List.of());
        var somebody = new Somebody(workspace.zone(), Behaviour.NONE);
        int place = 0;
        for (String happening : row.happened().split("; ", -1)) somebody.happens(happening, ++place, tracking);
        return somebody;
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Num(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
