package io.carillon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataOfRunsTest {
    @Test
    void theNextRunKnowsWhatIsThere(@TempDir Path folder) throws IOException {
        DataOfRuns.in(folder).with(1_000).plus(2_000).save();

        DataOfRuns next = DataOfRuns.in(folder);

        assertThat(next).isEqualTo(new DataOfRuns(folder, 1_000, 2_000, 2));
    }

    @Test
    void aFolderOfSomebodyElseIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bench.txt"), "hello");

        assertThatThrownBy(() -> DataOfRuns.in(folder)).hasMessageContaining("bench.txt is none of ours");
    }
}
