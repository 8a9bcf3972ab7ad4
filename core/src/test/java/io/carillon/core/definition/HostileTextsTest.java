package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What fuzzing found, by name. */
class HostileTextsTest {
    @Test
    void whatAProblemQuotesCannotSpeakToATerminal() {
        var files =
                Workspaces.with("topics/reminders.yaml", "topic: reminders\ndefault: \"a\\u009b2J\\u202eb\\u2028c\"\n");

        Outcome outcome = Workspaces.read(files);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .extracting(Problem::toString)
                                .asString()
                                .contains("\"a␣2J␣b␣c\""));
    }
}
