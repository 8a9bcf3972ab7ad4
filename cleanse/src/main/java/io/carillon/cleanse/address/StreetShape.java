package io.carillon.cleanse.address;

import java.util.Set;
import java.util.regex.Pattern;

/** How much a range of words looks like an American street's name, and how it is written. */
final class StreetShape {
    private static final Set<String> ROADS = Set.of(
            "highway",
            "hwy",
            "hiway",
            "route",
            "rte",
            "rt",
            "interstate",
            "cr",
            "sr",
            "fm",
            "spur",
            "us",
            "loop",
            "th",
            "csah",
            "business",
            "bypass",
            "byp",
            "co",
            "i",
            "rr");
    private static final Set<String> OWNERS = Set.of(
            "county",
            "country",
            "state",
            "us",
            "old",
            "business",
            "co",
            "st",
            "township",
            "twp",
            "forest",
            "farm",
            "ranch",
            "united");
    private static final Set<String> BEFORE_NAME = Set.of(
            "avenue",
            "ave",
            "av",
            "avenida",
            "calle",
            "camino",
            "caminito",
            "paseo",
            "via",
            "rue",
            "boulevard",
            "street",
            "chemin",
            "rua",
            "circle",
            "el",
            "road",
            "plaza",
            "corte",
            "vista",
            "rang",
            "montee",
            "cote",
            "place");
    private static final Set<String> ROAD_ENDS =
            Set.of("business", "bus", "bsnss", "alt", "alternate", "bypass", "truck");
    private static final Set<String> ROAD_NAMES = Set.of("road", "rd", "highway", "hwy", "rte", "route", "rt");
    private static final Pattern INTERSTATE = Pattern.compile("(i|us)-\\d+");
    private static final Pattern ROAD_NUMBER =
            Pattern.compile("#?[a-z]{0,2}-?\\d+[a-z]{0,2}|[a-z]{1,2}|i-\\d+|us-\\d+");

    private final Lexicon lexicon;

