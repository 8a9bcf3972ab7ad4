package io.carillon.cleanse.money;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Texts of what prices are made of, in any order. */
public final class MoneyTexts {
    private static final List<String> PIECES = List.of(
            "1",
            "12",
            "000",
            "345",
            ".",
            ",",
            "'",
            " ",
            "-",
            "–",
            "(",
            ")",
            "$",
            "€",
            "£",
            "kr",
            "EUR",
            "Rs.",
            "US$",
            "%",
            "e",
            "M",
            "k",
            "Mio.",
            "&pound;",
            "&#x1F600;",
            "&#99999999;",
            "<b>",
            "٣",
            "٫",
            "万",
            "円",
            "\uD83D",
            "\u0301",
            "zł",
            "to",
            "x",
            "р.",
            "p",
            ":",
            "/",
            "ש״ח",
            "د.إ",
            "\u200F",
            "^",
            "10",
            "+");

    private MoneyTexts() {}

    public static String any(Chance chance) {
        var text = new StringBuilder();
        int pieces = chance.between(0, 13);
        for (int i = 0; i < pieces; i++) text.append(chance.pick(PIECES));
        return text.toString();
    }
}
