package io.carillon.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Kind;
import io.carillon.core.definition.DefinitionFile;
import io.carillon.core.definition.Problem;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapperTest {
    /** Small letters, and an @ or it is none. */
    private static final Cleanser EMAIL = (input, _) -> input.contains("@")
            ? Cleansed.valid(
                    input,
                    Value.of(Map.of("address", Value.of(input.strip().toLowerCase(Locale.ROOT)))),
                    List.of("lower case"))
            : Cleansed.invalid(input, "is no address");

    private static final Conversions CONVERSIONS = new Conversions(Map.of(Kind.EMAIL, EMAIL));

    @Test
    void columnsConstantsDefaultsAndTemplatesMakeAnIdentify() {
        Mapped mapped = map(
                """
                mapping: crm
                actions:
                  - identify:
                      userId: No.
                      traits:
                        email: {path: [Mail, E-Mail], as: email}
                        fullName: "{{ First }} {{ row['Last Name'] }}"
                        plan: {path: Plan, default: free}
                        imported: true
                        kind: {constant: shopper}
                        tags: {path: Tags, split: ","}
                """,
                "No.",
                "7",
                "Mail",
                "",
                "E-Mail",
                "Ann@X.org",
                "First",
                "Ann",
                "Last Name",
                "Lee",
                "Plan",
                " ",
                "Tags",
                "a, b,");

        assertThat(said(mapped)).containsExactly("""
                {"type":"identify","userId":"7","traits":{"email":"ann@x.org","fullName":"Ann Lee","plan":"free",\
                "imported":true,"kind":"shopper","tags":["a","b"]}}""");
        assertThat(mapped.changes()).extracting(Change::rules).containsExactly(List.of("lower case"));
    }

    @Test
    void aValueThatCannotBeUsedIsLeftOutAndTold() {
        Mapped mapped = map("""
                mapping: crm
                actions:
                  - identify: {userId: id, traits: {email: {path: mail, as: email}}}
                """, "id", "7", "mail", "nix");

        assertThat(said(mapped)).containsExactly("{\"type\":\"identify\",\"userId\":\"7\"}");
        assertThat(mapped.flaws()).containsExactly(new Flaw("mail", "nix", "is no address", false));
    }

    @Test
    void aRowWithoutWhatIsRequiredIsRejectedWhole() {
        Mapped mapped = map("""
                mapping: crm
                actions:
                  - identify: {userId: id}
                  - track:
                      event: Signed Up
                      userId: id
                      properties: {mail: {path: mail, as: email, required: true}}
                """, "id", "7", "mail", "nix");

        assertThat(mapped.said()).isEmpty();
        assertThat(mapped.flaws()).extracting(Flaw::fatal).containsExactly(true);
    }

    @Test
    void aListMakesAnEventForEachOfItsItemsAndAListOfProducts() {
        Value.Fields line = fields("sku", "a1", "price", "5");
        Value.Fields order = new Value.Fields(Map.of(
                "order",
                Value.of("o1"),
                "customer",
                fields("id", "7"),
                "lines",
                Value.of(List.of(line, fields("sku", "b2")))));

        Mapped mapped = mapper("""
                mapping: orders
                actions:
                  - track:
                      event: Order Completed
                      userId: customer.id
                      properties: {order_id: order, first: lines.0.sku, products: {each: lines, item: {sku: sku, price: price}}}
                  - track:
                      event: {path: kind, default: Line Bought}
                      each: lines
                      when: {path: price, exists: true}
                      userId: customer.id
                      properties: {sku: sku, order_id: order}
                """).map(order);

        assertThat(said(mapped)).containsExactly("""
                {"type":"track","userId":"7","event":"Order Completed","properties":{"order_id":"o1","first":"a1",\
                "products":[{"sku":"a1","price":"5"},{"sku":"b2"}]}}""", """
                {"type":"track","userId":"7","event":"Line Bought","properties":{"sku":"a1","order_id":"o1"}}""");
    }

    @Test
    void consentsAreNeverGuessed() {
        String mapping = """
                mapping: crm
                actions:
                  - identify:
                      userId: id
                      consents: {channel: email, topic: news, subscribed: news}
                """;

        assertThat(said(map(mapping, "id", "7", "news", "false"))).containsExactly("""
                {"type":"identify","userId":"7","traits":{"subscriptions":[{"channel":"email","topic":"news",\
                "subscribed":false}]}}""");
        assertThat(map(mapping, "id", "7", "news", "maybe").isRejected()).isTrue();
    }

    @Test
    void optOutsAndSuppressionsOfAnotherToolNeedNoCustomer() {
        Mapped mapped = map("""
                mapping: old-tool
                actions:
                  - suppress:
                      channel: email
                      address: {path: mail, as: email}
                      why: reason
                      when: {path: reason, in: [bounced, complained]}
                  - unsubscribe:
                      channel: email
                      address: {path: mail, as: email}
                      at: when
                      when: {path: reason, equals: unsubscribed}
                """, "mail", "A@x.org", "reason", "complained", "when", "2020-01-01");

        assertThat(said(mapped)).containsExactly("""
                {"type":"suppress","channel":"email","address":"a@x.org","why":"complained"}""");
    }

    @Test
    void everyMistakeInAMappingHasItsPlace() {
        var read = new MappingReader(CONVERSIONS).read("m.yaml", """
                mapping: crm
                actions:
                  - identify:
                      userid: id
                      traits: {email: {path: mail, as: emial}}
                  - track: {userId: id}
                """);

        if (!(read instanceof DefinitionFile.Read.Bad<Mapping>(var problems))) throw new AssertionError(read);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "m.yaml:4:7: unknown key \"userid\"; did you mean \"userId\"?",
                        "m.yaml:5:40: as \"emial\" is unknown; did you mean \"email\"?",
                        "m.yaml:6:12: \"event\" is missing; expected a column, a constant or a template");
    }

    @Test
    void aMistakeInAConditionMakesNoOtherKeyUnknown() {
        var read = new MappingReader(CONVERSIONS).read("m.yaml", """
                mapping: old
                actions:
                  - unsubscribe: {channel: email, address: mail, when: {path: reason, equlas: x}}
                """);

        if (!(read instanceof DefinitionFile.Read.Bad<Mapping>(var problems))) throw new AssertionError(read);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("m.yaml:3:71: unknown key \"equlas\"; did you mean \"equals\"?");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsNotGuessed() {
        String mapping = """
                mapping: crm
                dates: %s
                actions:
                  - identify: {userId: id, traits: {born: {path: born, as: date}}}
                """;

        Mapped told = new Mapper(read(mapping.formatted("dmy"))).map(fields("id", "7", "born", "03/04/1980"));
        Mapped untold =
                new Mapper(read(mapping.replace("dates: %s\n", ""))).map(fields("id", "7", "born", "03/04/1980"));

        assertThat(said(told)).containsExactly("""
                {"type":"identify","userId":"7","traits":{"born":"1980-04-03"}}""");
        assertThat(untold.flaws()).extracting(Flaw::reason).allMatch(reason -> reason.contains("two ways"));
        assertThat(untold.flaws()).hasSize(1);
    }

    private static Mapping read(String mapping) {
        return switch (new MappingReader(Conversions.all()).read("mapping.yaml", mapping)) {
            case DefinitionFile.Read.Good<Mapping>(var read) -> read;
            case DefinitionFile.Read.Bad<Mapping>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void columnsWithKnownNamesNeedNoMapping() {
        Value.Fields row = fields("Kundennummer", "7", "E-Mail", "Ann@X.org", "PLZ", "10115", "Lieblingsfarbe", "blau");

        String made = new AutomaticMapping(CONVERSIONS).of(row);

        assertThat(said(mapper(made).map(row))).containsExactly("""
                {"type":"identify","userId":"7","traits":{"email":"ann@x.org","address":{"postalCode":"10115"},\
                "Lieblingsfarbe":"blau"}}""");
    }

    @Test
    void whateverColumnsAreCalledTheMappingMadeOfThemIsOne() {
        Value.Fields row = fields("a\"b", "1", "{{ x }}", "2", "- c:", "3", "", "4", "id", "5", "*", "6");

        assertThat(said(mapper(new AutomaticMapping(CONVERSIONS).of(row)).map(row)))
                .hasSize(1);
    }

    @Test
    void callsOfTheTrackingProtocolAreTakenAsTheyAre() {
        Value.Fields row = fields("type", "track", "userId", "7", "event", "Seen");

        assertThat(said(mapper(new AutomaticMapping(CONVERSIONS).of(row)).map(row)))
                .containsExactly("{\"type\":\"track\",\"userId\":\"7\",\"event\":\"Seen\"}");
    }

    private static Mapped map(String mapping, String... row) {
        return mapper(mapping).map(fields(row));
    }

    private static Mapper mapper(String mapping) {
        return switch (new MappingReader(CONVERSIONS).read("mapping.yaml", mapping)) {
            case DefinitionFile.Read.Good<Mapping>(var read) -> new Mapper(read);
            case DefinitionFile.Read.Bad<Mapping>(var problems) ->
                throw new AssertionError(
                        problems.stream().map(Problem::toString).toList() + "\n" + mapping);
        };
    }

    private static List<String> said(Mapped mapped) {
        return mapped.said().stream().map(said -> Json.write(said.toValue())).toList();
    }

    private static Value.Fields fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            fields.put(namesAndValues[i], Value.of(namesAndValues[i + 1]));
        return new Value.Fields(fields);
    }
}
