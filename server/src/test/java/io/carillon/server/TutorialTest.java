package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/tutorial.md}: each {@code curl} and each file of its shell blocks, on the demo's first days. */
@Timeout(300)
class TutorialTest {
    private static final Path PAGE = Path.of("../docs/tutorial.md");
    private static final int DAYS = 3;
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile(
            "(?ms)^cat > shop/(?<file>\\S+) <<'YAML'\n(?<text>.*?)^YAML$|^curl -s (?<curl>(?:[^\n']|'[^']*')*)$");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> answers = new ArrayList<>();
    private String lastId = "";

    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        String page = Files.readString(PAGE);

        DemoYear.of(DAYS, folder, year -> {
            Matcher block = BLOCK.matcher(page);
            while (block.find()) run(block.group(1), year.api().server());
        });

        assertThat(answers).hasSize(14);
        assertThat(answers.get(2)).contains("\"exact\":true").doesNotContain("\"count\":0,");
        assertThat(answers.get(4)).contains("Buying for Christmas");
        assertThat(answers.get(8)).contains("\"journey\":\"refund\"");
        assertThat(answers.get(9)).contains("you had heard enough from us", "what it was about had changed");
        assertThat(answers.get(11)).contains("you had asked not to get \\\"reminders\\\" by e-mail");
        assertThat(answers.get(12)).contains("no email address of theirs is known");
        assertThat(answers.get(13)).contains("missing_event_name");
    }

    private void run(String block, URI server) {
        Matcher command = COMMAND.matcher(block);
        int end = 0;
        while (command.find()) {
            assertThat(block.substring(end, command.start()))
                    .as("between commands")
                    .isBlank();
            end = command.end();
            try {
                if (command.group("file") != null) {
                    Files.writeString(folder.resolve(command.group("file")), command.group("text"));
                } else {
                    answers.add(call(command.group("curl"), server));
                }
            } catch (IOException e) {
                throw new AssertionError(command.group(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(command.group(), e);
            }
        }
        assertThat(block.substring(end)).as("after the commands").isBlank();
    }

    private String call(String curl, URI server) throws IOException, InterruptedException {
        String path = first("http://localhost:8080([^' ]*)", curl).replace("/ID/", "/" + lastId + "/");
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path.replaceAll("=ID$", "=" + lastId)));
        Matcher header = Pattern.compile("-H '([^:]+): ([^']+)'").matcher(curl);
        while (header.find()) request.header(header.group(1), header.group(2));
        if (curl.contains("-u ")) request.header("Authorization", "Basic " + base64(first("-u (\\S+)", curl)));
        String body = curl.contains(" -d ") ? first("(?s) -d '([^']*)'", curl) : "";
        if (curl.contains("-X POST") || !body.isEmpty()) request.POST(BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", curl, answer.body()).isEqualTo(200);
            if (path.contains("/customers?identifier=")) lastId = id(answer.body());
            return answer.body();
        }
    }

    private static String id(String json) {
        var parsed = JsonReader.read(Bytes.wrap(json.getBytes(StandardCharsets.UTF_8)));
        Value.Fields customer = ((JsonReader.Parsed.Tree) parsed).root();
        return customer.text("id").orElseThrow();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
