package io.carillon.cleanse.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.SharedData;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is_email() says of its own cases, and what we say. */
class EmailDataSetTest {
    private final EmailCleanser cleanser = new EmailCleanser();

    @Test
    void theVerdictOfRfc5322IsThatOfIsEmail() {
        List<String> others = new ArrayList<>();
        List<JsonNode> cases = cases();

        for (JsonNode test : cases) {
            boolean expected = !test.get("category").asString().equals("ISEMAIL_ERR");
            if (AddressGrammar.isRfc5322(test.get("address").asString()) != expected) others.add(test.toString());
        }

        System.out.printf("RFC 5322: %d of %d as is_email()%n", cases.size() - others.size(), cases.size());
        assertThat(others).hasSizeLessThanOrEqualTo(cases.size() * 3 / 100);
    }

    @Test
    void whatIsUsableIsToldByCategory() {
        Map<String, int[]> usable = new TreeMap<>();
        List<String> notable = new ArrayList<>();

        for (JsonNode test : cases()) {
            Cleansed cleansed = cleanser.cleanse(test.get("address").asString(), Hints.NONE);
            String category = test.get("category").asString();
            int[] count = usable.computeIfAbsent(category, key -> new int[2]);
            count[cleansed.isValid() ? 0 : 1]++;
            boolean strict = category.equals("ISEMAIL_VALID_CATEGORY") || category.equals("ISEMAIL_DNSWARN");
            if (category.equals("ISEMAIL_ERR") ? cleansed.isValid() : strict && !cleansed.isValid())
                notable.add(test.get("diagnosis").asString() + " " + cleansed.toValue());
            if (cleansed.isValid()) {
                assertThat(cleansed.value()).isInstanceOf(Value.Fields.class);
            }
        }

        usable.forEach((category, count) -> System.out.printf("%s: %d usable, %d not%n", category, count[0], count[1]));
        if (Boolean.getBoolean("carillon.print")) notable.forEach(System.out::println);
        assertThat(usable)
                .hasEntrySatisfying(
                        "ISEMAIL_VALID_CATEGORY", // one has no domain but a top-level one
                        count -> assertThat(count[1]).isLessThanOrEqualTo(count[0] / 20));
    }

    private static List<JsonNode> cases() {
        var mapper = JsonMapper.builder().build();
        return SharedData.lines("email-addresses/isemail_open.jsonl").stream()
                .filter(line -> !line.isBlank())
                .map(mapper::readTree)
                .toList();
    }
}
