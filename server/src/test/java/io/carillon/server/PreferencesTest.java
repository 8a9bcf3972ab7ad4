package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How somebody wishes to be reached, by API. */
class PreferencesTest {
    private final RunningServer server;
    private final String path;

    PreferencesTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "100ms");
        server.client.identify("ada", "Ada");
        path = "/api/customers/" + server.client.idOf("user:ada");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void preferencesTakeThePlaceOfThoseBefore() {
        String first = """
                {"channels": ["sms", "email"], "quietHours": {"from": "22:00", "to": "06:30"},
                 "channelsByHour": [{"from": "09:00", "to": "17:00", "channels": ["email"]}]}""";

        assertThat(server.client.put(path + "/preferences", first).statusCode()).isEqualTo(200);
        var known = server.client.customer("user:ada").path("preferences");
        server.client.put(path + "/preferences", "{\"channels\": [\"push\"]}");
        var later = server.client.customer("user:ada").path("preferences");

        assertThat(known.path("channels").values())
                .extracting(it -> it.asString())
                .containsExactly("sms", "email");
        assertThat(known.path("quietHours").path("to").asString()).isEqualTo("06:30");
        assertThat(known.path("channelsByHour").path(0).path("channels").path(0).asString())
                .isEqualTo("email");
        assertThat(later.path("channels").path(0).asString()).isEqualTo("push");
        assertThat(later.has("quietHours")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"channels": ["fax"]}                            | "channels" has an unknown channel
            {"channels": "sms"}                              | "channels" expects a list
            {"channels": ["sms", "sms"]}                     | "channels" has sms twice
            {"quietHours": {"from": "22:00", "to": "22:00"}} | "quietHours" expects two times of day
            {"quietHours": "always"}                         | "quietHours" expects {
            {"channelsByHour": [{"channels": ["sms"]}]}      | "channelsByHour" expects two times of day
            {"chanels": []}                                  | "chanels" is unknown
            """)
    void whatIsWrongIsNamed(String body, String message) {
        HttpResponse<String> answer = server.client.put(path + "/preferences", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ShopClient.json(answer).path("error").path("message").asString())
                .startsWith(message);
    }

    @Test
    void whoeverIsNotThereHasNone() {
        assertThat(server.client.put("/api/customers/nobody/preferences", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDecisionIsExplainedInWords() {
        server.client.put(
                path + "/subscriptions", "{\"channel\": \"email\", \"topic\": \"reminders\", \"subscribed\": false}");
        server.client.addToCart("ada", "c1", "Lamp");

        String explanation = Eventually.eventually(
                () -> server.client
                        .get(path + "/decisions")
                        .path("items")
                        .path(0)
                        .path("explanation")
                        .asString(""),
                said -> !said.isEmpty());

        assertThat(explanation).contains("you had asked not to get \"reminders\" by e-mail");
    }
}
