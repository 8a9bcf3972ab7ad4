package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Pieces of HTML in any order, closed or not, and small ones repeated until a careless reader shows. */
public final class HtmlTexts {
    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<",
            "<<",
            ">",
            "</",
            "<!--",
            "-->",
            "<!",
            "<?",
            "<a href='x'>",
            "<a href=\"",
            "</a>",
            "<script>",
            "</script",
            "<style>",
            "<title>",
            "</title>",
            "<textarea>",
            "<pre>",
            "</pre>",
            "<ul><li>",
            "<ol>",
            "</ol>",
            "<td>",
            "<table",
            "<br/>",
            "<img alt='x'",
            "<div style='display:none'>",
            "</div>",
            "<svg>",
            "<head>",
            "<body>",
            "<x ",
            " a=",
            "a=b ",
            "'",
            "\"",
            "=",
            "/",
            "&amp;",
            "&",
            "&#",
            "&#x",
            "&#99999999999;",
            "&#xD800;",
            "&#0;",
            "&#1114112;",
            "&nosuch;",
            "&lt",
            " ",
            "\n",
            "\t",
            "\u00a0",
            "\u200b",
            "\uD83D\uDE00",
            "\uD800",
            "\u0000",
            "text",
            "\u202e",
            "<\u0130>",
            "</\u0130");

    private HtmlTexts() {}

    public static String any(Chance chance) {
        String html = String.join("", chance.list(0, 40, c -> c.pick(PIECES)));
        if (chance.chance(0.05) && !html.isEmpty()) html = html.repeat(20_000 / html.length() + 1);
        return chance.chance(0.2) ? Damage.ofText(html, chance) : html;
    }

    /** One or two pieces over and over, so that work which grows faster than its input is felt. */
    public static String pumped(Chance chance, int charsMin) {
        String unit = chance.pick(PIECES) + (chance.chance(0.5) ? chance.pick(PIECES) : "");
        return unit.repeat(charsMin / unit.length() + 1);
    }
}
