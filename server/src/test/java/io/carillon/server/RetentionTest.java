package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is too old goes in the background, and the API says how far that is. */
class RetentionTest {
    private final RunningServer server;

    RetentionTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "100ms");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRoundIsMadeAfterTheStartAndNotAgainOnTheSameDay() {
        server.client.identify("ada", "Ada");
        JsonNode first = eventually(this::retention, RetentionTest::isMade);
        server.restart();
        JsonNode again = eventually(this::retention, RetentionTest::isMade);

        assertThat(first.path("limits").path("content").asString()).isEqualTo("90d");
        assertThat(first.path("limits").path("history").asString()).isEqualTo("forever");
        assertThat(first.path("removed").path("history").asLong()).isZero();
        assertThat(again.path("finishedAt")).isEqualTo(first.path("finishedAt"));
    }

    private JsonNode retention() {
        return server.client.get("/api/retention");
    }

    private static boolean isMade(JsonNode retention) {
        return retention.path("state").asString().equals("done")
                && !retention.path("startedAt").asString().startsWith("1970");
    }
}
