package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who is whom, from the tracking call to what the API shows of it. */
class WhoIsWhomTest {
    private final RunningServer server;
    private final ShopClient client;

    WhoIsWhomTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
        client = server.client;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyKindOfIdentifierLeadsToItsCustomer() {
        client.take("identify", """
                {"userId": "ada", "anonymousId": "a1", "traits": {"email": "Ada@X.org", "phone": "+49 30 901820"},
                 "context": {"device": {"id": "d1"},
                             "externalIds": [{"id": "17", "type": "crm", "collection": "users", "encoding": "none"}]}}""");

        String ada = client.idOf("user:ada");
        for (String other :
                List.of("email:ADA@x.org", "phone:+49 (30) 901820", "device:d1", "anonymous:a1", "external:crm:17")) {
            assertThat(client.idOf(other)).as(other).isEqualTo(ada);
        }
        assertThat(client.customer("user:ada").path("userId").asString()).isEqualTo("ada");
    }

    @Test
    void anAliasMergesTwoUsersAndTheTimelineSaysWhy() {
        client.identify("bob", "Bob");
        client.identify("robert", "Robert");

        client.take("alias", """
                {"userId": "robert", "previousId": "bob", "messageId": "they-are-one"}""");

        assertThat(client.idOf("user:bob")).isEqualTo(client.idOf("user:robert"));
        assertThat(client.customer("user:bob").path("userId").asString()).isEqualTo("robert");
        assertThat(timeline("user:bob", "absorbed")).singleElement().satisfies(row -> {
            assertThat(row.path("messageId").asString()).isEqualTo("they-are-one");
            assertThat(row.path("explicit").asBoolean()).isTrue();
        });
        assertThat(timeline("user:bob", "identifier_gained").toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("because").asString())
                        .isEqualTo(row.path("identifier").asString()));
    }

    @Test
    void aConflictIsFoundWithoutSayingWhoseAddressItIs() {
        client.take("identify", "{\"userId\": \"u1\", \"traits\": {\"email\": \"jane@x.org\"}}");
        client.take("identify", "{\"userId\": \"u2\", \"traits\": {\"email\": \"jane@x.org\"}}");

        JsonNode finding = finding("email_conflict");
        assertThat(finding.path("count").asInt()).isEqualTo(1);
        assertThat(finding.path("example").asString())
                .isEqualTo("like \"xxxx@x.xxx\" of customer %s, owned by %s"
                        .formatted(client.idOf("user:u2"), client.idOf("user:u1")));
        assertThat(timeline("user:u2", "identifier_refused"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("because").asString()).isEqualTo("email:jane@x.org"));
    }

    @Test
    void aRoleAddressIsATraitAndLinksNobody() {
        client.take("identify", "{\"userId\": \"u1\", \"traits\": {\"email\": \"info@x.org\"}}");
        client.take("identify", "{\"userId\": \"u2\", \"traits\": {\"email\": \"info@x.org\"}}");

        assertThat(client.idOf("user:u1")).isNotEqualTo(client.idOf("user:u2"));
        assertThat(client.customer("user:u1").path("traits").path("email").asString())
                .isEqualTo("info@x.org");
        assertThat(finding("role_address").path("example").asString()).isEqualTo("email \"info@…\"");
    }

    @Test
    void aCallThatNamesOnlyJunkIsRefusedWithItsReason() {
        HttpResponse<String> strict = client.track("identify?strict=true", "{\"userId\": \"null\"}");

        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.body()).contains("junk_identifier").contains("userId");
    }

    @Test
    void aGroupIsShownWithItsMembersAndIdentifiesNobody() {
        client.take("group", """
                {"userId": "u1", "groupId": "shop-7", "traits": {"name": "Lamps", "email": "office@lamps.example"}}""");
        client.take("group", "{\"userId\": \"u2\", \"groupId\": \"shop-7\"}");

        assertThat(client.idOf("user:u1")).isNotEqualTo(client.idOf("user:u2"));
        JsonNode group = client.customer("user:u1").path("groups").path(0);
        assertThat(group.path("id").asString()).isEqualTo("shop-7");
        assertThat(group.path("name").asString()).isEqualTo("Lamps");
    }

    private JsonNode finding(String reason) {
        return client.all("/api/quality").stream()
                .filter(item -> item.path("reason").asString().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> timeline(String who, String type) {
        return client.all("/api/customers/" + client.idOf(who) + "/timeline").stream()
                .filter(row -> row.path("type").asString().equals(type));
    }
}