    StreetShape(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Higher is likelier. An empty range is no street. */
    double score(Words words, int from, int end) {
        if (end <= from) return -9;
        int at = from;
        int last = end;
        if (last - at > 1 && lexicon.isDirection(words.key(at))) at++;
        if (isRoad(words, at, end)) return 7.5 - 5.0 * hardBreaks(words, from, end);
        boolean after = last - at > 1 && lexicon.isDirection(words.key(last - 1));
        if (after) last--;
        int length = last - at;
        double score = -5.0 * hardBreaks(words, from, end);
        String end1 = words.key(last - 1);
        if (length > 1 && lexicon.isStrongSuffix(end1)) score += 5;
        else if (length > 1 && lexicon.isSuffix(end1)) score += 3;
        else if (length == 1 && lexicon.isNumberedOrdinal(end1)) score += 2.5;
        else if (length == 1 && words.get(last - 1).isNumber() && (after || at > from)) score += 3;
        else if (length == 1 && end1.equals("broadway")) score += 5;
        else if (length > 1 && length < 5 && BEFORE_NAME.contains(words.key(at))) score += 3.5;
        else if (length == 1) score += lexicon.isDirection(end1) ? -6 : 0.8;
        if (after)
            score += lexicon.isSuffix(end1)
                            || (length == 1 && words.get(last - 1).hasDigit())
                    ? 0.8
                    : 0.2;
        for (int inner = at + 1; inner < last - 1; inner++) {
            boolean doubled = inner == last - 2;
            if (lexicon.isStrongSuffix(words.key(inner)) && !words.key(inner).equals("st"))
                score -= isTypeAfterDirection(words, inner, last) ? 0.5 : doubled ? 1.5 : 3;
            if (lexicon.unit(words.key(inner)).isPresent()
                    && words.get(inner + 1).hasDigit()) score -= 4;
            if (words.key(inner).startsWith("#")) score -= 4;
        }
        // A number at the end of a name is a unit's.
        if (length > 1 && words.get(last - 1).isNumber()) score -= 2.5;
        return score - 0.45 * Math.max(0, length - 3);
    }

    /** Sleepy Avenue West Rd: the last type is the street's, the one before belongs to its name. */
    private boolean isTypeAfterDirection(Words words, int inner, int last) {
        return inner == last - 3
                && lexicon.isDirection(words.key(inner + 1))
                && lexicon.isStrongSuffix(words.key(last - 1));
    }

    /** Breaks inside, but for one before a direction at the end. */
    private int hardBreaks(Words words, int from, int end) {
        int breaks = words.breaksWithin(from, end);
        boolean soft = end - from > 1
                && words.breaksAt(end - 1)
                && lexicon.isDirection(words.key(end - 1))
                && (words.breaksAt(end)
                        || words.key(end - 1).length() == 2
                        || lexicon.unit(words.key(end)).isPresent());
        return soft ? breaks - 1 : breaks;
    }

    /** County Road 5, US Highway 20 W, Route 9, State Road Y, I-25. */
    boolean isRoad(Words words, int from, int end) {
        int last = end - from > 2
                        && lexicon.isDirection(words.key(end - 1))
                        && words.get(end - 2).hasDigit()
                ? end - 1
                : end;
        while (last > from + 2 && ROAD_ENDS.contains(words.key(last - 1)) && !words.breaksAt(last - 1)) last--;
        int at = from;
        boolean owned = false;
        // "Texas Highway 3", "Old Route 9": what owns the road is a word or two before it.
        while (at < last - 2 && at < from + 2 && !isRoadWord(words, at, owned)) {
            owned |= OWNERS.contains(words.key(at));
            at++;
        }
        if (at > from && !owned && !isRoadWord(words, at, false)) return false;
        if (at >= last - 1 || !isRoadWord(words, at, owned))
            return last == from + 1 && INTERSTATE.matcher(words.key(from)).matches();
        at++;
        if (at < last - 1 && ROAD_NAMES.contains(words.key(at))) at++;
        if (at < last - 1 && (words.key(at).equals("#") || words.key(at).equals("no"))) at++;
        boolean numbered = ROAD_NUMBER.matcher(words.key(at)).matches() && !lexicon.isSuffix(words.key(at));
        boolean letter = !words.get(at).hasDigit() && lexicon.isDirection(words.key(at));
        return numbered && !letter && at + 1 == last;
    }

    private boolean isRoadWord(Words words, int at, boolean owned) {
        String key = words.key(at);
        String next = words.key(at + 1);
        if (key.equals("county")
                || key.equals("country")
                || key.equals("state")
                || key.equals("us")
                || key.equals("co"))
            return ROAD_NAMES.contains(next)
                    || (key.equals("us")
                            && words.size() > at + 1
                            && words.get(at + 1).isNumber());
        if (key.equals("i") || key.equals("th") || key.equals("business") || key.equals("loop"))
            return words.size() > at + 1 && words.get(at + 1).isNumber();
        return ROADS.contains(key) || (owned && (key.equals("road") || key.equals("rd")));
    }

    /** Title case, with the short forms of its directions and of its type. */
    String form(Words words, int from, int end) {
        var out = new StringBuilder();
        boolean road = isRoad(words, from, end) || isRoad(words, Math.min(from + 1, end), end);
        int before = (end - from > 1 && lexicon.isDirection(words.key(from)) && !lexicon.isSuffix(words.key(from + 1)))
                        || (end - from > 2 && lexicon.isDirection(words.key(from)))
                ? from
                : -1;
        int after = end - from > 1 && end - 1 != before && lexicon.isDirection(words.key(end - 1)) && end - 1 > from
                ? end - 1
                : -1;
        if (after == from + 1 && before == from) before = -1;
        int type = (after > 0 ? after : end) - 1;
        for (int at = from; at < end; at++) {
            String key = words.key(at);
            String word = words.get(at).text().replaceAll("\\.$", "");
            if (at == before || at == after) word = lexicon.direction(key).orElse(word);
            else if (road && ROADS.contains(key)) word = roadForm(key);
            else if (at == type && at > from && at > before + (before >= 0 ? 1 : 0) && lexicon.isSuffix(key))
                word = lexicon.suffix(key).orElse(word);
            else if (word.equals(Words.upper(word)) && word.length() == 1) word = Words.upper(word);
            else word = TitleCase.word(word, out.isEmpty());
            if (word.length() == 1) word = Words.upper(word);
            out.append(out.isEmpty() ? "" : " ").append(word);
        }
        return out.toString();
    }

    private static String roadForm(String key) {
        return switch (key) {
            case "highway", "hwy", "hiway" -> "Hwy";
            case "route", "rte", "rt" -> "Rte";
            case "interstate" -> "Interstate";
            case "bypass", "byp" -> "Byp";
            case "loop" -> "Loop";
            case "spur" -> "Spur";
            case "business" -> "Business";
            default -> Words.upper(key);
        };
    }
}
