package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a name says beside itself, in quotes or parentheses or after née.
 *
 * @param rest the text without them
 * @param opensWithNickname whether a nickname stands before every other word
 */
record Asides(
        String rest, List<String> nicknames, List<String> maidens, List<String> suffixes, boolean opensWithNickname) {
    private static final Pattern ASIDE =
            Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]|\"([^\"]*)\"|[“„]([^“”„]*)[”“]|«([^«»]*)»"
                    + "|(?<=^|[\\s,])'([^']*)'(?=$|[\\s,])|(?<=^|[\\s,])''([^']*)''(?=$|[\\s,])");

    /** One of them opens each aside. */
    private static final String MARKS = "([\"“„«'";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Asides of(String text) {
        var nicknames = new ArrayList<String>();
        var maidens = new ArrayList<String>();
        var suffixes = new ArrayList<String>();
        var rest = new StringBuilder();
        int end = 0;
        boolean opens = false;
        for (MatchResult match : asides(text)) {
            rest.append(text, end, match.start()).append(' ');
            end = match.end();
            List<String> words = Words.split(inside(match));
            if (words.isEmpty()) continue;
            if (words.stream().allMatch(Lexicon::isSureSuffix)) suffixes.add(String.join(" ", words));
            else if (words.size() > 1 && Lexicon.isMaidenMark(words.getFirst()))
                maidens.add(String.join(" ", words.subList(1, words.size())));
            else {
                nicknames.add(String.join(" ", words));
                opens |= rest.toString().isBlank();
            }
        }
        rest.append(text.substring(end));
        String without = afterMark(tidy(rest.toString()), maidens);
        return new Asides(without, nicknames, maidens, suffixes, opens);
    }

    private static List<MatchResult> asides(String text) {
        boolean marked = text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
        return marked ? ASIDE.matcher(text).results().toList() : List.of();
    }

    /** Anna Schmidt geb. Meyer: up to the next comma. */
    private static String afterMark(String text, List<String> maidens) {
        List<String> words = Words.split(text);
        for (int i = 1; i < words.size() - 1; i++) {
            if (!Lexicon.isMaidenMark(words.get(i)) || (words.get(i - 1).endsWith(",") && i < 2)) continue;
            int end = i + 1;
            while (end < words.size() - 1 && !words.get(end).endsWith(",")) end++;
            String maiden = String.join(" ", words.subList(i + 1, end + 1));
            boolean comma = maiden.endsWith(",");
            maidens.add(comma ? maiden.substring(0, maiden.length() - 1) : maiden);
            String before = String.join(" ", words.subList(0, i));
            return tidy(before + (comma ? ", " : " ") + String.join(" ", words.subList(end + 1, words.size())));
        }
        return text;
    }

    private static String inside(MatchResult match) {
        for (int group = 1; group <= match.groupCount(); group++)
            if (match.group(group) != null)
                return match.group(group).replace(",", " , ").replaceAll("\\s+,\\s*", ", ");
        return "";
    }

    /** Words by one blank, and no blank before a comma. */
    private static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x80) continue;
            if (c != ' ' && !Character.isWhitespace(c)) continue;
            boolean between = c == ' ' && i > 0 && i < text.length() - 1;
            if (!between || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == ',') return false;
        }
        return true;
    }

    private static String tidy(String text) {
        if (isTidy(text)) return text;
        return BLANKS.matcher(text).replaceAll(" ").replace(" ,", ",").strip();
    }
}
