package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files in, by the command and by the API of a running server. */
class ImportTest {
    private static final String CUSTOMERS = """
            id;first name;email;points;updated_at
            1;Ann;Ann@Example.org;12;2026-01-05T10:00:00Z
            2;Bob;nix;7;2026-01-05T10:00:00Z
            3;Kim
            4;Zoë;zoe@example.org;;2026-01-05T10:00:00Z
            5;Joe;joe@example.org;1;last week
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Optional<RunningServer> started = Optional.empty();

    @BeforeEach
    void start() {
        started = Optional.of(RunningServer.in(folder.resolve("shop"), "500ms"));
    }

    @AfterEach
    void stop() {
        server().close();
    }

    private RunningServer server() {
        return started.orElseThrow();
    }

    @Test
    void everyRowIsTakenOrToldAndTheTotalsAddUp() throws IOException {
        int exit = take("customers.csv", CUSTOMERS);

        assertThat(exit).isZero();
        assertThat(text(err)).contains("5 rows = 3 taken + 0 repeated + 0 skipped + 2 rejected; 1 values");
        assertThat(rejects()).isEqualTo("""
                row,line,column,value,reason,effect
                2,3,"email","nix","no e-mail address: expected ""@"" at the end",value left out
                3,4,,"3;Kim","has 2 columns; expected 5, as the first row has",row rejected
                5,6,"updated_at","last week","no date is to be seen; expected one such as 2024-05-31 or 31 May 2024",row rejected
                """.replace("\n", "\r\n"));
        assertThat(customer("user:1").path("traits").path("email").asString()).isEqualTo("ann@example.org");
        assertThat(customer("email:zoe@example.org")
                        .path("traits")
                        .path("firstName")
                        .asString())
                .isEqualTo("Zoë");
    }

    @Test
    void aFileTakenInTwiceHasNoEffectTheSecondTime() throws IOException {
        take("customers.csv", CUSTOMERS);

        int exit = take("customers.csv", CUSTOMERS);

        assertThat(exit).isZero();
        assertThat(text(err)).contains("0 taken + ", "this file was taken in before");
        assertThat(server().client.get("/api/imports").path("items")).hasSize(1);
    }

    @Test
    void anOlderFileDoesNotOverruleWhatIsKnown() throws IOException {
        server().client.take("identify", "{\"userId\": \"1\", \"traits\": {\"points\": \"99\"}}");

        take("customers.csv", CUSTOMERS);

        assertThat(customer("user:1").path("traits").path("points").asString()).isEqualTo("99");
        assertThat(customer("user:1").path("traits").path("firstName").asString())
                .isEqualTo("Ann");
    }

    @Test
    void aDryRunCountsAndTakesNothingIn() throws IOException {
        int exit = take("customers.csv", CUSTOMERS, "--dry-run");

        assertThat(exit).isZero();
        assertThat(text(err)).contains("5 rows = 3 taken");
        assertThat(server().client.look("/api/customers?identifier=user:1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void noJourneyStartsAndNobodyIsSubscribedWhoIsKnownByAFileOnly() throws IOException {
        String mapping = file("carts.yaml", """
                mapping: carts
                actions:
                  - track:
                      event: Product Added
                      userId: id
                      traits: {email: email}
                      properties: {cart_id: id}
                """).toString();

        take("carts.csv", "id,email\n1,ann@example.org\n", "--mapping", mapping);

        assertThat(customer("user:1").path("journeys")).isEmpty();
        assertThat(customer("user:1").path("subscriptions")).isEmpty();
    }

    @Test
    void aConsentBasisIsOnRecord() throws IOException {
        take("customers.csv", CUSTOMERS, "--consent-basis", "explicit: form of the 2024 fair");

        JsonNode consent = customer("user:1").path("subscriptions").path(0);
        assertThat(consent.path("subscribed").asBoolean()).isTrue();
        assertThat(consent.path("by").asString()).startsWith("import: explicit: form of the 2024 fair (imp-");
    }

    @Test
    void anOldToolsSuppressionsHoldForWhoComesLater() throws IOException {
        String mapping = file("old.yaml", """
                mapping: old-tool
                actions:
                  - suppress: {channel: email, address: mail, why: reason, when: {path: reason, not: unsubscribed}}
                  - unsubscribe: {channel: email, address: mail, at: at, when: {path: reason, equals: unsubscribed}}
                """).toString();
        take(
                "old.csv",
                "mail,reason,at\nann@example.org,complaint,\nbob@example.org,unsubscribed,2024-05-01\nnix,complaint,\n",
                "--mapping",
                mapping);

        for (String name : List.of("ann", "bob", "eve")) {
            server().client
                    .take(
                            "identify",
                            "{\"userId\": \"%s\", \"traits\": {\"email\": \"%s@example.org\"}}".formatted(name, name));
            server().client
                    .take(
                            "track",
                            "{\"userId\": \"%s\", \"event\": \"Product Added\", \"properties\": {\"cart_id\": \"c\"}}"
                                    .formatted(name));
        }
        server().awaitMails(1);

        eventually(
                () -> server().client
                        .get("/api/messages?status=withheld")
                        .path("items")
                        .size(),
                size -> size == 2);
        assertThat(text(err)).contains("3 rows = 2 taken + 0 repeated + 0 skipped + 1 rejected");
    }

    @Test
    void aMappingWithAMistakeIsRefusedWithItsPlace() throws IOException {
        String mapping = file("bad.yaml", "mapping: bad\nactions:\n  - identfy: {userId: id}\n")
                .toString();

        int exit = take("customers.csv", CUSTOMERS, "--mapping", mapping);

        assertThat(exit).isEqualTo(1);
        assertThat(text(err)).contains("bad.yaml:3:5: unknown key \"identfy\"; did you mean \"identify\"?");
        assertThat(text(err)).doesNotContain("mapping:3:5");
    }

    @Test
    void whatAnImportRejectsIsCountedInTheQualityOfItsSource() throws IOException {
        take("customers.csv", CUSTOMERS, "--dry-run");
        assertThat(quality()).isEmpty();

        take("customers.csv", CUSTOMERS);
        take("nobody.csv", "id,email,first name\n,,Ann\n2,bob@example.org,Ok\n");

        assertThat(quality())
                .containsExactly(
                        "import_row_rejected 2 row 3",
                        "import_value_left_out 1 row 2, email",
                        "invalid_name 1 row 2, traits.firstName",
                        "missing_identifier 1 row 1");
    }

    @Test
    void aValueThatIsKeptAsSentIsNotToldAsLeftOut() throws IOException {
        take("names.csv", "id,first name\n1,Ok\n");

        assertThat(rejects()).endsWith("1,2,\"traits.firstName\",\"Ok\",\"not a name; kept as sent\",kept as sent\r\n");
        assertThat(customer("user:1").path("traits").path("firstName").asString())
                .isEqualTo("Ok");
    }

    @Test
    void whatIsWrongWithAnOptOutIsToldByTheColumnsOfItsFile() throws IOException {
        String mapping = file("old.yaml", """
                mapping: old-tool
                actions:
                  - suppress: {channel: email, address: mail, when: {path: reason, equals: bounced}}
                  - unsubscribe: {channel: email, address: mail, at: left, when: {path: reason, equals: left}}
                """).toString();

        take("old.csv", "mail,reason,left\nnix,bounced,\nann@example.org,left,some day\n", "--mapping", mapping);

        assertThat(rejects())
                .contains("1,2,\"mail\",\"nix\",", "2,3,\"left\",\"some day\",\"is not a time as ISO 8601 has it\"");
    }

    @Test
    void aMapShowsWhichRowsWouldBeRejected() throws IOException {
        String customers = file("nobody.csv", "id,first name\n,Ann\n2,Bob\n").toString();

        int exit = Main.run(stream(out), stream(err), "map", customers);

        assertThat(exit).isZero();
        assertThat(text(out)).containsOnlyOnce("rejected the row: userId or anonymousId must be there");
    }

    private List<String> quality() {
        var counts = new ArrayList<String>();
        for (JsonNode item : server().client.get("/api/quality").path("items")) {
            if (!item.path("source").asString().equals("crm")) continue;
            counts.add("%s %d %s"
                    .formatted(
                            item.path("reason").asString(),
                            item.path("count").asInt(),
                            item.path("example").asString()));
        }
        return counts;
    }

    private int take(String name, String content, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("import", file(name, content).toString(), "--source", "crm"));
        arguments.addAll(List.of("--server", "http://127.0.0.1:" + server().port(), "--token", ShopClient.TOKEN));
        arguments.addAll(List.of(more));
        out.reset();
        err.reset();
        return Main.run(stream(out), stream(err), arguments.toArray(new String[0]));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private JsonNode customer(String identifier) {
        return server().client.get("/api/customers?identifier=" + identifier);
    }

    private String rejects() throws IOException {
        String id = server().client
                .get("/api/imports")
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return Files.readString(server().data().resolve("imports").resolve(id).resolve("rejects.csv"));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8);
    }
}
