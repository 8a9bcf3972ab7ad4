package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkspaceFuzzTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "#",
            "\"",
            "'",
            "|",
            ">",
            "&a ",
            "*a",
            "!!int ",
            "<<: ",
            "---\n",
            "...",
            "\t",
            "${env:X}",
            "${",
            "%YAML 1.2\n",
            "null",
            "~",
            "\u0000",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "9999999999999999999",
            "1e999999999",
            "2x",
            "0s",
            ".nan",
            "? ",
            "{{",
            "\r",
            "all: ",
            "not: ",
            "when: {trait: a, exists: true}\n",
            "x: y\n",
            "segment: a, ",
            "role: fan, ",
            "count: {exactly: 1}, ",
            "within: 3d, ",
            "from: 2026-01-01, ",
            "until: ",
            "last 3 months",
            "matches: '(a{9})', ",
            "without: ",
            "- event: ",
            "between: [2, 1]",
            "36501d",
            "9999-12-31",
            "0000-01-01T00:00:60Z");

    /** Every kind of file, and most of what can stand in a condition. */
    private static final SortedMap<String, String> FILES = files();

    private static SortedMap<String, String> files() {
        var files = new TreeMap<>(Workspaces.SMALLEST);
        files.put("workspace.yaml", Workspaces.text("workspace.yaml") + "roles: {fan: {segment: b}}\n");
        files.put("traits/spent.yaml", "trait: spent\nevent: x\nsum: {of: total}\nduring: this year\n");
        files.put("segments/b.yaml", "segment: b\nwhen: {trait: spent, between: [1, 2]}\n");
        files.put("segments/a.yaml", """
                segment: a
                when:
                  any:
                    - role: fan
                    - {trait: born, anniversary: {within: 7d}, matches: "^a{2,3}", before: 2026-01-01}
                    - event: x
                      where: [{property: a, not: {in: [b, 1]}}]
                      items: {in: products, where: {property: c, exists: true}}
                      max: {of: price, atLeast: 1}
                      during: {months: [-5, -3]}
                    - {event: x, count: {between: [1, 2]}, from: 2026-01-01, until: 2026-01-31}
                    - sequence: [{event: x}, {message: any, was: sent, within: 1h, without: {event: y}}]
                      within: 3d
                    - {journey: abandoned-cart, is: active}
                    - subscription: {channel: email, topic: reminders, is: undecided}
                    - bucket: {name: x, from: 5, to: 50}
                """);
        return files;
    }

    @Test
    void whateverIsWrittenGivesAWorkspaceOrProblemsWithAPlaceInAFile() {
        List<String> paths = List.copyOf(FILES.keySet());
        int invalid = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            SortedMap<String, String> files = new TreeMap<>(FILES);
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                files.compute(
                        paths.get(random.nextInt(paths.size())), (_, text) -> mutate(text == null ? "" : text, random));
            }

            Outcome outcome = Workspaces.read(files);

            if (outcome instanceof Outcome.Invalid(var problems)) {
                invalid++;
                assertThat(problems).as("seed %d", seed).isNotEmpty();
                for (Problem problem : problems) expectInside(seed, problem, files);
            }
        }
        assertThat(invalid).isBetween(1_000, 4_990);
    }

    @Test
    void whatIsDeepOrWideIsRefusedAndNotFollowed() {
        var bombs = new ArrayList<String>();
        bombs.add("when: " + "[".repeat(500_000));
        bombs.add("when: " + "{a: ".repeat(200_000));
        bombs.add("- ".repeat(200_000));
        bombs.add("x".repeat(Yaml.LENGTH_MAX + 1));
        bombs.add("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        bombs.add("segment: x\nwhen: &a {not: *a}\n");
        bombs.add("segment: x\nwhen: {all: [" + "{trait: a, exists: true},".repeat(10_000) + "]}\n");
        bombs.add("a\n".repeat(100_000));
        bombs.add("segment: x\n" + "a: 1\n".repeat(100_000));

        for (String bomb : bombs) {
            Outcome outcome = Workspaces.read(Workspaces.with("segments/bomb.yaml", bomb));

            assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
            assertThat(((Outcome.Invalid) outcome).problems())
                    .hasSizeBetween(1, WorkspaceReader.PROBLEMS_MAX)
                    .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(400));
        }
    }

    private static String mutate(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + piece + text.substring(to);
            case 2 -> text.substring(0, from) + text.substring(from, to) + text.substring(from);
            default -> text.substring(0, from) + piece + text.substring(from);
        };
    }

    private static void expectInside(int seed, Problem problem, SortedMap<String, String> files) {
        assertThat(files).as("seed %d: %s", seed, problem).containsKey(problem.file());
        String[] lines = files.getOrDefault(problem.file(), "").split("\n", -1);
        assertThat(problem.line()).as("seed %d: %s", seed, problem).isBetween(1, lines.length);
        assertThat(problem.column())
                .as("seed %d: %s", seed, problem)
                .isBetween(1, lines[problem.line() - 1].length() + 1);
        assertThat(problem.message()).isNotBlank().doesNotContain("\n");
    }
}
