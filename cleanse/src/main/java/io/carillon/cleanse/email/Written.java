package io.carillon.cleanse.email;

import io.carillon.cleanse.text.Tidy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as people write it, taken out of what stands around it.
 *
 * @param text the address alone, where one was found
 * @param changes what was taken away, in order
 */
record Written(String text, List<String> changes) {
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:\\s*([^?]*)(\\?.*)?", Pattern.DOTALL);
    private static final Pattern LABELLED = Pattern.compile("(?i)(?:e-?mail|mail)\\s*:\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern SEVERAL = Pattern.compile("\\s*[;,|\\n]\\s*|\\s+(?:or|and|oder|und|ou|et|o|y|e)\\s+");
    private static final String CLOSING = ",;:.!?";
    private static final String OPENERS = "'\"`<([{\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB";
    private static final String CLOSERS = "'\"`>)]}\u2019\u2019\u201D\u201D\u201C\u00BB\u00AB";

    Written {
        changes = List.copyOf(changes);
    }

    static Written of(String input) {
        Tidy tidy = Tidy.of(input);
        var changes = new ArrayList<>(tidy.changes());
        String text = tidy.text();
        Matcher mailto = MAILTO.matcher(text);
        if (text.regionMatches(true, 0, "mailto:", 0, 7) && mailto.matches()) {
            text = decoded(mailto.group(1));
            changes.add("mailto: removed");
        }
        boolean quoted = text.length() > 2 && text.startsWith("'") && text.endsWith("'");
        if (quoted && isAddress(text.substring(1, text.length() - 1))) {
            changes.add("surrounding punctuation removed");
            return new Written(text.substring(1, text.length() - 1), changes);
        }
        if (isAddress(text)) return new Written(text, changes);
        Matcher labelled = LABELLED.matcher(text);
        if (labelled.matches()) {
            text = labelled.group(1);
            changes.add("label removed");
        }
        text = outOfBrackets(text, changes);
        text = first(text, changes);
        text = bare(text, changes);
        return new Written(text, changes);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign may stand before the @
        }
    }

    /** {@code Ada <ada@x.org>}. */
    private static String outOfBrackets(String text, List<String> changes) {
        int close = text.lastIndexOf('>');
        int open = text.lastIndexOf('<', close);
        if (open < 0) return text;
        String inside = Tidy.of(text.substring(open + 1, close)).text();
        if (inside.indexOf('@') < 0) return text;
        boolean named = !text.substring(0, open).isBlank();
        changes.add(named ? "display name removed" : "angle brackets removed");
        Matcher mailto = MAILTO.matcher(inside);
        return mailto.matches() ? decoded(mailto.group(1)) : inside;
    }

    /** Of several addresses in one field, and of nothing else: a comma within one is a slip, not a list. */
    private static String first(String text, List<String> changes) {
        if (isAddress(text) || text.indexOf('@') == text.lastIndexOf('@')) return text;
        List<String> parts =
                SEVERAL.splitAsStream(text).filter(part -> !part.isBlank()).toList();
        if (parts.size() < 2 || !parts.stream().allMatch(part -> isAddress(bare(part, new ArrayList<>())))) return text;
        changes.add("first of " + parts.size() + " addresses");
        return parts.getFirst();
    }

    /** Without what closes a sentence, and without quotes or brackets around it; half a pair is a sign of a loss. */
    private static String bare(String text, List<String> changes) {
        String bare = text;
        boolean shorter = true;
        while (shorter && !isAddress(bare)) {
            String next = unwrapped(bare);
            shorter = next.length() < bare.length();
            bare = next;
        }
        if (bare.equals(text) || !isAddress(bare)) return text;
        changes.add("surrounding punctuation removed");
        return bare;
    }

    private static String unwrapped(String text) {
        if (text.isEmpty()) return text;
        char last = text.charAt(text.length() - 1);
        if (Tidy.isSpace(last) || CLOSING.indexOf(last) >= 0) return text.substring(0, text.length() - 1);
        if (Tidy.isSpace(text.charAt(0))) return text.substring(1);
        int pair = OPENERS.indexOf(text.charAt(0));
        boolean wrapped = pair >= 0 && text.length() > 2 && CLOSERS.charAt(pair) == last;
        return wrapped ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isAddress(String text) {
        return AddressGrammar.read(text) instanceof AddressGrammar.Outcome.Read;
    }
}
