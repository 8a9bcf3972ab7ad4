package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.server.backup.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is backed up comes back as it was, and nobody gets marketing twice for it. */
class BackupTest {
    private static final int SHOPPERS = 40;

    private final Path folder;
    private final Path backup;
    private final Path target;
    private final RunningServer server;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        backup = folder.resolve("backup");
        target = folder.resolve("restored");
        server = RunningServer.in(folder, "2s");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aBackupMadeUnderLoadComesBackWholeAndNobodyGetsMarketingTwice() throws InterruptedException {
        var taken = new ArrayList<String>();
        for (int i = 0; i < SHOPPERS / 2; i++) shop(i, taken);
        var stop = new AtomicBoolean();
        var later = new ArrayList<String>();
        Thread load = Thread.ofVirtual().start(() -> {
            for (int i = SHOPPERS / 2; i < SHOPPERS && !stop.get(); i++) shop(i, later);
        });
        List<String> before = List.copyOf(taken);

        Said made = back();
        load.join();

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).startsWith(backup + ": backup as of ").endsWith("; verified\n");
        server.awaitMails(SHOPPERS); // nearly all of them after the backup: the restored store knows nothing of those
        assertThat(Said.by("restore", backup, "--data", target).exit()).isZero();
        server.restartOn(target);

        eventually(
                () -> server.client.all("/api/messages"),
                messages ->
                        messages.size() >= before.size() && messages.stream().allMatch(BackupTest::isSettled));
        assertThat(before)
                .allSatisfy(user -> assertThat(server.client
                                .customer("user:" + user)
                                .path("identifiers")
                                .toString())
                        .contains(user + "@x.org"));
        server.client.addToCart("shopper0", "another", "Kettle");
        server.awaitMails(SHOPPERS + 1);
        assertThat(server.sink.to("shopper0@x.org"))
                .as("one before, one of a run since")
                .hasSize(2);
        for (int i = 1; i < SHOPPERS; i++) {
            assertThat(server.sink.to("shopper%d@x.org".formatted(i))).hasSize(1);
        }
    }

    private static boolean isSettled(JsonNode message) {
        return List.of("sent", "uncertain").contains(message.path("status").asString());
    }

    private void shop(int number, List<String> taken) {
        String user = "shopper" + number;
        server.client.identify(user, "Ada");
        server.client.addToCart(user, "c" + number, "Lamp");
        taken.add(user);
    }

    @Test
    void aMoveGoesOnAsIfItHadOnlyBeenStopped() {
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");
        server.stop();

        Said made = Said.by("backup", backup, "--data", server.data());
        Said restored = Said.by("restore", backup, "--data", target, "--moved");
        server.restartOn(target);

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(restored.out()).contains("./carillon serve --data " + target);
        server.awaitMails(1);
        assertThat(server.sink.to("ada@x.org")).hasSize(1);
    }

    @Test
    void aSecondBackupSharesTheFilesThatAreTheSame() throws IOException {
        server.client.identify("ada", "Ada");
        server.restart();
        back();
        Path second = folder.resolve("second");

        Said made = Said.by("backup", second, "--base", backup, "--server", url(), "--token", ShopClient.TOKEN);

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.getAttribute(second.resolve("data/secret.key"), "unix:nlink"))
                .isEqualTo(2);
    }

    @Test
    void whatIsMissingOrChangedIsNamedAndNothingIsMade() throws IOException {
        back();
        Manifest manifest = Manifest.in(backup);
        Path key = backup.resolve("data/secret.key");
        String text = Files.readString(key);

        Files.writeString(key, text.replace(text.charAt(3), text.charAt(3) == '0' ? '1' : '0'));
        Said changed = Said.by("restore", backup, "--data", target);
        Files.delete(key);
        Said missing = Said.by("restore", backup, "--data", target);

        assertThat(manifest.files()).extracting(Manifest.Entry::path).contains("secret.key", "store/CURRENT");
        assertThat(changed)
                .isEqualTo(new Said(
                        1, "", "restore: %s was changed since the backup: its checksum differs\n".formatted(key)));
        assertThat(missing).isEqualTo(new Said(1, "", "restore: %s is missing from the backup\n".formatted(key)));
        assertThat(target).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**/.restored*");
    }

    @Test
    void foldersWithSomethingInThemAreLeftAlone() throws IOException {
        back();

        Said again = back();
        Said over = Said.by("restore", backup, "--data", server.data());

        assertThat(again.err())
                .isEqualTo("backup: %s is not empty: there is a backup in it; name a new folder\n".formatted(backup));
        assertThat(over.err())
                .isEqualTo(
                        "restore: %s is not empty: it is a data folder; name a new folder, or stop its server and move it away first\n"
                                .formatted(server.data()));
    }

    @Test
    void anUnfinishedBackupIsNone() throws IOException {
        back();
        Files.delete(backup.resolve(Manifest.FILE));

        assertThat(Said.by("restore", backup, "--data", target).err())
                .isEqualTo("restore: %s has no manifest.json: it is no backup, or one that was not finished\n"
                        .formatted(backup));
    }

    @Test
    void whoHasNoTokenGetsNothing() {
        Said refused = Said.by("backup", backup, "--server", url(), "--token", "a-wrong-token-of-some-length");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("(401)");
        assertThat(backup).isEmptyDirectory();
    }

    @Test
    void nothingOfABackupStaysInTheDataFolder() {
        back();

        assertThat(server.data()).isDirectoryNotContaining("glob:**/.backup*");
    }

    private Said back() {
        return Said.by("backup", backup, "--server", url(), "--token", ShopClient.TOKEN);
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }
}
