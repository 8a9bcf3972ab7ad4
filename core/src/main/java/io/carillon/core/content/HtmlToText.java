package io.carillon.core.content;

import io.carillon.core.value.LetterCase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the tags of a page mean for its text. */
final class HtmlToText {
    private static final int NESTING_MAX = 100;
    private static final List<String> PARAGRAPHS = List.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl", "figure", "hr");
    private static final List<String> LINES = List.of(
            "div",
            "tr",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "address",
            "center",
            "dt",
            "dd",
            "form",
            "fieldset",
            "figcaption",
            "body",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "details",
            "summary");
    private static final List<String> DROPPED =
            List.of("head", "style", "script", "title", "noscript", "template", "svg", "object", "select", "textarea");
    private static final List<String> VOID = List.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private record Link(String url, int start) {}

    /** Zero for a list with bullets, else the number of the next item. */
    private static final class ListNumber {
        private int next;

        private ListNumber(int next) {
            this.next = next;
        }
    }

    private final TextLines lines;
    private final Deque<ListNumber> lists = new ArrayDeque<>();
    private Optional<Link> link = Optional.empty();
    private String dropped = "";
    private int droppedDepth;
    private int preformatted;
    private boolean cellBefore;

    HtmlToText(TextLines lines) {
        this.lines = lines;
    }

    void text(String text) {
        if (droppedDepth > 0) return;
        if (preformatted > 0) lines.verbatim(text);
        else lines.flow(text);
    }

    void tag(HtmlReader tag) {
        String name = tag.text();
        if (dropped.equals("head") && name.equals("body")) droppedDepth = 0; // a head may be left open
        if (droppedDepth > 0) {
            if (name.equals(dropped)) droppedDepth += tag.isClosing() ? -1 : 1;
            return;
        }
        if (!tag.isClosing() && !VOID.contains(name) && (DROPPED.contains(name) || isHidden(tag))) {
            dropped = name;
            droppedDepth = 1;
            return;
        }
        if (PARAGRAPHS.contains(name)) lines.breakLines(isInsideList(tag) ? 1 : 2);
        else if (LINES.contains(name)) lines.breakLines(1);
        switch (name) {
            case "a" -> link(tag);
            case "br" -> lines.addBreak();
            case "hr" -> rule();
            case "img" -> {
                if (!tag.isClosing()) tag.attribute("alt").ifPresent(lines::flow);
            }
            case "ul", "ol" -> list(tag, name);
            case "li" -> item(tag);
            case "td", "th" -> cell(tag);
            case "tr" -> cellBefore = false;
            case "pre" -> preformatted = Math.max(0, preformatted + (tag.isClosing() ? -1 : 1));
            default -> {}
        }
    }

    void end() {
        closeLink();
    }

    private static boolean isHidden(HtmlReader tag) {
        if (tag.attribute("hidden").isPresent()) return true;
        String style = LetterCase.lower(tag.attribute("style").orElse(""));
        return style.replace(" ", "").contains("display:none");
    }

    private boolean isInsideList(HtmlReader tag) {
        boolean endsList =
                tag.isClosing() && (tag.text().equals("ul") || tag.text().equals("ol"));
        return lists.size() > (endsList ? 1 : 0);
    }

    private void rule() {
        lines.flow("----------");
        lines.breakLines(2);
    }

    private void link(HtmlReader tag) {
        closeLink();
        if (!tag.isClosing()) link = tag.attribute("href").map(url -> new Link(url.strip(), lines.length()));
    }

    /** The address follows the text, unless it is the text, or nothing anyone could open. */
    private void closeLink() {
        if (link.isEmpty()) return;
        String url = link.get().url();
        String shown = lines.since(link.get().start());
        link = Optional.empty();
        String lower = LetterCase.lower(url);
        boolean opens = !url.isEmpty() && !lower.startsWith("#") && !lower.startsWith("javascript:");
        String address =
                lower.startsWith("mailto:") || lower.startsWith("tel:") ? url.substring(url.indexOf(':') + 1) : url;
        if (!opens || shown.equals(url) || shown.equals(address)) return;
        lines.flow(shown.isEmpty() ? address : " (" + address + ")");
    }

    private void list(HtmlReader tag, String name) {
        if (tag.isClosing()) lists.poll();
        else if (lists.size() < NESTING_MAX) lists.push(new ListNumber(name.equals("ol") ? 1 : 0));
    }

    private void item(HtmlReader tag) {
        lines.breakLines(1);
        if (tag.isClosing()) return;
        ListNumber list = lists.peek();
        lines.flow(list == null || list.next == 0 ? "-" : list.next++ + ".");
        lines.flow(" ");
    }

    /** Cells of a row stand beside each other. */
    private void cell(HtmlReader tag) {
        if (tag.isClosing()) return;
        if (cellBefore) lines.flow(" ");
        cellBefore = true;
    }
}
