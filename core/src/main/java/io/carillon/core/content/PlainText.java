package io.carillon.core.content;

/**
 * The text part of an HTML mail, for readers without HTML. Paragraphs, breaks, list items and table rows become lines; links
 * are kept as {@code text (url)}, pictures as their {@code alt} text; head, styles, scripts, comments and what is hidden by
 * the {@code hidden} attribute or {@code display:none} are left out. White space is collapsed as a browser would.
 *
 * <p>Reads once from left to right, never fails on broken HTML, and makes at most {@link #CHARS_MAX} chars.
 */
public final class PlainText {
    /** A longer text ends here; mailboxes cut mails off long before. */
    public static final int CHARS_MAX = 1_000_000;

    private PlainText() {}

    /** The text of a page or of a piece of one; lines end in {@code \n}, the whole neither starts nor ends with white space. */
    public static String fromHtml(String html) {
        var lines = new TextLines(CHARS_MAX);
        var reader = new HtmlReader(html);
        var writer = new HtmlToText(lines);
        while (!lines.isFull() && reader.next()) {
            if (reader.isTag()) writer.tag(reader);
            else writer.text(reader.text());
        }
        writer.end();
        return lines.text();
    }
}
