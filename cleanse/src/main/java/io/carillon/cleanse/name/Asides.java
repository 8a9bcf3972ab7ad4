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

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Asides of(String text) {
        var nicknames = new ArrayList<String>();
        var maidens = new ArrayList<String>();
        var suffixes = new ArrayList<String>();
        var rest = new StringBuilder();
        int end = 0;
        boolean opens = false;
        for (MatchResult match : ASIDE.matcher(text).results().toList()) {
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

    private static String tidy(String text) {
        return BLANKS.matcher(text).replaceAll(" ").replace(" ,", ",").strip();
    }
}
