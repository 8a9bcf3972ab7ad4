package io.carillon.cleanse.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How often names of public data sets are read as people labelled them; {@code -Dcarillon.print=true} lists the misses. */
class NameDataTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final NameCleanser NAMES = new NameCleanser();

    @Test
    void theCasesOfNameparserAreReadAsItsTestsAssert() throws IOException {
        List<JsonNode> cases = read("nameparser_open.jsonl");

        long right = cases.stream().filter(NameDataTest::isAsAsserted).count();

        assertThat(share("nameparser cases wholly right", right, cases.size())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void thePartsOfPeopleAreReadAsLabelled() throws IOException {
        List<JsonNode> people = read("probablepeople_person_open.jsonl");

        long tokens = 0;
        long rightTokens = 0;
        long rightNames = 0;
        long manyNames = 0;
        long rightMany = 0;
        for (JsonNode person : people) {
            Value.Fields value = value(person.get("text").asString());
            List<JsonNode> labelled = labelled(person);
            long right = labelled.stream().filter(token -> isIn(value, token)).count();
            tokens += labelled.size();
            rightTokens += right;
            boolean whole = right == labelled.size();
            if (whole) rightNames++;
            else if (labelled.size() > 1) miss(person.get("text").asString() + " -> " + value);
            if (labelled.size() > 1) {
                manyNames++;
                if (whole) rightMany++;
            }
        }

        assertThat(share("tokens of people", rightTokens, tokens)).isGreaterThanOrEqualTo(0.88);
        assertThat(share("people wholly right", rightNames, people.size())).isGreaterThanOrEqualTo(0.83);
        assertThat(share("people of two words or more wholly right", rightMany, manyNames))
                .isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void organisationsAreToldFromPeople() throws IOException {
        List<JsonNode> people = read("probablepeople_person_open.jsonl");
        List<JsonNode> companies = read("probablepeople_company_open.jsonl");

        long rightPeople = people.stream().filter(person -> !isCompany(person)).count();
        long rightCompanies = companies.stream().filter(NameDataTest::isCompany).count();

        people.stream().filter(NameDataTest::isCompany).forEach(person -> miss("person: " + person.get("text")));
        companies.stream()
                .filter(company -> !isCompany(company))
                .forEach(company -> miss("company: " + company.get("text")));
        share("people taken for people", rightPeople, people.size());
        share("companies taken for companies", rightCompanies, companies.size());
        assertThat(share(
                        "people and companies told apart",
                        rightPeople + rightCompanies,
                        people.size() + companies.size()))
                .isGreaterThanOrEqualTo(0.95);
    }

    private static boolean isAsAsserted(JsonNode one) {
        Value.Fields value = value(one.get("name").asString());
        boolean right = one.get("expected").propertyStream().allMatch(part -> {
            String expected = part.getValue().asString().toLowerCase(Locale.ROOT);
            String found = part.getKey().equals("surnames")
                    ? (value.text("middle").orElse("") + " "
                                    + value.text("last").orElse(""))
                            .strip()
                    : value.text(part.getKey()).orElse("");
            return expected.equals(found.toLowerCase(Locale.ROOT));
        });
        if (!right) miss(one + " -> " + value);
        return right;
    }

    private static boolean isCompany(JsonNode one) {
        return value(one.get("text").asString()).get("company").isPresent();
    }

    /** What stands between two people is in no part. */
    private static List<JsonNode> labelled(JsonNode person) {
        return person.get("tokens")
                .valueStream()
                .filter(token -> !token.get("label").asString().equals("And"))
                .toList();
    }

    private static boolean isIn(Value.Fields value, JsonNode token) {
        String part = switch (token.get("label").asString()) {
            case "PrefixMarital", "PrefixOther" -> "title";
            case "GivenName", "FirstInitial" -> "first";
            case "MiddleName", "MiddleInitial" -> "middle";
            case "Surname", "LastInitial" -> "last";
            case "SuffixGenerational", "SuffixOther" -> "suffix";
            default -> "nickname";
        };
        String word = bare(token.get("t").asString());
        return Stream.of(value, value.fields("second"))
                .flatMap(person -> Stream.of(person.text(part).orElse("").split(" ")))
                .anyMatch(found -> bare(found).equals(word));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+|^'+|'+$", "");
    }

    private static Value.Fields value(String text) {
        return NAMES.cleanse(text, Hints.NONE).value() instanceof Value.Fields fields ? fields : Value.Fields.NONE;
    }

    private static double share(String what, long right, long all) {
        double share = (double) right / all;
        System.out.printf(Locale.ROOT, "%s: %d of %d = %.1f %%%n", what, right, all, share * 100);
        return share;
    }

    private static void miss(String text) {
        if (Boolean.getBoolean("carillon.print")) System.out.println("  missed " + text);
    }

    private static List<JsonNode> read(String file) throws IOException {
        Path path = data().resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: the data set " + path + " is not here");
        var rows = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(path)) rows.add(JSON.readTree(line));
        return rows;
    }

    /** Beside the checkout, in {@code shared/data}; {@code -Dcarillon.data=DIR} says another place. */
    private static Path data() {
        String said = System.getProperty("carillon.data");
        if (said != null) return Path.of(said, "person-names");
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("shared/data"))) at = at.getParent();
        return at.resolve("shared/data/person-names");
    }
}
