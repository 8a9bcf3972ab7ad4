package io.carillon.cleanse.address;

import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** American addresses with a label for each word, mapped to the parts that we tell apart. */
final class LabelledAddresses {
    static final List<String> FIELDS = List.of("street", "houseNumber", "unit", "city", "region", "postalCode");
    private static final PlaceTables PLACES = new PlaceTables();

    private LabelledAddresses() {}

    record Labelled(String text, Map<String, String> fields) {}

    /** @param right how many of each field, and of "all", were as labelled */
    record Score(int rows, Map<String, Integer> right, List<String> wrong) {
        double share(String field) {
            return right.getOrDefault(field, 0) / (double) rows;
        }
    }

    /** The folder of the data, sought from here upwards. */
    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/postal-addresses");
            if (Files.isDirectory(found)) return Optional.of(found);
        }
        return Optional.empty();
    }

    static List<Labelled> read(Path file) {
        var rows = new ArrayList<Labelled>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = JsonMapper.shared().readTree(line);
                var fields = new LinkedHashMap<String, String>();
                for (JsonNode token : row.get("tokens"))
                    fields.merge(
                            field(token.get("label").asString()), token.get("t").asString(), (a, b) -> a + " " + b);
                rows.add(new Labelled(row.get("text").asString(), fields));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return rows;
    }

    private static String field(String label) {
        return switch (label) {
            case "AddressNumber", "AddressNumberPrefix", "AddressNumberSuffix" -> "houseNumber";
            case "StreetName",
                    "StreetNamePreDirectional",
                    "StreetNamePostDirectional",
                    "StreetNamePostType",
                    "StreetNamePreType",
                    "StreetNamePreModifier",
                    "StreetNamePostModifier",
                    "IntersectionSeparator",
                    "USPSBoxType",
                    "USPSBoxID",
                    "USPSBoxGroupType",
                    "USPSBoxGroupID",
                    "suffix" -> "street";
            case "OccupancyType", "OccupancyIdentifier", "SubaddressType", "SubaddressIdentifier" -> "unit";
            case "PlaceName" -> "city";
            case "StateName" -> "region";
            case "ZipCode", "ZipPlus4" -> "postalCode";
            default -> "above";
        };
    }

    static Score score(List<Labelled> rows) {
        var cleanser = new AddressCleanser();
        var right = new LinkedHashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (Labelled row : rows) {
            Value value =
                    cleanser.cleanse(row.text(), Hints.NONE.withCountry("US")).value();
            var said = value instanceof Value.Fields fields ? fields : Value.Fields.NONE;
            var off = new ArrayList<String>();
            for (String field : FIELDS) {
                String expected = canonical(field, row.fields().getOrDefault(field, ""));
                String found = canonical(field, said.text(field).orElse(""));
                if (expected.equals(found)) right.merge(field, 1, Integer::sum);
                else off.add(field + " <" + expected + "> found <" + found + ">");
            }
            if (off.isEmpty()) right.merge("all", 1, Integer::sum);
            else wrong.add(row.text().replace("\n", "\\n") + "  => " + String.join("; ", off));
        }
        return new Score(rows.size(), right, wrong);
    }

    /** Words without marks, each short form as one: what a form changes is no error, what a split changes is. */
    private static String canonical(String field, String text) {
        if (field.equals("region")) {
            String plain = text.replaceAll("[,.]+$", "").replaceAll("^US-", "");
            return PLACES.region("US", plain)
                    .or(() -> PLACES.region("US", plain.replace(".", "")))
                    .orElse(Words.key(plain));
        }
        if (field.equals("postalCode")) {
            String digits = text.replaceAll("\\D", "");
            return digits.length() == 4 ? "0" + digits : digits;
        }
        var words = new ArrayList<String>();
        for (String raw : text.replace("#", " ").split("[\\s,;()&]+", -1)) {
            String key = Words.key(raw).replaceAll("[^\\p{L}\\p{N}/-]+|-$", "");
            if (key.isEmpty() || key.equals("and") || key.equals("at")) continue;
            if (field.equals("street"))
                key = Lexicon.AMERICAN.direction(key).map(Words::key).orElse(key);
            if (field.equals("street") && List.of("rt", "rr", "rte", "route").contains(key)) key = "rte";
            if (field.equals("street") && List.of("star", "hcr", "hc").contains(key)) key = "hc";
            if (field.equals("street") && List.of("lbx", "lockbox").contains(key)) key = "lockbox";
            if (field.equals("unit"))
                key = Lexicon.AMERICAN
                        .unit(key)
                        .map(kind -> Words.key(kind.replace("!", "")))
                        .orElse(key);
            else key = Lexicon.AMERICAN.suffix(key).map(Words::key).orElse(key);
            words.add(key);
        }
        return String.join("", words)
                .replace("hcrte", "hc")
                .replaceAll("(postoffice|po)b(o?)x|pob(?=\\d)", "box")
                .replace("hwycontracthc", "hc")
                .replace("hwycontractrte", "hc")
                .replace("lckbox", "lockbox")
                .replace("ruralrte", "rte")
                .replace("rfd", "rte");
    }
}
