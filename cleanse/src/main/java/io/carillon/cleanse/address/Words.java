package io.carillon.cleanse.address;

import io.carillon.core.value.LetterCase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as words. Commas, semicolons, line ends, tabs, bars and brackets all part it alike; what stands on either
 * side of such a break is a segment.
 */
record Words(List<Word> words) {
    private static final Pattern BREAK =
            Pattern.compile("[,;\\n\\r\\t|()\\[\\]{}\\u2028\\u2029·•]|\\\\[nrt](?![a-z])|\\s[-–—]+\\s|\\s/\\s");
    private static final Pattern RANGE = Pattern.compile("(\\d+)([a-zA-Z]?)( ?[-–—/] ?)(\\d{1,4})(?=[a-zA-Z]?\\b)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[.'’´`]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}#&@ºª]+|[^\\p{L}\\p{N}#&@.ºª]+$");

    /**
     * @param text without the marks around it; its full stops stay
     * @param key lower case, no accents, no full stops or apostrophes: for looking up
     * @param first whether a break stands before it
     */
    record Word(String text, String key, boolean first) {
        boolean hasDigit() {
            return text.chars().anyMatch(Character::isDigit);
        }

        boolean isNumber() {
            return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    Words {
        words = List.copyOf(words);
    }

    static Words of(String text) {
        var words = new ArrayList<Word>();
        for (String segment : BREAK.split(
                RANGE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(Words::joint), -1)) {
            boolean first = true;
            for (String raw : SPACE.split(segment, -1)) {
                String word = trimmed(raw);
                if (word.isEmpty()) continue;
                words.add(new Word(word, key(word), first));
                first = false;
            }
        }
        return new Words(words);
    }

    /** A range of numbers is one word; a plain hyphen stands for every dash. A longer number after a gap is a code. */
    private static String joint(MatchResult range) {
        boolean gap = range.group(3).length() > 1;
        if (gap && range.group(4).length() > range.group(1).length()) return Matcher.quoteReplacement(range.group());
        String joint = range.group(3).contains("/") ? "/" : "-";
        return range.group(1) + range.group(2) + joint + range.group(4);
    }

    private static String trimmed(String raw) {
        String word = EDGES.matcher(raw).replaceAll("");
        return word.chars().anyMatch(Character::isLetterOrDigit)
                        || word.equals("#")
                        || word.equals("&")
                        || word.equals("@")
                ? word.endsWith("..") ? word.replaceAll("\\.+$", ".") : word
                : "";
    }

    /** Lower case, without accents, full stops and apostrophes; {@code ß} is {@code ss}. */
    static String key(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String plain = ascii
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = LetterCase.lower(plain).replace("ß", "ss");
        return APOSTROPHES.matcher(lower).find() ? APOSTROPHES.matcher(lower).replaceAll("") : lower;
    }

    int size() {
        return words.size();
    }

    Word get(int at) {
        return words.get(at);
    }

    String key(int at) {
        return at >= 0 && at < words.size() ? words.get(at).key() : "";
    }

    /** The keys of a range with a space between. */
    String keys(int from, int to) {
        var joined = new StringBuilder();
        for (int at = from; at < to; at++)
            joined.append(at > from ? " " : "").append(words.get(at).key());
        return joined.toString();
    }

    /** The words of a range as they were written. */
    String text(int from, int to) {
        var joined = new StringBuilder();
        for (int at = from; at < to; at++)
            joined.append(at > from ? " " : "").append(words.get(at).text());
        return joined.toString();
    }

    /** Whether a word begins a segment; the end counts as one. */
    boolean breaksAt(int at) {
        return at >= words.size() || words.get(at).first();
    }

    /** Whether a break stands somewhere inside a range, not at its beginning. */
    int breaksWithin(int from, int to) {
        int breaks = 0;
        for (int at = from + 1; at < to; at++) if (words.get(at).first()) breaks++;
        return breaks;
    }

    Words range(int from, int to) {
        return new Words(words.subList(from, to));
    }

    /** The same without the words of a range. */
    Words without(int from, int to) {
        var rest = new ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(to, words.size()));
        return new Words(rest);
    }

    List<Words> segments() {
        var segments = new ArrayList<Words>();
        for (int from = 0, at = 1; from < words.size(); at++) {
            if (!breaksAt(at)) continue;
            segments.add(range(from, at));
            from = at;
        }
        return segments;
    }

    /** Each segment as it was written. */
    List<String> lines() {
        return segments().stream().map(Words::written).toList();
    }

    String written() {
        return text(0, size());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
