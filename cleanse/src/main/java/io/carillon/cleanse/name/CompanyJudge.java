package io.carillon.cleanse.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells an organisation from a person: certain signs decide alone, else a sum of weights does, one for each thing the
 * name shows ({@code company_weights.txt}).
 */
final class CompanyJudge {
    private static final Set<String> LEGAL = legal(false);
    private static final Set<String> LEGAL_AT_END = legal(true);
    private static final List<String> LEGAL_MARKS = Words.read("legal_marks.txt");
    private static final Set<String> INSTITUTIONS = Words.keys("institutions.txt");
    private static final Set<String> FAMILY_NAMES_TOO = Words.keys(Words.read("institutions_as_names.txt"), "");
    private static final int PERSON_WORDS_MAX = 3;
    private static final Map<String, Double> WEIGHTS = Words.weights("company_weights.txt");
    private static final Set<String> FUNCTION_WORDS = Set.of("of", "the", "to", "in", "at", "on", "by", "with", "from");
    private static final List<String> ENDINGS = List.of(
            "pac", "corp", "bank", "tech", "soft", "group", "works", "ware", "care", "net", "com", "media", "pharma",
            "systems", "mart", "gas", "energy", "scape", "fire", "star");
    private static final Pattern SPACED_LEGAL = Pattern.compile(
            "(?:^|\\s)(?:s\\. ?p\\. ?a\\.?|s\\. ?r\\. ?l\\.?|s\\. ?a\\. ?s?\\.?|n\\. ?v\\.|b\\. ?v\\.|sp\\.? z ?o\\.? ?o\\.?|s\\. ?a\\. de c\\. ?v\\.?"
                    + "|pty\\.? ltd\\.?|pte\\.? ltd\\.?|sdn\\.? bhd\\.?|ltd\\.? şti\\.?|co\\. kg|e\\. ?v\\.|a/s|p\\. ?l\\. ?c\\.?|l\\. ?l\\. ?[cp]\\.?|k\\.k\\.|p\\.c\\.)$");
    private static final Pattern TRADING_AS =
            Pattern.compile("\\b(?:d/b/a|dba|d\\.b\\.a\\.?|t/a|trading as|doing business as|a/k/a)\\b");
    private static final Pattern CANDIDACY = Pattern.compile(
            "\\bfor (?:\\w+ )?(?:rep|representative|congress|senate|senator|judge|mayor|governor|assembly"
                    + "|state|president|sheriff|council|alderman|treasurer|clerk|city|county|us)\\b");
    private static final Pattern PROFESSION = Pattern.compile(",? attorney at law,?$");
    private static final Pattern POSSESSIVE = Pattern.compile("\\p{L}{3,}'s");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyà-ÿ0-9]");

    private CompanyJudge() {}

    static boolean isCompany(String text) {
        String lower = PROFESSION
                .matcher(text.toLowerCase(Locale.ROOT).replace('_', ' '))
                .replaceAll("")
                .strip();
        List<String> words = Words.split(lower);
        if (words.isEmpty()) return false;
        if (words.size() > 1 && LEGAL.contains(Words.key(words.getLast()))) return true;
        if (TRADING_AS.matcher(lower).find()
                || SPACED_LEGAL.matcher(lower).find()
                || CANDIDACY.matcher(lower).find()) return true;
        return isPartnership(lower) || isNoPersonsForm(words) || score(lower) > 0;
    }

    /** Daley, Debofsky & Bryant; but Smith, John & Jane. */
    private static boolean isPartnership(String lower) {
        int comma = lower.indexOf(',');
        int and = Math.max(lower.indexOf(" & "), lower.indexOf(" and "));
        if (comma < 0 || and < comma) return false;
        int secondComma = lower.indexOf(',', comma + 1);
        boolean several = secondComma > 0 && secondComma < and;
        String next = Words.key(Words.split(lower.substring(comma + 1)).getFirst());
        if (Lexicon.isInitial(next) || Lexicon.isTitle(next) || Lexicon.isSuffix(next)) return false;
        return several || !NameLists.isGiven(next);
    }

    /** Jerry's on Lincoln, Johnson and Johnson, The Hub: what no person is called. */
    private static boolean isNoPersonsForm(List<String> words) {
        int size = words.size();
        boolean possessive =
                words.stream().anyMatch(word -> POSSESSIVE.matcher(word).matches());
        boolean twice = size == 3 && words.getFirst().equals(words.getLast()) && Lexicon.isAnd(words.get(1));
        boolean article = size > 1
                && words.getFirst().equals("the")
                && !Lexicon.isConnective(words.get(1))
                && !Lexicon.isTitle(words.get(1));
        return possessive || twice || article;
    }

    /** For scripts other than Latin: a legal form or the word for an institution. */
    static boolean hasForeignMark(String text) {
        List<String> words =
                Words.split(text.toLowerCase(Locale.ROOT).replace("\"", " ").replace("«", " "));
        return LEGAL_MARKS.stream()
                        .anyMatch(mark -> Scripts.isIdeographic(mark) ? text.contains(mark) : words.contains(mark))
                || words.stream().anyMatch(word -> LEGAL.contains(Words.key(word)));
    }

    static double score(String lower) {
        double score = 0;
        for (Map.Entry<String, Integer> sign : signs(lower).entrySet())
            score += sign.getValue() * WEIGHTS.getOrDefault(sign.getKey(), 0.0);
        return score;
    }

    /** What a name shows, in the words of the list of weights, and how often: twice at most. */
    static Map<String, Integer> signs(String lower) {
        List<String> keys = Words.split(lower).stream()
                .map(CompanyJudge::bareKey)
                .filter(key -> !key.isEmpty())
                .toList();
        var signs = new LinkedHashMap<String, Integer>();
        if (keys.isEmpty()) return signs;
        int size = keys.size();
        add(signs, "bias");
        add(signs, "n" + Math.min(size, 6));
        for (int i = 0; i < size; i++) wordSigns(keys, i, signs);
        boolean anyGiven = keys.stream().anyMatch(NameLists::isGiven);
        boolean joined = signs.containsKey("amp") || signs.containsKey("and");
        boolean comma = lower.contains(",") && !lower.endsWith(",");
        if (NameLists.isGiven(keys.getFirst())) add(signs, "given0");
        else if (size > 1 && NameLists.isGiven(keys.get(1))) add(signs, "given1");
        if (NameLists.isFamily(keys.getLast())) add(signs, "surlast");
        if (size > 1 && !anyGiven) add(signs, "nogiven");
        if (joined && !anyGiven) add(signs, "andnogiven");
        if (keys.subList(1, size).contains("for")) add(signs, "for");
        if (size == 1 && signs.containsKey("unknown")) add(signs, "unknown1");
        if (comma) add(signs, "comma");
        return signs;
    }

    private static void wordSigns(List<String> keys, int i, Map<String, Integer> signs) {
        String key = keys.get(i);
        boolean first = i == 0;
        boolean last = i == keys.size() - 1;
        boolean institution = INSTITUTIONS.contains(key) && !isFamilyName(keys, i);
        if (LEGAL.contains(key)) add(signs, "legal");
        if (LEGAL_AT_END.contains(key) && last && !first) add(signs, "legal?");
        if (institution && (first || !Lexicon.isParticle(keys.get(i - 1)))) add(signs, "inst");
        if (FUNCTION_WORDS.contains(key)) add(signs, "func");
        if ((key.equals("&") || key.equals("+")) && !first && !last) signs.put("amp", 1);
        if (key.equals("and") && !first && !last) add(signs, "and");
        if (key.chars().anyMatch(Character::isDigit)) add(signs, "digit");
        if (!first && Lexicon.isInitial(key)) add(signs, "initial");
        if (first && Lexicon.isTitle(key)) add(signs, "title");
        if (last && !first && Lexicon.isSuffix(key) && !LEGAL_AT_END.contains(key)) add(signs, "suffix");
        if (!institution && key.length() > 1 && !NameLists.isKnown(key)) add(signs, "unknown");
        if (isAcronym(key)) signs.put("acronym", 1);
        if (key.length() > 5 && ENDINGS.stream().anyMatch(key::endsWith)) signs.put("ending", 1);
    }

    /** John Church. */
    private static boolean isFamilyName(List<String> keys, int i) {
        return i > 0
                && i == keys.size() - 1
                && keys.size() <= PERSON_WORDS_MAX
                && FAMILY_NAMES_TOO.contains(keys.get(i))
                && keys.subList(0, i).stream().noneMatch(INSTITUTIONS::contains)
                && NameLists.isGiven(keys.getFirst());
    }

    private static boolean isAcronym(String key) {
        return key.length() > 1
                && key.length() < 6
                && !VOWELS.matcher(key).find()
                && Stream.of(INSTITUTIONS, LEGAL).noneMatch(words -> words.contains(key))
                && !Lexicon.isTitle(key)
                && !Lexicon.isSuffix(key);
    }

    private static String bareKey(String word) {
        String key = Words.key(word);
        int start = 0;
        int end = key.length();
        while (start < end && key.charAt(start) == '\'') start++;
        while (end > start && key.charAt(end - 1) == '\'') end--;
        return key.substring(start, end);
    }

    private static void add(Map<String, Integer> signs, String sign) {
        signs.merge(sign, 1, (many, one) -> Math.min(many + one, 2));
    }

    private static Set<String> legal(boolean doubtful) {
        if (doubtful) return Words.marked("legal_forms.txt", "?");
        return Words.keys(
                Words.read("legal_forms.txt").stream()
                        .filter(word -> !word.endsWith("?"))
                        .toList(),
                "");
    }
}
