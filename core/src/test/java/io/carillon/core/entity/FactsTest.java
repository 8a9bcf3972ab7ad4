package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.turn.Facts;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.value.JsonSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others are told of each kind of row: they read it, so a change of it shows. {@code -Dcarillon.golden=write} writes it anew. */
class FactsTest {
    private static final Path FILE = Path.of("src/test/resources/io/carillon/core/entity/facts.txt");
    private static final Addresses ADDRESSES =
            new Addresses("http://localhost", new SecretKey(Bytes.copyOf(new byte[32])));

    @Test
    void everyKindOfRowIsToldAsItWas() throws IOException {
        var told = new StringBuilder();
        StoredForms.historyRows().values().forEach((name, entry) -> {
            Optional<Facts.Fact> fact = Facts.of(entry, ADDRESSES);
            String body = fact.map(it -> Facts.body(it, entry, "c1")).orElse("nothing");
            if (fact.isPresent()) assertThat(JsonSyntax.fault(body)).isEmpty();
            told.append(name).append(": ").append(body).append('\n');
        });

        if (System.getProperty("carillon.golden", "").equals("write")) Files.writeString(FILE, told);
        assertThat(told.toString()).isEqualTo(Files.readString(FILE));
    }
}
