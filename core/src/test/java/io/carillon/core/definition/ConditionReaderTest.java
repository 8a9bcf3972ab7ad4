package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.Condition;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConditionReaderTest {
    /** {@code conditions.txt} has conditions as they are written, and what they mean: the one text of the question. */
    @Test
    void everyFormMeansWhatItSays() throws IOException {
        var meant = new StringBuilder();
        for (String line : Golden.read("conditions.txt").split("\n", -1)) {
            if (line.startsWith("    ")) continue;
            if (!meant.isEmpty()) meant.append('\n');
            meant.append(line);
            if (line.isEmpty() || line.startsWith("#")) continue;
            meant.append("\n    ").append(Json.write(Canonical.of(condition(line))));
        }

        assertThat(meant.toString()).isEqualTo(Golden.of("conditions.txt", meant.toString()));
    }

    @Test
    void aSegmentIsWhatItStandsForWhateverTheOrderOfFiles() {
        SortedMap<String, String> files = new TreeMap<>(Workspaces.SMALLEST);
        files.put("segments/a.yaml", "segment: a\nwhen: {all: [{segment: b}, {segment: c}]}\n");
        files.put("segments/b.yaml", "segment: b\nwhen: {not: {segment: c}}\n");
        files.put("segments/c.yaml", "segment: c\nwhen: {trait: vip, equals: true}\n");

        Condition a = when(Workspaces.valid(files), "a");

        Condition c = when(Workspaces.valid(files), "c");
        Condition namedC = new Condition.Named("segment", "c", c);
        assertThat(a)
                .isEqualTo(new Condition.All(
                        List.of(new Condition.Named("segment", "b", new Condition.Not(namedC)), namedC)));
    }

    @Test
    void aRoleOfTheWorkspaceTakesThePlaceOfTheBuiltInOne() {
        SortedMap<String, String> files = new TreeMap<>(Workspaces.SMALLEST);
        files.put(
                "workspace.yaml",
                Workspaces.text("workspace.yaml")
                        + "roles:\n  buyer: {event: Order Completed}\n  regular: {role: buyer}\n");
        files.put("segments/a.yaml", "segment: a\nwhen: {role: regular}\n");
        files.put("segments/b.yaml", "segment: b\nwhen: {role: seller}\n");

        Workspace workspace = Workspaces.valid(files);

        Condition buyer = new Condition.Named("role", "buyer", condition("{event: Order Completed}"));
        assertThat(when(workspace, "a")).isEqualTo(new Condition.Named("role", "regular", buyer));
        assertThat(when(workspace, "b"))
                .isInstanceOfSatisfying(
                        Condition.Named.class,
                        role -> assertThat(role.condition()).isInstanceOf(Condition.Any.class));
    }

    @Test
    void aComputedTraitIsMeasuredWhereConditionsSpeakOfIt() {
        SortedMap<String, String> files = new TreeMap<>(Workspaces.SMALLEST);
        files.put("traits/spent.yaml", """
                trait: spent
                name: Spent this year
                event: Order Completed
                where: {property: status, not: cancelled}
                sum: {of: total}
                during: this year
                """);
        files.put("traits/visits.yaml", "trait: visits\nevent: Page Viewed\n");
        files.put("segments/a.yaml", "segment: a\nwhen: {trait: spent, atLeast: 100}\n");

        Workspace workspace = Workspaces.valid(files);

        assertThat(workspace.computedTraits().keySet()).containsExactly("spent", "visits");
        assertThat(Objects.requireNonNull(workspace.computedTraits().get("spent"))
                        .label())
                .isEqualTo("Spent this year");
        assertThat(when(workspace, "a"))
                .isEqualTo(condition("{event: Order Completed, where: {property: status, not: cancelled},"
                        + " sum: {of: total, atLeast: 100}, during: this year}"));
    }

    private static Condition condition(String yaml) {
        SortedMap<String, String> files = new TreeMap<>(Workspaces.SMALLEST);
        files.putAll(Map.of(
                "segments/vips.yaml",
                "segment: vips\nwhen: {trait: vip, equals: true}\n",
                "segments/asked.yaml",
                "segment: asked\nwhen: " + yaml + "\n"));
        return when(Workspaces.valid(files), "asked");
    }

    private static Condition when(Workspace workspace, String segment) {
        SegmentDefinition definition =
                Objects.requireNonNull(workspace.segments().get(new SegmentId(segment)));
        return definition.when();
    }
}
