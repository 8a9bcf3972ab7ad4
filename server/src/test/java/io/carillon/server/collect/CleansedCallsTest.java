package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.Workspace;
import io.carillon.core.definition.WorkspaceReader;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.Lineage;
import io.carillon.core.person.Profile;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.cleansing.FieldRules;
import io.carillon.server.json.JsonReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of the fields of a call, before it is an event. */
class CleansedCallsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void standardTraitsAreKeptInOneFormAndTheRawValueIsKnown() {
        Event event = event(EventType.IDENTIFY, """
            {"userId": "1", "traits": {"email": " Jane.Doe@X.ORG ", "first_name": "JANE", "phone": "+49 (0)30 1234567"}}""");

        assertThat(event.traits())
                .hasToString("{\"email\":\"jane.doe@x.org\",\"first_name\":\"Jane\",\"phone\":\"+49301234567\"}");
        assertThat(lineage(event, "/traits/email").raw()).contains(Value.of(" Jane.Doe@X.ORG "));
        assertThat(lineage(event, "/traits/email").kind()).isEqualTo("email");
        assertThat(lineage(event, "/traits/first_name").changes()).isNotEmpty();
        assertThat(Profile.EMPTY.with(event).rawValues())
                .hasToString(
                        "{\"email\":\" Jane.Doe@X.ORG \",\"first_name\":\"JANE\",\"phone\":\"+49 (0)30 1234567\"}");
    }

    @Test
    void whatIsInItsFormHasNoLineage() {
        Event event = event(EventType.IDENTIFY, """
            {"userId": "1", "traits": {"email": "jane@x.org", "firstName": "Jane", "phone": "+49301234567", "plan": "PRO"}}""");

        assertThat(event.lineage().isEmpty()).isTrue();
    }

    @Test
    void whatIsNotValidStaysAsItWasSentWithItsReason() {
        Reading reading = read(
                SourceRules.STANDARD,
                EventType.IDENTIFY,
                "{\"userId\": \"1\", \"traits\": {\"website\": \"http://???\", \"email\": \"nobody\"}}");
        Event event = ((Reading.Usable) reading).event();

        assertThat(event.traits()).hasToString("{\"website\":\"http://???\",\"email\":\"nobody\"}");
        assertThat(lineage(event, "/traits/website").reason()).isPresent();
        assertThat(lineage(event, "/traits/email").reason()).isPresent();
        assertThat(reasons(reading)).containsExactlyInAnyOrder(Reason.BAD_EMAIL, Reason.INVALID_URL);
    }

    @Test
    void anAddressIsCleansedBeforeItIdentifies() {
        Event event = event(EventType.IDENTIFY, "{\"traits\": {\"email\": \"mailto:Jane Doe <Jane@X.org>\"}}");

        assertThat(event.identifiers()).extracting(Identifier::toString).containsExactly("email:jane@x.org");
    }

    @Test
    void amountsInTextBecomeExactNumbersWhenThatIsSure() {
        Event event = event(EventType.TRACK, """
            {"userId": "1", "event": "Order Completed", "properties": {
              "revenue": "$1,299.00", "total": "12,50 €", "price": 3, "discount": "SUMMER", "tax": "1.299",
              "products": [{"price": "9.90", "quantity": "2", "sku": "0042"}, {"price": 1}]}}""");

        Value.Fields properties = event.properties();
        assertThat(number(properties, "revenue")).isEqualByComparingTo("1299");
        assertThat(number(properties, "total")).isEqualByComparingTo("12.5");
        assertThat(properties.get("price")).contains(Value.of(3));
        assertThat(properties.get("discount")).contains(Value.of("SUMMER"));
        assertThat(properties.get("tax")).contains(Value.of("1.299"));
        assertThat(properties.get("products").orElseThrow())
                .hasToString("[{\"price\":9.9,\"quantity\":2,\"sku\":\"0042\"},{\"price\":1}]");
        assertThat(event.lineage().byPath().keySet())
                .containsExactly(
                        "/properties/products/0/price",
                        "/properties/products/0/quantity",
                        "/properties/revenue",
                        "/properties/tax",
                        "/properties/total");
        assertThat(event.lineage().at("/properties").raw(properties)).isEqualTo(parse("""
            {"revenue": "$1,299.00", "total": "12,50 €", "price": 3, "discount": "SUMMER", "tax": "1.299",
              "products": [{"price": "9.90", "quantity": "2", "sku": "0042"}, {"price": 1}]}"""));
    }

    @Test
    void aNumberWithoutACountryIsOfTheAddressElseOfTheSource() {
        SourceRules german = rules("source: site\nwriteKey: k\ncountry: DE\n", "");

        Event ofSource =
                event(german, EventType.IDENTIFY, "{\"userId\": \"1\", \"traits\": {\"phone\": \"030 1234567\"}}");
        Event ofAddress = event(german, EventType.IDENTIFY, """
            {"userId": "1", "traits": {"phone": "020 7946 0958", "address": {"country": "GB"}}}""");

        assertThat(ofSource.traits().text("phone")).contains("+49301234567");
        assertThat(ofSource.identifiers()).extracting(Identifier::toString).contains("phone:+49301234567");
        assertThat(ofAddress.traits().text("phone")).contains("+442079460958");
    }

    @Test
    void aPlanAddsKindsAndSwitchesThemOff() {
        SourceRules planned = rules(
                "source: site\nwriteKey: k\n",
                "plan: shop\ntraits: {homepage: url, email: as-is, paid: money}\nproperties: {revenue: as-is}\n");

        Event event = event(planned, EventType.IDENTIFY, """
            {"userId": "1", "traits": {"email": "Jane@X.org", "homepage": " HTTP://X.org ", "paid": "12 EUR"},
             "properties": {"revenue": "5"}}""");

        assertThat(event.traits().text("email")).contains("Jane@X.org");
        assertThat(event.identifiers()).extracting(Identifier::toString).contains("email:jane@x.org");
        assertThat(event.traits().text("homepage")).isNotEqualTo(Optional.of(" HTTP://X.org "));
        assertThat(event.traits().get("paid")).contains(Value.of(12));
        assertThat(event.properties().get("revenue")).contains(Value.of("5"));
    }

    @Test
    void allReasonsOfAnUnusableCallAreSaid() {
        Reading reading = read(SourceRules.STANDARD, EventType.TRACK, """
            {"event": " ", "messageId": "%s", "userId": "null", "timestamp": "yesterday", "context": 3}""".formatted("m".repeat(101)));

        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        assertThat(reasons(reading))
                .startsWith(Reason.MISSING_EVENT_NAME, Reason.MESSAGE_ID_TOO_LONG)
                .contains(Reason.JUNK_IDENTIFIER, Reason.BAD_PART);
    }

    @Test
    void whatAPlanObservesIsTakenAndNoted() {
        Reading reading = read(planned("observe", "observe"), EventType.TRACK, ORDER);

        assertThat(reading).isInstanceOf(Reading.Usable.class);
        assertThat(reading.problems())
                .extracting(problem -> problem.reason().code() + " " + problem.example())
                .containsExactly("plan_violation Order Completed: / has no \"total\"");
    }

    @Test
    void whatAPlanBlocksIsNoEventAndNotKept() {
        Reading reading = read(planned("block", "allow"), EventType.TRACK, ORDER);

        assertThat(reading).isInstanceOf(Reading.Blocked.class);
        assertThat(reasons(reading)).containsExactly(Reason.PLAN_BLOCK, Reason.PLAN_VIOLATION);
    }

    @Test
    void whatAPlanQuarantinesIsUnusableUntilItIsRepaired() {
        Reading reading = read(planned("quarantine", "allow"), EventType.TRACK, ORDER);

        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        assertThat(reasons(reading)).containsExactly(Reason.PLAN_QUARANTINE, Reason.PLAN_VIOLATION);
    }

    @Test
    void anEventThatNoPlanNamesIsUnplanned() {
        String other = "{\"userId\": \"1\", \"event\": \"Ordr Completed\"}";

        assertThat(reasons(read(planned("block", "allow"), EventType.TRACK, other)))
                .isEmpty();
        assertThat(reasons(read(planned("block", "observe"), EventType.TRACK, other)))
                .containsExactly(Reason.UNPLANNED_EVENT);
        assertThat(read(planned("observe", "block"), EventType.TRACK, other)).isInstanceOf(Reading.Blocked.class);
        assertThat(reasons(read(planned("observe", "block"), EventType.PAGE, "{\"userId\": \"1\"}")))
                .isEmpty();
    }

    @Test
    void aPlanSeesValuesAsTheyAreKept() {
        Reading reading = read(
                planned("block", "block"),
                EventType.TRACK,
                "{\"userId\": \"1\", \"event\": \"Order Completed\", \"properties\": {\"total\": \"12,50 €\"}}");

        assertThat(reasons(reading)).isEmpty();
    }

    private static final String ORDER =
            "{\"userId\": \"1\", \"event\": \"Order Completed\", \"properties\": {\"currency\": \"EUR\"}}";

    private static SourceRules planned(String mode, String unplanned) {
        return rules("source: site\nwriteKey: k\n", """
            plan: shop
            sources: [site]
            mode: %s
            unplanned: %s
            events:
              Order Completed:
                schema:
                  required: [total]
                  properties: {total: {type: number, minimum: 0}}
            """.formatted(mode, unplanned));
    }

    private static SourceRules rules(String source, String plan) {
        var files = new TreeMap<>(
                Map.of("workspace.yaml", "workspace: shop\ntimezone: Europe/Berlin\n", "sources/site.yaml", source));
        if (!plan.isEmpty()) files.put("plans/shop.yaml", plan);
        Outcome outcome = WorkspaceReader.read(files, NO_SECRETS, TemplateCheck.LIQUID);
        assertThat(outcome).isInstanceOf(Outcome.Valid.class);
        Workspace workspace = ((Outcome.Valid) outcome).workspace();
        var plans = List.copyOf(workspace.plans().values());
        var fields = FieldRules.of(
                Optional.ofNullable(workspace.sources().get("site")).orElseThrow(), plans, Optional.empty());
        return new SourceRules(fields, plans);
    }

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    };

    private static Event event(EventType type, String call) {
        return event(SourceRules.STANDARD, type, call);
    }

    private static Event event(SourceRules rules, EventType type, String call) {
        Reading reading = read(rules, type, call);
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return ((Reading.Usable) reading).event();
    }

    private static Reading read(SourceRules rules, EventType type, String call) {
        var sources = new Sources() {
            @Override
            public Optional<String> ofKey(String writeKey) {
                return Optional.empty();
            }

            @Override
            public SourceRules rules(String source) {
                return rules;
            }
        };
        var envelope =
                new Envelope("site", NOW, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.empty());
        return new EventReader(() -> "made", sources, new Cleansing(AvailableCleansers::of))
                .read(parse(call), type, envelope);
    }

    private static Value.Fields parse(String json) {
        return ((JsonReader.Parsed.Tree) JsonReader.read(Bytes.utf8(json))).root();
    }

    private static Lineage lineage(Event event, String pointer) {
        return Optional.ofNullable(event.lineage().byPath().get(pointer)).orElseThrow();
    }

    private static BigDecimal number(Value.Fields fields, String name) {
        return ((Value.Num) fields.get(name).orElseThrow()).number();
    }

    private static List<Reason> reasons(Reading reading) {
        return reading.problems().stream().map(Problem::reason).toList();
    }
}
