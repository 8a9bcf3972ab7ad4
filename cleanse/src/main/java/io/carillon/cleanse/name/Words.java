package io.carillon.cleanse.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the lists of words and weights that stand beside this class, and says how a word is looked up in them. */
final class Words {

    private Words() {}

    /** The word in lower case without periods and without marks around it. Asked many times for each name. */
    static String key(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isMark(word.codePointAt(start))) start += Character.charCount(word.codePointAt(start));
        while (end > start && isMark(word.codePointBefore(end))) end -= Character.charCount(word.codePointBefore(end));
        String lower = word.substring(start, end).toLowerCase(Locale.ROOT);
        String bare = lower.indexOf('.') < 0 ? lower : lower.replace(".", "");
        return bare.replace('’', '\'');
    }

    private static boolean isMark(int c) {
        return !Character.isLetterOrDigit(c) && c != '&' && c != '+' && c != '\'' && c != '.';
    }

    /** At blanks. */
    static List<String> split(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) > ' ') continue;
            if (i > start) words.add(text.substring(start, i));
            start = i + 1;
        }
        return Collections.unmodifiableList(words);
    }

    /** All words of a list as they are written there; a line that starts with # is a comment. */
    static List<String> read(String file) {
        var words = new ArrayList<String>();
        for (String line : lines(file)) words.addAll(split(line));
        return words;
    }

    static Set<String> keys(String file) {
        return keys(read(file), "!?");
    }

    /** Keys of the words, without the marks behind them. */
    static Set<String> keys(Collection<String> words, String marks) {
        var keys = new LinkedHashSet<String>();
        for (String word : words) keys.add(key(marks.indexOf(word.charAt(word.length() - 1)) < 0 ? word : cut(word)));
        return Collections.unmodifiableSet(keys);
    }

    /** Keys of those words only that have this mark behind them. */
    static Set<String> marked(String file, String mark) {
        return keys(read(file).stream().filter(word -> word.endsWith(mark)).toList(), mark);
    }

    /** Lines of a word, a blank and a number. */
    static Map<String, Double> weights(String file) {
        var weights = new LinkedHashMap<String, Double>();
        for (String line : lines(file)) {
            int blank = line.lastIndexOf(' ');
            weights.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
        }
        return Collections.unmodifiableMap(weights);
    }

    static List<String> lines(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("the list " + file + " is not part of this build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + file, e);
        }
    }

    private static String cut(String word) {
        return word.substring(0, word.length() - 1);
    }
}
