package io.carillon.cleanse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The price strings of real shops in {@code shared/data/price-strings}; without them it is skipped. */
class PriceStringsTest {
    private static final double SHARE_MIN = 0.93;

    private final MoneyCleanser money = new MoneyCleanser();
    private final CurrencyCleanser currencies = new CurrencyCleanser();

    private record Row(
            Optional<String> near,
            String price,
            Optional<String> currency,
            Optional<BigDecimal> amount,
            String suite) {}

    @Test
    void pricesOfRealShopsAreReadAsPeopleReadThem() throws IOException {
        List<Row> rows = rows();
        var failures = new ArrayList<String>();
        int expectedToFail = 0;
        int readNevertheless = 0;

        for (Row row : rows) {
            Optional<String> failure = failure(row);
            boolean isExpected = row.suite().contains("XFAIL");
            if (isExpected) expectedToFail++;
            if (isExpected && failure.isEmpty()) readNevertheless++;
            failure.ifPresent(failures::add);
        }

        System.out.printf(
                "price strings: %d of %d, of those that price-parser fails %d of %d%n",
                rows.size() - failures.size(), rows.size(), readNevertheless, expectedToFail);
        failures.forEach(failure -> System.out.println("  " + failure));
        assertThat(rows.size() - failures.size()).isGreaterThanOrEqualTo((int) (rows.size() * SHARE_MIN));
    }

    private Optional<String> failure(Row row) {
        Cleansed price = money.cleanse(row.price(), Hints.NONE);
        Optional<BigDecimal> amount = amount(price);
        Optional<String> currency =
                currency(price).or(() -> row.near().flatMap(near -> currency(money.cleanse(near, Hints.NONE))));
        Optional<String> expected = row.currency().flatMap(sign -> code(currencies.cleanse(sign, Hints.NONE)));
        boolean isSameAmount = amount.isPresent() == row.amount().isPresent()
                && amount.map(it -> it.compareTo(row.amount().orElseThrow()) == 0)
                        .orElse(true);
        boolean isKnown = expected.isPresent() == row.currency().isPresent();
        if (isSameAmount && isKnown && currency.equals(expected)) return Optional.empty();
        return Optional.of(row + " but was " + amount + " " + currency + " " + price.reason());
    }

    private static Optional<BigDecimal> amount(Cleansed cleansed) {
        return ((Value.Fields) cleansed.value())
                .get("amount")
                .flatMap(amount -> amount instanceof Value.Num(var number) ? Optional.of(number) : Optional.empty());
    }

    private static Optional<String> currency(Cleansed cleansed) {
        return ((Value.Fields) cleansed.value()).text("currency");
    }

    private static Optional<String> code(Cleansed cleansed) {
        return cleansed.value() instanceof Value.Text(var code) ? Optional.of(code) : Optional.empty();
    }

    private static List<Row> rows() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/price-strings/price_parser_open.jsonl"))
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty())
            abort("no shared/data/price-strings beside the repository: the price strings are not checked");
        var mapper = JsonMapper.builder().build();
        var rows = new ArrayList<Row>();
        for (String line : Files.readAllLines(file.orElseThrow())) {
            JsonNode node = mapper.readTree(line);
            rows.add(new Row(
                    text(node, "currency_raw"),
                    text(node, "price_raw").orElse(""),
                    text(node, "currency"),
                    node.get("amount").isNull()
                            ? Optional.empty()
                            : Optional.of(new BigDecimal(node.get("amount").asString())),
                    node.get("suite").asString()));
        }
        return rows;
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
