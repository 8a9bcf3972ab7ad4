package io.carillon.channels.email;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.hostile.Ordeal;
import io.carillon.testkit.hostile.SmtpReplies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Whatever a server says, a reply is read or refused, what it offers is understood, and every failure gets an outcome. */
class HostileServerTest {
    private static final int SEEDS = 1_000;
    private static final int BYTES_EACH_MAX = 400;

    @Test
    void anyRepliesAreReadOrRefused() {
        forAll(SEEDS, SmtpReplies::session, (said, _) -> {
            var wire = new SmtpWire(new ByteArrayInputStream(said), OutputStream.nullOutputStream());
            Ordeal ordeal = Ordeal.of(said.length, BYTES_EACH_MAX);
            while (ordeal.read(UncheckedIOException.class, () -> reply(wire)).isPresent()) {
                // Each is judged as it is read; the end is one of the refusals.
            }
        });
    }

    @Test
    void aReplyOfLettersThatBecomeLongerIsJudgedAtOnce() {
        String line = "İ".repeat(2_000);
        var reply = new SmtpReply(550, java.util.Collections.nCopies(128, line));

        var outcome = Ordeal.of(line.length() * 128L, BYTES_EACH_MAX)
                .read(() -> Verdict.of(new RefusedException(Stage.RECIPIENT, reply), Stage.RECIPIENT));

        assertThat(outcome.toString()).hasSizeLessThan(1_000);
    }

    private static SmtpReply reply(SmtpWire wire) {
        try {
            SmtpReply reply = wire.reply();
            assertThat(reply.code()).isBetween(200, 599);
            assertThat(reply.toString()).hasSizeLessThan(400).doesNotContain("\n", "\r", "\u001b");
            assertThat(reply.enhanced().orElse("").length()).isLessThan(20);
            Extensions offered = Extensions.of(reply);
            assertThat(offered.sizeBytesMax()).isPositive();
            assertThat(offered.logins()).isNotEmpty();
            for (Stage stage : Stage.values()) {
                assertThat(Verdict.of(new RefusedException(stage, reply), stage).toString())
                        .hasSizeLessThan(1_000);
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }
}
