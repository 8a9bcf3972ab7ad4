package io.carillon.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void aRecordIsOneLineOfJson() {
        var event = new LoggingEvent(
                "x", context.getLogger("io.carillon.Some"), Level.WARN, "two\nlines, \"{}\"", null, new Object[] {"ä"});

        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);

        assertThat(line).endsWith("}\n").doesNotContain("\ntwo");
        assertThat(line.strip().lines()).hasSize(1);
        Value.Fields record = ((JsonReader.Parsed.Tree) JsonReader.read(Bytes.utf8(line))).root();
        assertThat(record.text("message")).contains("two\nlines, \"ä\"");
        assertThat(record.text("level")).contains("WARN");
        assertThat(record.text("logger")).contains("io.carillon.Some");
        assertThat(record.text("time").orElse("")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void aFailureBringsItsTrace() {
        var event = new LoggingEvent(
                "x", context.getLogger("a"), Level.ERROR, "failed", new IllegalStateException("why"), new Object[] {});

        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);

        assertThat(line).contains("\"error\":\"java.lang.IllegalStateException: why\\n\\tat ");
    }
}
