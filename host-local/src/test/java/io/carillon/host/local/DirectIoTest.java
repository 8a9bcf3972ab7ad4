package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectIoTest {
    @TempDir
    private static Path folder = Path.of("");

    @Test
    void askingLeavesNothingBehind() throws IOException {
        DirectIo.worksIn(folder);
        DirectIo.worksIn(folder);

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whereNothingCanBeWrittenItDoesNotWork() throws IOException {
        Path nowhere = folder.resolve("nowhere");

        assertThat(DirectIo.worksIn(nowhere)).isFalse();
        assertThatThrownBy(() -> Files.list(nowhere)).isInstanceOf(IOException.class);
    }
}
