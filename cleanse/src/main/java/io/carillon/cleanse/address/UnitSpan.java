package io.carillon.cleanse.address;

import java.util.Set;
import java.util.regex.Pattern;

/** Finds where a unit within a building ends that begins at a word: {@code Apt 3}, {@code # 12}, {@code 2nd Floor}. */
final class UnitSpan {
    private static final Pattern ID =
            Pattern.compile("[a-z]{0,3}-?\\d+[a-z0-9/-]*|[a-z]|[a-z]-[a-z0-9]+|[a-z]{2}-?\\d+|[a-z]\\d*-[a-z]?\\d*");
    private static final Set<String> ORDERED = Set.of("Fl", "Level", "Tower", "Wing", "Side!");
    private static final Set<String> CODES = Set.of("mail", "client", "customer", "ref", "box", "route");
    private static final Set<String> CODE_ENDS = Set.of("code", "stop", "no", "number");

    private static final Pattern GLUED =
            Pattern.compile("(suite|ste|apt|unit|bldg|room|rm|fl|lot|bld)-?\\d+[a-z]?|(bldg|bld|apt|unit|ste)-[a-z]");

    private final Lexicon lexicon;

    UnitSpan(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The end of one or more units that begin at {@code from}; {@code from} itself when none does. */
    int allFrom(Words words, int from, int end, boolean bare) {
        int at = from;
        for (int next = one(words, at, end, bare); next > at; next = one(words, at, end, bare)) at = next;
        return at;
    }

    /** The end of the unit that begins at a word with its kind or a number sign, or as a bare number if asked for. */
    int one(Words words, int at, int end, boolean bare) {
        int next = plain(words, at, end, bare);
        // Unit 2 East, at the end of what is said.
        boolean side = next > at + 1
                && next < end
                && lexicon.isDirection(words.key(next))
                && !words.breaksAt(next)
                && words.breaksAt(next + 1);
        return side ? next + 1 : next;
    }

    private int plain(Words words, int at, int end, boolean bare) {
        if (at >= end) return at;
        String key = words.key(at);
        if (key.equals("#"))
            return at + 1 < end && lexicon.unit(words.key(at + 1)).isEmpty() ? at + 2 : at + 1;
        if (key.startsWith("#") || GLUED.matcher(key).matches()) return at + 1;
        if (CODES.contains(key) && at + 2 < end && CODE_ENDS.contains(words.key(at + 1)))
            return ids(words, at + 2, end);
        if (key.equals("no") && at + 1 < end && words.get(at + 1).hasDigit()) return at + 2;
        if (isOrdinalKind(words, at, end)) return at + 2;
        var kind = lexicon.unit(key);
        if (kind.isPresent()) return afterKind(words, at, end, kind.get());
        return bare && isBareId(words, at, end) ? at + 1 : at;
    }

    private int afterKind(Words words, int at, int end, String kind) {
        if (kind.endsWith("!")) return standsAlone(words, at, end) ? at + 1 : at;
        int after = ids(words, at + 1, end);
        if (after > at + 1) {
            boolean more = kind.equals("Dept")
                    && after < end
                    && words.get(after).isNumber()
                    && words.key(after).length() > 5;
            return more ? after + 1 : after;
        }
        // A kind without a number: only as the end of what is said.
        boolean known = kind.equals("Unit") || kind.equals("Apt") || kind.equals("Ste");
        return known && (after == end || words.breaksAt(after) || !words.breaksAt(at)) ? at + 1 : at;
    }

    /** Front, rear, lobby: at the end of a street or by itself, and nothing but another unit after it. */
    private boolean standsAlone(Words words, int at, int end) {
        String before = words.key(at - 1);
        boolean begins = words.breaksAt(at)
                || lexicon.isSuffix(before)
                || lexicon.isDirection(before)
                || words.get(at - 1).hasDigit();
        String next = words.key(at + 1);
        return begins
                && (at + 1 >= end
                        || words.breaksAt(at + 1)
                        || lexicon.unit(next).isPresent()
                        || next.startsWith("#"));
    }

    /** The second floor; a tower by its direction. */
    private boolean isOrdinalKind(Words words, int at, int end) {
        if (at + 1 >= end) return false;
        boolean floor = words.key(at).length() < 3
                && words.get(at).isNumber()
                && lexicon.unit(words.key(at + 1)).filter("Fl"::equals).isPresent();
        if (floor) return at + 2 >= end || !words.get(at + 2).hasDigit();
        if (!lexicon.isOrdinal(words.key(at))) return false;
        return lexicon.unit(words.key(at + 1))
                .filter(kind -> ORDERED.contains(kind))
                .isPresent();
    }

    private int ids(Words words, int from, int end) {
        int at = from;
        while (at < end && (words.key(at).equals("#") || words.key(at).equals("no")) && at + 1 < end) at++;
        if (at >= end) return from;
        String key = words.key(at);
        if (key.startsWith("#")) return at + 1;
        boolean code = key.length() <= 2 && at + 1 < end && words.get(at + 1).isNumber() && !words.breaksAt(at + 1);
        if (code && !words.get(at).hasDigit() && !lexicon.isDirection(key)) return at + 2;
        if (!ID.matcher(key).matches() && !words.get(at).hasDigit() && !lexicon.isSpelledNumber(key)) return from;
        // Apt 13 C: a letter by itself at the end belongs to the number.
        boolean letter = at + 1 < end
                && words.get(at).isNumber()
                && words.key(at + 1).matches("[a-dfgh]")
                && !words.breaksAt(at + 1)
                && words.breaksAt(at + 2);
        return letter ? at + 2 : at + 1;
    }

    private boolean isBareId(Words words, int at, int end) {
        String key = words.key(at);
        boolean last = at + 1 >= end || words.breaksAt(at + 1);
        if (words.get(at).hasDigit())
            return !lexicon.isNumberedOrdinal(key) && ID.matcher(key).matches();
        return last && key.length() == 1 && !lexicon.isDirection(key) && words.breaksAt(at);
    }
}
