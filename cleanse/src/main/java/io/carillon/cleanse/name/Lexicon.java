package io.carillon.cleanse.name;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which words are titles, suffixes, particles and connectives. All questions ignore the case, as whole texts come in capitals. */
final class Lexicon {
    private static final Set<String> TITLES = Words.keys("titles.txt");
    private static final Set<String> TITLES_AFTER = Words.keys("titles_after.txt");
    private static final Set<String> NAMES_TOO = Words.marked("titles.txt", "!");
    private static final Set<String> GIVEN_TITLES = Words.keys("given_titles.txt");
    private static final Set<String> SUFFIXES = Words.keys("suffixes.txt");
    private static final Set<String> DOUBTFUL_SUFFIXES = Words.marked("suffixes.txt", "?");
    private static final Set<String> PARTICLES = Words.keys("particles.txt");
    private static final Set<String> PARTICLES_ONLY = Words.marked("particles.txt", "!");
    private static final Set<String> CONNECTIVES = Words.keys("connectives.txt");
    private static final Set<String> MAIDEN = Words.keys("maiden.txt");
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv", "vii", "viii", "2nd", "3rd");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}?\\.?,?");
    private static final Map<String, String> SPELLING = spelling();

    private Lexicon() {}

    static boolean isTitle(String word) {
        String key = Words.key(word);
        if (key.isEmpty()) return false;
        if (TITLES.contains(key)) return !isSpacedInitials(word);
        return all(word, "-", TITLES) || all(word, ".", TITLES);
    }

    /** Belongs to the title before it: Dr. med. */
    static boolean isTitleAfter(String word) {
        return TITLES_AFTER.contains(Words.key(word));
    }

    /** A title that is a name as well: King. */
    static boolean isNameToo(String word) {
        return NAMES_TOO.contains(Words.key(word));
    }

    static boolean isGivenTitle(String word) {
        return GIVEN_TITLES.contains(Words.key(word));
    }

    /** A suffix wherever it stands at the end. */
    static boolean isSureSuffix(String word) {
        String key = Words.key(word);
        if (!SUFFIXES.contains(key)) return all(word, ".", SUFFIXES);
        if (key.equals("jr") && isSpacedInitials(word)) return false;
        return !DOUBTFUL_SUFFIXES.contains(key) || (key.length() > 1 && isSpacedInitials(word));
    }

    /** A suffix where one is expected, after a comma. */
    static boolean isSuffix(String word) {
        return isSureSuffix(word)
                || (SUFFIXES.contains(Words.key(word)) && !Words.key(word).equals("jr"));
    }

    static boolean isGeneration(String word) {
        return GENERATIONS.contains(Words.key(word)) && !isSpacedInitials(word);
    }

    static boolean isNumeral(String word) {
        String key = Words.key(word);
        return (key.equals("v") || key.equals("i") || key.equals("vi") || key.equals("x")) && !word.contains(".");
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(Words.key(word));
    }

    /** A particle that is never a given name. */
    static boolean isParticleOnly(String word) {
        return PARTICLES_ONLY.contains(Words.key(word));
    }

    static boolean isConnective(String word) {
        return CONNECTIVES.contains(Words.key(word)) && !word.endsWith(".");
    }

    static boolean isAnd(String word) {
        return switch (Words.key(word)) {
            case "and", "&", "+", "und", "et", "og", "och" -> true;
            default -> false;
        };
    }

    static boolean isMaidenMark(String word) {
        return MAIDEN.contains(Words.key(word));
    }

    /** One letter, with or without a period. */
    static boolean isInitial(String word) {
        String key = Words.key(word);
        return key.codePointCount(0, key.length()) == 1 && Character.isLetter(key.codePointAt(0));
    }

    /** How a suffix is spelled, for texts that came in one case. */
    static String spelled(String suffix) {
        String key = Words.key(suffix);
        String known = SPELLING.get(key);
        if (known == null) return suffix;
        var spelled = new StringBuilder();
        int next = 0;
        for (int i = 0; i < suffix.length(); i++) {
            char c = suffix.charAt(i);
            boolean letter =
                    next < known.length() && Character.toLowerCase(c) == Character.toLowerCase(known.charAt(next));
            spelled.append(letter ? known.charAt(next++) : c);
        }
        return spelled.toString();
    }

    /** J.R. and M.D., where Jr. has its one period at the end. */
    private static boolean isSpacedInitials(String word) {
        int period = word.indexOf('.');
        return period > 0
                && period < word.length() - 1
                && INITIALS.matcher(word).matches();
    }

    private static boolean all(String word, String separator, Set<String> words) {
        int known = 0;
        for (String piece : Words.split(word.replace(separator, " "))) {
            if (piece.length() < 2 || !words.contains(Words.key(piece))) return false;
            known++;
        }
        return known > 1;
    }

    private static Map<String, String> spelling() {
        var spelling = new LinkedHashMap<String, String>();
        for (String word : Words.read("suffixes.txt")) {
            String bare = word.endsWith("?") ? word.substring(0, word.length() - 1) : word;
            spelling.putIfAbsent(Words.key(bare), bare);
        }
        return Collections.unmodifiableMap(spelling);
    }
}
