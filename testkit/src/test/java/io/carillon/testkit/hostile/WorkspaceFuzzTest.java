package io.carillon.testkit.hostile;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Problem;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.WorkspaceReader;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.property.Chance;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever a workspace's files say, they are a workspace or problems, each with a place that is in its file. */
class WorkspaceFuzzTest {
    private static final int SEEDS = 3_000;
    private static final int BYTES_EACH_MAX = 20_000;
    private static final int MESSAGE_CHARS_MAX = 2_000;
    private static final WorkspaceFiles GOOD =
            WorkspaceFiles.smallest().with("segments/buyers.yaml", """
                    segment: buyers
                    when:
                      all:
                        - {event: Order Completed, count: {at least: 2}, within: 30d}
                        - not: {trait: country, equals: DE}
                    """).with("journeys/welcome.yaml", """
                    journey: welcome
                    trigger: {segment: buyers, moved: entered}
                    exit: [{event: Order Completed}]
                    steps:
                      - wait: 2d
                      - send: cart-reminder
                    """);
    private static final List<String> PATHS = List.copyOf(GOOD.texts().keySet());

    private static final Secrets SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return name.equals("SITE_KEY") ? Optional.of("key") : Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    };

    @Test
    void aBrokenFileGivesProblemsWithTheirPlaces() {
        forAll(SEEDS, WorkspaceFuzzTest::broken, (files, _) -> judge(files));
    }

    @Test
    void aTextMadeToSwellIsRefusedWithoutSwelling() {
        forAll(
                300,
                chance -> GOOD.with(chance.pick(PATHS), YamlTexts.swelling(chance))
                        .texts(),
                (files, _) -> judge(files));
    }

    @Test
    void templatesOfAMessageMayBeAnything() {
        forAll(
                1_000,
                chance -> GOOD.with("messages/cart-reminder.yaml", """
                        message: cart-reminder
                        purpose: transactional
                        channels:
                          email:
                            subject: %s
                            html: %s
                        """.formatted(
                                        quoted(LiquidTexts.template(chance)), quoted(LiquidTexts.template(chance))))
                        .texts(),
                (files, _) -> judge(files));
    }

    private static SortedMap<String, String> broken(Chance chance) {
        WorkspaceFiles files = GOOD;
        for (int changed = chance.between(1, 2); changed > 0; changed--) {
            String path = chance.pick(PATHS);
            files = files.with(path, YamlTexts.broken(files.text(path), chance));
        }
        return files.texts();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            quoted.append("\\u%04x".formatted((int) text.charAt(i)));
        }
        return quoted.append('"').toString();
    }

    private static void judge(SortedMap<String, String> files) {
        long size = files.values().stream().mapToLong(String::length).sum();
        Outcome outcome = Ordeal.of(size, BYTES_EACH_MAX)
                .read(() -> WorkspaceReader.read(new TreeMap<>(files), SECRETS, TemplateCheck.LIQUID));
        switch (outcome) {
            case Outcome.Valid(var _, var warnings) -> warnings.forEach(problem -> inPlace(problem, files));
            case Outcome.Invalid(var problems) -> {
                assertThat(problems).isNotEmpty();
                problems.forEach(problem -> inPlace(problem, files));
            }
        }
    }

    private static void inPlace(Problem problem, SortedMap<String, String> files) {
        List<String> lines = files.getOrDefault(problem.file(), "").lines().toList();
        int breaks = Math.toIntExact(files.getOrDefault(problem.file(), "")
                .chars()
                .filter(c -> c == '\n')
                .count());
        assertThat(problem.line()).as("%s", problem).isBetween(1, Math.max(lines.size(), breaks + 1));
        assertThat(problem.column()).as("%s", problem).isPositive();
        assertThat(problem.message()).isNotBlank().hasSizeLessThan(MESSAGE_CHARS_MAX);
        assertThat(problem.message().codePoints().allMatch(WorkspaceFuzzTest::isPrintable))
                .as("what a terminal would obey in %s", problem)
                .isTrue();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
            default -> true;
        };
    }
}
