package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DemoCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theYearBeginsAndCanBeLookedAt() throws Exception {
        try (var err = new PipedOutputStream();
                var progress = new BufferedReader(
                        new InputStreamReader(new PipedInputStream(err, 1 << 16), StandardCharsets.UTF_8));
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> exit = thread.submit(() -> demo(new PrintStream(err, true, StandardCharsets.UTF_8)));
            URI page = URI.create(lineWith(progress, "look at ").replaceAll(".* look at ", ""));
            String clock = lineWith(progress, "The clock is not");
            HttpResponse<String> overview = get(page, "/");
            HttpResponse<String> nobody = get(page, "/customers/nobody");
            while (progress.readLine() != null && !exit.isDone()) {
                // until it is over
            }

            assertThat(exit.get()).as(out.toString(StandardCharsets.UTF_8)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .matches("(?s)[1-9]\\d+ events in, 0 refused, [1-9]\\d* mails .*");
            assertThat(clock).contains("starts on 2010-12-01", "864,000 times");
            assertThat(overview.body()).contains("journey-abandoned-cart", "×864,000");
            assertThat(overview.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(nobody.statusCode()).isEqualTo(404);
            assertThat(folder.resolve("reached")).hasContent("2010-12-02T00:00:00Z");
        }
    }

    @Test
    void whatIsWrongWithAFlagIsSaid() {
        var err = new ByteArrayOutputStream();

        int exit = Main.run(print(out), print(err), "demo", "--days", "0");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 to 374 --days");
    }

    @Test
    void aSecondDemoAtTheSamePortSaysSo() throws IOException {
        var err = new ByteArrayOutputStream();
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            int exit = Main.run(print(out), print(err), "demo", "--port=" + first.getLocalPort());

            assertThat(exit).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("port " + first.getLocalPort() + " is taken, perhaps by another demo");
        }
    }

    private int demo(PrintStream err) {
        try (err) {
            return Main.run(
                    print(out),
                    err,
                    "demo",
                    "--port=0",
                    "--days=1",
                    "--speed=10",
                    "--exit-when-done",
                    "--data=" + folder);
        }
    }

    private static String lineWith(BufferedReader lines, String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) return line;
        }
        throw new AssertionError("the demo ended without saying " + part);
    }

    private static HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
