package io.carillon.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokenTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneIsMadeOnceAndKept() throws IOException {
        ApiToken.Kept first = ApiToken.keptIn(folder);
        ApiToken.Kept second = ApiToken.keptIn(folder);

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.text()).isEqualTo(first.text()).hasSizeGreaterThan(30);
        assertThat(second.token().matches(first.text())).isTrue();
        assertThat(second.token().matches(first.text() + "x")).isFalse();
        assertThat(first).hasToString("Kept[…]");
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");

        ApiToken.keptIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(ApiToken.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void anyTextThatIsNotBlankIsAToken() throws IOException {
        Files.writeString(folder.resolve(ApiToken.FILE), "\n");

        assertThatThrownBy(() -> ApiToken.keptIn(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no token");
        assertThatThrownBy(() -> ApiToken.of(" ")).hasMessage("an API token is not blank");
        assertThat(ApiToken.of("x").matches("x")).isTrue();
    }
}
