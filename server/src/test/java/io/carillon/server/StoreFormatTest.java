package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.host.local.StoreExam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The format of stores speaks for every stored form: whoever changes the bytes of one raises it, so that an older Carillon
 * refuses the store by name instead of parking messages over what it cannot read.
 */
class StoreFormatTest {
    private static final Path FORMS =
            Path.of("src/test/resources/golden/data/forms-%d.txt".formatted(StoreExam.FORMAT));
    private static final List<Path> GOLDEN =
            List.of(Path.of("../core/src/test/resources/golden"), Path.of("../host-local/src/test/resources/golden"));

    @Test
    void whatIsStoredIsStoredAsThisFormatSays() throws Exception {
        SortedMap<String, String> forms = forms();
        if ("write".equals(System.getProperty("carillon.golden"))) {
            var lines = new ArrayList<String>();
            forms.forEach((name, digest) -> lines.add(name + " " + digest));
            Files.write(FORMS, lines);
        }

        for (String line : Files.readAllLines(FORMS)) {
            int end = line.lastIndexOf(' ');
            assertThat(forms.getOrDefault(line.substring(0, end), "gone"))
                    .as(
                            "%s is stored otherwise than in format %d: raise Meta.FORMAT, then see GoldenDataTest",
                            line.substring(0, end), StoreExam.FORMAT)
                    .isEqualTo(line.substring(end + 1));
        }
    }

    /** Each golden form's name and the digest of its bytes; those of earlier versions lie in folders of their own. */
    private static SortedMap<String, String> forms() throws IOException, NoSuchAlgorithmException {
        var forms = new TreeMap<String, String>();
        for (Path folder : GOLDEN) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        int end = line.lastIndexOf(' ');
                        String name = end < 0 ? "" : " " + line.substring(0, end);
                        forms.put(file.getFileName() + name, digest(line.substring(end + 1)));
                    }
                }
            }
        }
        return forms;
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
