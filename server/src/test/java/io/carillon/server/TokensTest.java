package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Write keys only write, the API token only administers. */
class TokensTest {
    private static final String TRACK = "{\"userId\":\"ada\",\"event\":\"Product Viewed\"}";
    private final RunningServer server;

    TokensTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withoutTheTokenEveryPathOfTheApiAnswersTheSame() {
        List<String> operations = operations();
        List<String> credentials = List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer " + ShopFolder.WRITE_KEY,
                "Bearer " + ShopClient.TOKEN.substring(1),
                "Bearer " + ShopClient.TOKEN + "x",
                "Bearer " + ShopClient.TOKEN.toUpperCase(Locale.ROOT),
                "Bearer " + "x".repeat(4_000),
                ShopClient.TOKEN,
                basic(ShopClient.TOKEN),
                basic(ShopFolder.WRITE_KEY));

        assertThat(operations).hasSizeGreaterThan(15).contains("GET /api/customers", "PUT /api/workspace");
        var answers = new ArrayList<String>();
        for (String operation : Stream.concat(
                        operations.stream(), Stream.of("DELETE /api/customers", "POST /api/none", "GET /api/"))
                .toList()) {
            for (String credential : credentials) answers.add(told(call(operation, credential)));
        }
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("401 Bearer {\"error\":{\"code\":\"unauthorized\""));
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void withTheTokenNoPathOfTheApiAnswersThatItIsMissing() {
        for (String operation : operations()) {
            assertThat(call(operation, "Bearer " + ShopClient.TOKEN).statusCode())
                    .as(operation)
                    .isNotEqualTo(401);
        }
    }

    @Test
    void theTokenIsNoWriteKeyAlsoWhereAWorkspaceHasItAsOne() {
        server.shop.write("sources/careless.yaml", "source: careless\nwriteKey: " + ShopClient.TOKEN + "\n");
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(200);

        assertThat(call("POST /v1/track", basic(ShopClient.TOKEN)).statusCode()).isEqualTo(401);
        assertThat(call("POST /v1/track", "Bearer " + ShopClient.TOKEN).statusCode())
                .isEqualTo(401);
        assertThat(call("GET /v1/projects/" + ShopClient.TOKEN + "/settings", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("GET /analytics.js/v1/" + ShopClient.TOKEN + "/analytics.min.js", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("POST /v1/track", basic(ShopFolder.WRITE_KEY)).statusCode())
                .isEqualTo(200);
    }

    /** {@code GET /api/customers/x}, each that the API's own description has. */
    private List<String> operations() {
        var operations = new ArrayList<String>();
        server.client.get("/openapi").path("paths").properties().forEach(path -> {
            if (!path.getKey().startsWith("/api/")) return;
            path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " "
                            + path.getKey().replaceAll("\\{[^}]*}", "x")));
        });
        return operations;
    }

    private HttpResponse<String> call(String operation, String credential) {
        int blank = operation.indexOf(' ');
        var request = server.client
                .to(operation.substring(blank + 1))
                .method(operation.substring(0, blank), BodyPublishers.ofString(TRACK));
        return server.client.send(credential.isEmpty() ? request : request.header("Authorization", credential));
    }

    private static String told(HttpResponse<String> answer) {
        return "%d %s %s"
                .formatted(
                        answer.statusCode(),
                        answer.headers().firstValue("WWW-Authenticate").orElse("none"),
                        answer.body());
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }
}
