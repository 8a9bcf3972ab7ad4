package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.carillon.cleanse.Hints;
import io.carillon.core.codec.Bytes;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.IdentifierLimits;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.identity.Junk;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.cleansing.FieldRules;
import io.carillon.server.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    private static final IdentityRules IN_GERMANY =
            new IdentityRules(Optional.of("DE"), IdentifierLimits.DEFAULT, Junk.DEFAULT);

    @Test
    void everyKindIsFoundWhereTheProtocolHasIt() {
        Reading reading = read(IN_GERMANY, """
                {"userId": "ada", "anonymousId": "a-1", "event": "E",
                 "context": {"device": {"id": "d-1", "advertisingId": "ad-1"},
                             "traits": {"email": "Ada@X.org", "phone": "030 901820"},
                             "externalIds": [{"id": "17", "type": "crm", "collection": "users", "encoding": "none"}]}}""");

        assertThat(found(reading))
                .containsExactly(
                        "user:ada",
                        "email:ada@x.org",
                        "phone:+4930901820",
                        "external:crm:17",
                        "device:d-1",
                        "anonymous:a-1");
        assertThat(examples(reading)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+49 (30) 901820,,+4930901820",
        "0049 30 901820,,+4930901820",
        "030/901820,,+4930901820",
        "020 7946 0018,gb,+442079460018",
        "020 7946 0018,GB,+442079460018",
        "030 901820,Deutschland,+4930901820"
    })
    void aPhoneNumberIsReadInItsCountry(String sent, String country, String normal) {
        String address = country == null ? "" : ",\"address\":{\"country\":\"" + country + "\"}";

        Reading reading = read(IN_GERMANY, """
                {"event":"E","context":{"traits":{"phone":"%s"%s}}}""".formatted(sent, address));

        assertThat(found(reading)).containsExactly("phone:" + normal);
    }

    @ParameterizedTest
    @CsvSource({"12", "call me", "+49 30 901820 ext. 17", "+999 30 901820", "+49301234567890123456"})
    void whatIsNoPhoneNumberIsNotedWithoutItsDigits(String sent) {
        Reading reading = read(IN_GERMANY, """
                {"userId":"ada","event":"E","context":{"traits":{"phone":"%s"}}}""".formatted(sent));

        assertThat(found(reading)).containsExactly("user:ada");
        assertThat(reasons(reading)).containsExactly(Reason.BAD_PHONE);
        assertThat(examples(reading).getFirst()).doesNotContain("1", "call");
    }

    @Test
    void aNumberWithoutACountryIsNobodysWhereTheWorkspaceHasNone() {
        Reading reading = read(IdentityRules.DEFAULT, """
                {"userId":"ada","event":"E","context":{"traits":{"phone":"030 901820"}}}""");

        assertThat(reasons(reading)).containsExactly(Reason.BAD_PHONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user_id      | ada         | user:ada
            email        | Ada@X.org   | email:ada@x.org
            phone        | +4930901820 | phone:+4930901820
            anonymous_id | a-1         | anonymous:a-1
            ios.id       | d-1         | device:d-1
            android.id   | d-1         | device:d-1
            device_id    | d-1         | device:d-1
            crm.number   | Ada 17      | external:crm.number:Ada 17
            """)
    void anExternalIdOfATypeOfOursIsThat(String type, String id, String identifier) {
        Reading reading = read(IN_GERMANY, """
                {"event":"E","context":{"externalIds":[{"id":"%s","type":"%s"}]}}""".formatted(id, type));

        assertThat(found(reading)).containsExactly(identifier);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                                                     | context.externalIds is 7
            [7]                                                   | context.externalIds[0] is 7
            [{"type":"crm"}]                                      | context.externalIds[0].id is missing
            [{"id":"1"}]                                          | context.externalIds[0].type is not a word
            [{"id":"1","type":"a:b"}]                             | context.externalIds[0].type is not a word
            [{"id":"1","type":"crm","collection":"accounts"}]     | context.externalIds[0]: collection must be users, encoding none
            [{"id":"1","type":"crm","encoding":"sha256"}]         | context.externalIds[0]: collection must be users, encoding none
            [{"id":"1","type":"ios.idfa"}]                        | context.externalIds[0].type ios.idfa
            [{"id":"1","type":"group_id"}]                        | context.externalIds[0].type group_id
            [{"id":"bob","type":"user_id"}]                       | context.externalIds[0] is another user's than userId
            [{"id":"null","type":"crm"}]                          | context.externalIds[0].id "null"
            [{"id":{},"type":"crm"}]                              | context.externalIds[0].id an object
            [{"id":"info@x.org","type":"email"}]                  | context.externalIds[0].id "info@…"
            """)
    void aMalformedExternalIdIsNotedWithItsPlaceAndTheEventKept(String ids, String example) {
        Reading reading = read(
                IN_GERMANY, "{\"userId\":\"ada\",\"event\":\"E\",\"context\":{\"externalIds\":%s}}".formatted(ids));

        assertThat(found(reading)).containsExactly("user:ada");
        assertThat(examples(reading)).containsExactly(example);
    }

    @Test
    void ofTooManyIdentifiersTheStrongestAreTaken() {
        var ids = new StringBuilder();
        for (int i = 10; i < 40; i++) ids.append("{\"id\":\"%d\",\"type\":\"crm\"},".formatted(i));
        ids.setLength(ids.length() - 1);

        Reading reading = read(
                IN_GERMANY,
                "{\"userId\":\"ada\",\"anonymousId\":\"a\",\"event\":\"E\",\"context\":{\"externalIds\":[%s]}}"
                        .formatted(ids));

        assertThat(found(reading)).hasSize(20).contains("user:ada").doesNotContain("anonymous:a");
        assertThat(reasons(reading)).containsExactly(Reason.TOO_MANY_IDENTIFIERS);
    }

    @Test
    void whenTheStrongestIsJunkTheNextOneNamesThePersonAndWithoutOneTheCallIsRefused() {
        var rules = new IdentityRules(
                Optional.empty(),
                IdentifierLimits.DEFAULT,
                new Junk(Junk.lowerCase(List.of("n.n.")), List.of(Pattern.compile("qa-.*")), Junk.ROLE_ADDRESSES));

        Reading next = read(rules, "{\"userId\":\"QA-1\",\"anonymousId\":\"N.N.\",\"event\":\"E\"}");
        Reading none = read(rules, "{\"userId\":\"qa-1\",\"anonymousId\":\"n.n.\",\"event\":\"E\"}");
        Reading role = read(rules, "{\"event\":\"E\",\"context\":{\"traits\":{\"email\":\"support@x.org\"}}}");

        assertThat(found(next)).containsExactly("user:QA-1");
        assertThat(reasons(none)).containsExactly(Reason.JUNK_IDENTIFIER, Reason.JUNK_IDENTIFIER);
        assertThat(none).isInstanceOf(Reading.Unusable.class);
        assertThat(reasons(role)).containsExactly(Reason.ROLE_ADDRESS);
    }

    @Test
    void aRoleAddressStaysATrait() {
        Reading reading = read(IN_GERMANY, """
                {"userId":"ada","event":"E","context":{"traits":{"email":"info@x.org"}}}""");

        assertThat(found(reading)).containsExactly("user:ada");
        assertThat(((Reading.Usable) reading).event().traits()).hasToString("{\"email\":\"info@x.org\"}");
    }

    private static Reading read(IdentityRules rules, String call) {
        if (!(JsonReader.read(Bytes.utf8(call), "batch") instanceof JsonReader.Parsed.Tree tree)) {
            throw new AssertionError(call);
        }
        var envelope = new Envelope(
                "site",
                Instant.parse("2026-03-02T09:00:00Z"),
                Value.Fields.NONE,
                Value.Fields.NONE,
                Optional.empty(),
                Optional.empty());
        return new EventReader(() -> "made", sources(rules), new Cleansing(AvailableCleansers::of))
                .read(tree.root(), EventType.TRACK, envelope);
    }

    private static Sources sources(IdentityRules rules) {
        return new Sources() {
            @Override
            public Optional<String> ofKey(String writeKey) {
                return Optional.empty();
            }

            @Override
            public IdentityRules identity() {
                return rules;
            }

            @Override
            public SourceRules rules(String source) {
                FieldRules standard = FieldRules.STANDARD;
                var hints = new Hints(rules.country(), Optional.empty());
                return new SourceRules(
                        new FieldRules(standard.traits(), standard.properties(), standard.context(), hints), List.of());
            }
        };
    }

    private static List<String> found(Reading reading) {
        return ((Reading.Usable) reading)
                .event().identifiers().stream().map(Identifier::toString).toList();
    }

    private static List<Problem> problems(Reading reading) {
        return reading.problems();
    }

    private static List<Reason> reasons(Reading reading) {
        return problems(reading).stream().map(Problem::reason).toList();
    }

    private static List<String> examples(Reading reading) {
        return problems(reading).stream().map(Problem::example).toList();
    }
}
