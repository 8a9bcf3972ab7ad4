package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final EventReader reader =
            new EventReader(() -> "made", _ -> Optional.empty(), new Cleansing(AvailableCleansers::of));

    @Test
    void aTrackCallIsNamedByItsEvent() {
        Event event = event(EventType.TRACK, """
            {"userId": "ada", "anonymousId": "a-1", "event": "Product Added", "messageId": "m1",
             "properties": {"cart_id": "c1", "price": 12.50}, "context": {"page": {"path": "/x"}}}""");

        assertThat(event.name()).isEqualTo("Product Added");
        assertThat(event.id().text()).isEqualTo("m1");
        assertThat(event.source()).isEqualTo("site");
        assertThat(event.properties()).hasToString("{\"cart_id\":\"c1\",\"price\":12.50}");
        assertThat(event.context()).hasToString("{\"page\":{\"path\":\"/x\"}}");
        assertThat(event.identifiers()).extracting(Identifier::toString).containsExactly("user:ada", "anonymous:a-1");
    }

    @Test
    void pagesAndScreensCarryTheirNameAndCategoryAsProperties() {
        Event page = event(EventType.PAGE, """
            {"anonymousId": "a", "name": "Home", "category": "Shop", "properties": {"name": "old", "path": "/"}}""");
        Event screen = event(EventType.SCREEN, "{\"anonymousId\": \"a\", \"name\": \"Cart\"}");

        assertThat(page.name()).isEqualTo("Page Viewed");
        assertThat(page.properties()).hasToString("{\"name\":\"Home\",\"path\":\"/\",\"category\":\"Shop\"}");
        assertThat(screen.name()).isEqualTo("Screen Viewed");
        assertThat(screen.properties()).hasToString("{\"name\":\"Cart\"}");
    }

    @Test
    void traitsMayStandInTheContext() {
        Event identify = event(EventType.IDENTIFY, """
            {"userId": "ada", "traits": {"city": "Bonn"}, "context": {"traits": {"city": "Ulm", "age": 3}, "locale": "de"}}""");
        Event track = event(EventType.TRACK, """
            {"userId": "ada", "event": "E", "context": {"traits": {"email": "Ada@X.org"}}}""");

        assertThat(identify.traits()).hasToString("{\"city\":\"Bonn\",\"age\":3}");
        assertThat(identify.context()).hasToString("{\"locale\":\"de\"}");
        assertThat(track.identifiers()).contains(new Identifier(IdentifierKind.EMAIL, "ada@x.org"));
        assertThat(track.traits()).hasToString("{\"email\":\"ada@x.org\"}");
    }

    @Test
    void aGroupsTraitsAreNotThePersons() {
        Event group = event(EventType.GROUP, """
            {"userId": "ada", "groupId": 7, "traits": {"email": "office@firm.example"}}""");

        assertThat(group.traits().isEmpty()).isTrue();
        assertThat(group.identifiers()).containsExactly(new Identifier(IdentifierKind.USER, "ada"));
        assertThat(group.properties()).hasToString("{\"groupId\":7,\"traits\":{\"email\":\"office@firm.example\"}}");
    }

    @Test
    void anAliasNamesThePreviousIdTooAsEitherKind() {
        Event alias = event(EventType.ALIAS, "{\"userId\": \"ada\", \"previousId\": \"a-1\"}");

        assertThat(alias.identifiers())
                .extracting(Identifier::toString)
                .containsExactly("user:a-1", "user:ada", "anonymous:a-1");
    }

    @Test
    void aPreviousIdThatIsTheCallsAnonymousIdIsNoUserId() {
        Event alias =
                event(EventType.ALIAS, "{\"userId\": \"ada\", \"previousId\": \"a-1\", \"anonymousId\": \"a-1\"}");

        assertThat(alias.identifiers()).extracting(Identifier::toString).containsExactly("user:ada", "anonymous:a-1");
    }

    @Test
    void anEmailIsNoIdentifierInProperties() {
        Event track = event(EventType.TRACK, """
            {"userId": "ada", "event": "Friend Invited", "properties": {"email": "bob@x.org"}}""");

        assertThat(track.identifiers()).containsExactly(new Identifier(IdentifierKind.USER, "ada"));
    }

    @ParameterizedTest
    @CsvSource({
        "' Jane@X.ORG ',jane@x.org",
        "J.Doe+tag@sub.example.com,j.doe+tag@sub.example.com",
        "a@bücher.example,a@xn--bcher-kva.example"
    })
    void anEmailHasOneForm(String sent, String normal) {
        Event event = event(EventType.IDENTIFY, "{\"traits\":{\"email\":\"" + sent + "\"}}");

        assertThat(event.identifiers()).containsExactly(new Identifier(IdentifierKind.EMAIL, normal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "@x.org", "jane@", "jane@x", "jane doe@x.org", "jane@x..org", "a@b@", "jane@1.2"})
    void whatIsClearlyNoEmailIsNoted(String sent) {
        Reading reading = read(EventType.IDENTIFY, "{\"userId\":\"ada\",\"traits\":{\"email\":\"" + sent + "\"}}");

        assertThat(usable(reading).identifiers()).containsExactly(new Identifier(IdentifierKind.USER, "ada"));
        assertThat(reasons(reading)).containsExactly(Reason.BAD_EMAIL);
        assertThat(reading.toString()).doesNotContain("example=email like \"jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"null\"",
                "\"Undefined\"",
                "\"\"",
                "\" \"",
                "\"0000\"",
                "0",
                "\"00000000-0000-0000-0000-000000000000\"",
                "\"anonymous\"",
                "\"test@test.com\"",
                "\"[object Object]\"",
                "\"NaN\"",
                "-1",
                "true",
                "[]",
                "{\"a\":1}",
                "\"a\\u0000b\"",
                "\"\\ud800\""
            })
    void junkNamesNobody(String id) {
        Reading beside = read(EventType.IDENTIFY, "{\"userId\":" + id + ",\"anonymousId\":\"a-1\"}");
        Reading alone = read(EventType.IDENTIFY, "{\"userId\":" + id + "}");

        assertThat(usable(beside).identifiers()).containsExactly(new Identifier(IdentifierKind.ANONYMOUS, "a-1"));
        assertThat(reasons(beside)).containsExactly(Reason.JUNK_IDENTIFIER);
        assertThat(reasons(alone)).containsExactly(Reason.JUNK_IDENTIFIER);
        assertThat(alone).isInstanceOf(Reading.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "42,42",
        "42.0,42",
        "4.2e1,42",
        "12345678901234567890,12345678901234567890",
        "\" Ada \",' Ada '",
        "\"null-7\",null-7"
    })
    void idsStayAsTheyAreAndNumbersCountAsText(String id, String expected) {
        Event event = event(EventType.IDENTIFY, "{\"userId\":" + id + "}");

        assertThat(event.identifiers()).containsExactly(new Identifier(IdentifierKind.USER, expected));
    }

    @Test
    void anIdentifierThatIsTooLongIsNoted() {
        Reading reading = read(EventType.IDENTIFY, "{\"userId\":\"" + "u".repeat(501) + "\",\"anonymousId\":\"a\"}");

        assertThat(reasons(reading)).containsExactly(Reason.IDENTIFIER_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                TRACK    | {"userId":"a"}                           | MISSING_EVENT_NAME
                TRACK    | {"userId":"a","event":" "}               | MISSING_EVENT_NAME
                TRACK    | {"userId":"a","event":7}                 | MISSING_EVENT_NAME
                TRACK    | {"event":"E"}                            | MISSING_IDENTIFIER
                IDENTIFY | {"userId":null}                          | MISSING_IDENTIFIER
                GROUP    | {"userId":"a"}                           | MISSING_GROUP_ID
                GROUP    | {"userId":"a","groupId":""}              | MISSING_GROUP_ID
                ALIAS    | {"userId":"a"}                           | MISSING_PREVIOUS_ID
                ALIAS    | {"previousId":"a"}                       | MISSING_USER_ID
                """)
    void whatACallNeedsIsNamed(EventType type, String call, Reason reason) {
        Reading reading = read(type, call);

        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        assertThat(reasons(reading)).containsExactly(reason);
    }

    @Test
    void anEventsNameHasALimit() {
        String call = "{\"userId\":\"a\",\"event\":\"" + "e".repeat(501) + "\"}";

        assertThat(reasons(read(EventType.TRACK, call))).containsExactly(Reason.EVENT_NAME_TOO_LONG);
    }

    @Test
    void aMessageIdIsMadeWhereThereIsNone() {
        assertThat(event(EventType.PAGE, "{\"userId\":\"a\"}").id().text()).isEqualTo("made");
        assertThat(event(EventType.PAGE, "{\"userId\":\"a\",\"messageId\":\"\"}")
                        .id()
                        .text())
                .isEqualTo("made");
        assertThat(event(EventType.PAGE, "{\"userId\":\"a\",\"messageId\":7}")
                        .id()
                        .text())
                .isEqualTo("7");
        assertThat(reasons(read(EventType.PAGE, "{\"userId\":\"a\",\"messageId\":[]}")))
                .containsExactly(Reason.BAD_MESSAGE_ID);
        assertThat(reasons(read(EventType.PAGE, "{\"userId\":\"a\",\"messageId\":\"" + "m".repeat(101) + "\"}")))
                .containsExactly(Reason.MESSAGE_ID_TOO_LONG);
    }

    @Test
    void aClockThatIsOffIsCorrectedByWhenItSent() {
        Event event = event(EventType.PAGE, """
            {"userId": "a", "timestamp": "2031-01-01T12:00:00.000Z", "sentAt": "2031-01-01T12:00:10.000Z"}""");

        assertThat(event.occurredAt()).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void theTimeOfSendingMayStandOnTheBatch() {
        var envelope = new Envelope(
                "site",
                NOW,
                Value.Fields.NONE,
                Value.Fields.NONE,
                Optional.of(Value.of("2026-03-02T08:00:00Z")),
                Optional.empty());

        Reading reading = reader.read(
                parse("{\"userId\":\"a\",\"originalTimestamp\":\"2026-03-02T07:59:00Z\"}"), EventType.PAGE, envelope);

        assertThat(usable(reading).occurredAt()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void withoutATimeOfSendingTheTimeCountsAsItIs() {
        assertThat(at("\"2026-02-28T10:00:00.000Z\"")).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
    }

    @Test
    void aTimeAheadIsTheTimeOfReceiptAndNotedFrom5MinutesOn() {
        Reading near = read(EventType.PAGE, "{\"userId\":\"a\",\"timestamp\":\"2026-03-02T09:04:00Z\"}");
        Reading far = read(EventType.PAGE, "{\"userId\":\"a\",\"timestamp\":\"2026-03-02T09:06:00Z\"}");

        assertThat(usable(near).occurredAt()).isEqualTo(NOW);
        assertThat(usable(far).occurredAt()).isEqualTo(NOW);
        assertThat(reasons(near)).isEmpty();
        assertThat(reasons(far)).containsExactly(Reason.TIMESTAMP_IN_FUTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "\"2024-02-29T23:59:59.5Z\",2024-02-29T23:59:59.500Z",
        "\"2024-02-29T23:59:59.500Z\",2024-02-29T23:59:59.500Z",
        "\"2024-01-31T00:00:00.001Z\",2024-01-31T00:00:00.001Z",
        "\"2024-01-01T12:00:00+02:00\",2024-01-01T10:00:00Z",
        "\"2024-01-01T12:00:00.123456+0530\",2024-01-01T06:30:00.123456Z",
        "\"2024-01-01T12:00:00\",2024-01-01T12:00:00Z",
        "\"2024-01-01 12:00:00\",2024-01-01T12:00:00Z",
        "\"2024-01-01 12:00:00.123456789 +0000 UTC\",2024-01-01T12:00:00.123456789Z",
        "\"2024-01-01\",2024-01-01T00:00:00Z",
        "1704110400000,2024-01-01T12:00:00Z",
        "1704110400,2024-01-01T12:00:00Z",
        "\"1704110400000\",2024-01-01T12:00:00Z"
    })
    void timesAreReadAsSendersWriteThem(String sent, String expected) {
        assertThat(at(sent)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"NOW\"",
                "\"\"",
                "true",
                "{}",
                "-5",
                "1e300",
                "1e-300",
                "\"2023-02-30T00:00:00.000Z\"",
                "\"2023-13-01\"",
                "\"0001-01-01T00:00:00Z\"",
                "\"2026-03-02T24:00:01.000Z\""
            })
    void aTimeThatIsNoneIsNotedAndTheTimeOfReceiptCounts(String sent) {
        Reading reading = read(EventType.PAGE, "{\"userId\":\"a\",\"timestamp\":" + sent + "}");

        assertThat(usable(reading).occurredAt()).isEqualTo(NOW);
        assertThat(reasons(reading)).containsExactly(Reason.BAD_TIMESTAMP);
    }

    @Test
    void aBatchsContextAndIntegrationsReachItsCalls() {
        var envelope = new Envelope(
                "site",
                NOW,
                parse("{\"locale\":\"de\",\"ip\":\"1.1.1.1\"}"),
                parse("{\"All\":false}"),
                Optional.empty(),
                Optional.empty());

        Reading reading = reader.read(
                parse("{\"userId\":\"a\",\"context\":{\"ip\":\"2.2.2.2\"},\"integrations\":{\"X\":true}}"),
                EventType.PAGE,
                envelope);

        assertThat(usable(reading).context())
                .hasToString("{\"integrations\":{\"All\":false,\"X\":true},\"locale\":\"de\",\"ip\":\"2.2.2.2\"}");
    }

    @Test
    void whatElseASenderAddsIsKeptInTheContext() {
        Event event = event(
                EventType.TRACK,
                "{\"userId\":\"a\",\"event\":\"E\",\"channel\":\"web\",\"rank\":null,\"context\":{\"locale\":\"de\"}}");

        assertThat(event.context()).hasToString("{\"channel\":\"web\",\"locale\":\"de\"}");
    }

    @Test
    void aPartThatIsNoObjectIsLeftOutAndNoted() {
        Reading reading =
                read(EventType.TRACK, "{\"userId\":\"a\",\"event\":\"E\",\"properties\":[1],\"context\":\"x\"}");

        assertThat(usable(reading).properties().isEmpty()).isTrue();
        assertThat(reasons(reading)).containsExactlyInAnyOrder(Reason.BAD_PART, Reason.BAD_PART);
    }

    @Test
    void ofKeysThatRepeatTheLastCountsAndHalfACharacterIsReplaced() {
        Event event = event(
                EventType.TRACK,
                "{\"userId\":\"x\",\"userId\":\"ada\",\"event\":\"a\\ud83d\",\"properties\":{\"k\":\"\\ud83d\\ude00\"}}");

        assertThat(event.identifiers()).containsExactly(new Identifier(IdentifierKind.USER, "ada"));
        assertThat(event.name()).isEqualTo("a\uFFFD");
        assertThat(event.properties().fields()).containsEntry("k", Value.of("\uD83D\uDE00"));
    }

    private Instant at(String timestamp) {
        return event(EventType.PAGE, "{\"userId\":\"a\",\"timestamp\":" + timestamp + "}")
                .occurredAt();
    }

    private Event event(EventType type, String json) {
        Reading reading = read(type, json);
        assertThat(reasons(reading)).isEmpty();
        return usable(reading);
    }

    private Reading read(EventType type, String json) {
        var envelope =
                new Envelope("site", NOW, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.empty());
        return reader.read(parse(json), type, envelope);
    }

    private static Value.Fields parse(String json) {
        return ((JsonReader.Parsed.Tree) JsonReader.read(Bytes.utf8(json))).root();
    }

    private static Event usable(Reading reading) {
        return ((Reading.Usable) reading).event();
    }

    private static List<Reason> reasons(Reading reading) {
        return reading.problems().stream().map(Problem::reason).toList();
    }
}
