package io.carillon.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~<p>Hello  <b>Ada</b>,\n how are you?</p><p>Fine</p>~|~Hello Ada, how are you?\n\nFine~",
                "~one<br>two<br/>three~|~one\ntwo\nthree~",
                "~a<br><br><br><br>b~|~a\n\nb~",
                "~<div>a</div><div><div>b</div></div>~|~a\nb~",
                "~<a href='https://x.test/a?b=1&amp;c=2'>Shop</a> now~|~Shop (https://x.test/a?b=1&c=2) now~",
                "~<a href='https://x.test'>https://x.test</a>~|~https://x.test~",
                "~<a href='https://x.test'><img alt='Logo' src='l.png'></a>~|~Logo (https://x.test)~",
                "~<a href='https://x.test'><img src='l.png'></a>~|~https://x.test~",
                "~<a href='mailto:a@x.test'>Mail</a> <a href='#top'>Top</a>~|~Mail (a@x.test) Top~",
                "~<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d~|~- a\n- b\n- c\n\nd~",
                "~<ol><li>a<li>b</ol>~|~1. a\n2. b~",
                "~<table><tr><td>Bike</td><td>1</td></tr><tr><th>Sum</th><td>2</td></tr></table>~|~Bike 1\nSum 2~",
                "~<head><title>T</title><style>p{}</style></head><body>x<script>if (a<b) {}</script>y</body>~|xy",
                "~<head><title>T</title><body>x~|x",
                "~<!DOCTYPE html><!-- no <p> -->x~|x",
                "~<div style='display: none'>preview<div>more</div></div><p>x</p>~|x",
                "~&lt;b&gt; &amp; &euro;5 &#8364; &#x20AC; &uuml; &unknown; &amp;lt;~|~<b> & €5 € € ü &unknown; &lt;~",
                "~a&nbsp;b 1 < 2 and <~|~a b 1 < 2 and <~",
                "~<pre>a\n  b</pre>~|~a\n  b~",
                "~a<p>&nbsp;<p>&nbsp;<p>b~|~a\n\nb~",
                "~a<hr>b~|~a\n\n----------\n\nb~",
                "~<h1>Title</h1>text~|~Title\n\ntext~",
                "~<p>unclosed <a href='u'>link~|~unclosed link (u)~",
                "~<p title='a > b'>x</p><p title=\"unclosed>y</p>~|x",
                "~~|~~"
            })
    void htmlBecomesText(String html, String expected) {
        assertThat(PlainText.fromHtml(html)).isEqualTo(expected);
    }

    @Test
    void anyTextEndsAndStaysBounded() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "<a href='",
            "'",
            "\"",
            "&",
            "#",
            ";",
            "x",
            " ",
            "\n",
            "<p>",
            "</p>",
            "<li>",
            "<ul>",
            "<ol>",
            "</ul>",
            "<table>",
            "<td>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<!",
            "style=display:none ",
            "<div ",
            "&#99999999999;",
            "&#0;",
            "\ud83d",
            "<head>",
            "<br>"
        };
        for (int seed = 0; seed < 10_000; seed++) {
            var random = new Random(seed);
            var html = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) html.append(pieces[random.nextInt(pieces.length)]);

            assertThat(PlainText.fromHtml(html.toString()).length()).isLessThanOrEqualTo(html.length() * 12 + 20);
        }
    }

    @Test
    void hugeInputsAreReadOnce() {
        for (String piece : new String[] {
            "<", "<!--", "<script>", "<a href=x>", "&", "<div style=\"display:none\">", "<ul>", "< a='", "<p a=b "
        }) {
            assertThat(PlainText.fromHtml(piece.repeat(100_000)).length()).isLessThanOrEqualTo(PlainText.CHARS_MAX);
        }
    }
}
