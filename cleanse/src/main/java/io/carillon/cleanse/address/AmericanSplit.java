package io.carillon.cleanse.address;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits what stands before the region into number, street, units and town: of all the ways to part the words it takes
 * the likeliest, by what each part looks like and where the breaks are.
 */
final class AmericanSplit {
    /** Words looked at as parts of a street or a town; more than an address has. */
    private static final int WORDS_MAX = 40;

    /** What units and a building can add to the scores of the street and the town. */
    private static final double BONUS_MAX = 2.5;

    private final Lexicon lexicon;
    private final StreetShape shape;
    private final UnitSpan units;

    AmericanSplit(Lexicon lexicon) {
        this.lexicon = lexicon;
        shape = new StreetShape(lexicon);
        units = new UnitSpan(lexicon);
    }

    /**
     * Ends of the parts, in the order in which they stand.
     *
     * @param street where the street begins
     * @param streetEnd where the units begin
     * @param unitEnd where a building's name begins
     * @param city where the town begins, up to the end
     */
    record Split(int street, int streetEnd, int unitEnd, int city, double score) {}

    /** The best split of what follows the house number. */
    Split afterNumber(Words words, int from, int end, boolean tail) {
        Split best = new Split(from, end, end, end, -1e9);
        int limit = Math.min(end, from + WORDS_MAX);
        var towns = new double[end + 1];
        for (int city = Math.max(from, end - 7); city <= end; city++) towns[city] = city(words, city, end, tail);
        for (int streetEnd = from + 1; streetEnd <= limit; streetEnd++) {
            double street = shape.score(words, from, streetEnd);
            if (street <= best.score - 12) continue;
            for (boolean bare : new boolean[] {false, true}) {
                int unitEnd = afterUnits(words, streetEnd, end, bare);
                if (bare && unitEnd == afterUnits(words, streetEnd, end, false)) continue;
                for (int city = Math.max(unitEnd, end - 7); city <= end; city++) {
                    if (street + towns[city] + BONUS_MAX <= best.score) continue;
                    double score = street
                            + towns[city]
                            + building(words, unitEnd, city)
                            - (bare ? 0.6 : 0)
                            + (unitEnd > streetEnd && !bare ? 1 : 0);
                    if (score > best.score) best = new Split(from, streetEnd, unitEnd, city, score);
                }
            }
        }
        return best;
    }

    int afterUnits(Words words, int from, int end, boolean bare) {
        int at = from;
        while (at < end) {
            BoxSpan box = BoxSpan.at(words, at, end);
            int next = box.isFound() ? box.end() : units.one(words, at, end, bare);
            if (next == at) break;
            at = next;
        }
        return at;
    }

    /** The best town at the end of words that have no house number. */
    int cityFrom(Words words, int from, int end, boolean tail) {
        int best = end;
        double top = city(words, end, end, tail) + (end > from ? 0 : 3);
        for (int city = Math.max(from, end - 6); city < end; city++) {
            double street = city == from
                    ? 0
                    : Math.min(4, shape.score(words, from, city) * 0.7) - (words.breaksAt(city) ? 0 : 1.2);
            double score = city(words, city, end, tail) + street;
            if (score > top) {
                top = score;
                best = city;
            }
        }
        return best;
    }

    private double city(Words words, int from, int end, boolean tail) {
        int length = end - from;
        if (length == 0) return tail ? -3 : 0;
        double score = tail ? 0.5 : -1.2;
        if (words.breaksAt(from)) score += tail ? 3 : 3.4;
        score -= 4.0 * words.breaksWithin(from, end);
        boolean known = lexicon.isCity(words.keys(from, end));
        if (known) score += 3;
        String first = words.key(from);
        String last = words.key(end - 1);
        // The direction, or the Saint, that seems to end the street begins the town's name.
        boolean longer = from > 0
                && !words.breaksAt(from)
                && (lexicon.isDirection(words.key(from - 1))
                        || words.key(from - 1).equals("st"));
        if (longer && lexicon.isCity(words.keys(from - 1, end))) score -= 4;
        if (length > 1 && lexicon.beginsCity(first) && !lexicon.isDirection(first)) score += 1.2;
        if (length > 1 && lexicon.endsCity(last)) score += 0.6;
        if (!known && lexicon.isDirection(first)) score -= length == 1 ? 5 : 0.5;
        if (!known && lexicon.isSuffix(first) && !lexicon.beginsCity(first)) score -= length == 1 ? 4 : 2;
        if (!known && lexicon.isStrongSuffix(first) && !lexicon.beginsCity(first)) score -= 2;
        if (!known && length == 1 && lexicon.isSuffix(first)) score -= 2;
        if (first.length() == 2 && lexicon.isDirection(first) && !first.equals("so")) score -= 4;
        if (length > 1 && lexicon.isDirection(last)) score -= 3;
        if (!known && length == 1 && first.length() < 4 && !words.breaksAt(from)) score -= 3;
        if (length > 3) score -= 1.2 * (length - 3);
        if (!known) score -= 0.25 * (length - 1);
        for (int at = from; at < end; at++) {
            Words.Word word = words.get(at);
            if (word.hasDigit() || word.text().startsWith("#")) score -= 9;
            if (word.key().length() == 1 && !lexicon.isDirection(word.key())) score -= words.breaksAt(from) ? 0.5 : 2;
            if (!known
                    && at > from
                    && lexicon.isStrongSuffix(word.key())
                    && !word.key().equals("st")) score -= 2.5;
            if (!known && lexicon.unit(word.key()).isPresent()) score -= 2;
        }
        return score;
    }

    /** A name between the units and the town: costly, cheaper where breaks part it. */
    private double building(Words words, int from, int end) {
        int units = unitsIn(words, from, end);
        if (units < end) return units == from ? -9 : building(words, from, units) - (words.breaksAt(units) ? 0 : 0.5);
        if (end == from) return 0;
        double score = -1.5 - 0.2 * (end - from);
        if (!words.breaksAt(from)) score -= lexicon.isSuffix(words.key(from)) ? 5 : 1.5;
        if (!words.breaksAt(end)) score -= 1.5;
        String key = words.key(from);
        if (lexicon.isInstitution(words.key(end - 1))) score += 1;
        if (key.equals("attn") || key.equals("c/o") || key.equals("attn:")) score += 3;
        return score;
    }

    /** Where units begin that go on to the end, after a building's name; the end when there are none. */
    int unitsIn(Words words, int from, int end) {
        for (int at = from; at < end; at++) if (afterUnits(words, at, end, false) == end) return at;
        return end;
    }

    /** Where the house number stands, or -1: first, or after a name and before what looks like a street. */
    int numberAt(Words words, int from, int end) {
        if (isNumberAt(words, from, end)) return from;
        for (int at = from + 1; at < end; at++) {
            if (!isNumberAt(words, at, end)) continue;
            int segmentEnd = at + 1;
            while (segmentEnd < end && !words.breaksAt(segmentEnd)) segmentEnd++;
            if (words.breaksAt(at)) return at;
            double street = -9;
            for (int to = at + 2; to <= segmentEnd; to++) street = Math.max(street, shape.score(words, at + 1, to));
            // "Highway 12 Main": a number after a road's word is the road's.
            boolean directed = lexicon.isDirection(words.key(at + 1))
                    && at + 2 < segmentEnd
                    && !words.key(at + 2).equals("route")
                    && words.get(at).isNumber()
                    && !lexicon.isSuffix(words.key(at - 1));
            if ((street >= 3 || directed)
                    && !shape.isRoad(words, Math.max(from, at - 1), at + 1)
                    && (!lexicon.unit(words.key(at - 1)).isPresent()
                            || lexicon.isInstitution(words.key(at - 1))
                            || lexicon.isOrdinal(words.key(at - 2)))
                    && !words.key(at - 1).equals("#")
                    && !words.key(at - 1).equals("box")
                    && looksAlone(words, from, at)) return at;
        }
        return -1;
    }

    /** Whether the words before a number are a name or a unit, and no street of their own. */
    private boolean looksAlone(Words words, int from, int at) {
        return !lexicon.isStrongSuffix(words.key(at - 1))
                && words.get(from).text().length() > 0;
    }

    private boolean isNumberAt(Words words, int at, int end) {
        if (at + 1 >= end) return false;
        String key = words.key(at);
        if (key.startsWith("#") && key.length() > 1) key = key.substring(1);
        if (lexicon.isSpelledNumber(key))
            return words.breaksAt(at)
                    && !words.breaksAt(at + 1)
                    && (lexicon.isDirection(words.key(at + 1)) || typeWithin(words, at + 2, Math.min(end, at + 5)));
        boolean ordinal = lexicon.isOrdinal(key)
                || (key.length() < 3
                        && lexicon.unit(words.key(at + 1)).filter("Fl"::equals).isPresent())
                || BoxSpan.at(words, at, end).isFound();
        return lexicon.isHouseNumber(key) && words.get(at).hasDigit() && !ordinal;
    }

    private boolean typeWithin(Words words, int from, int end) {
        for (int at = from; at < end && !words.breaksAt(at); at++)
            if (lexicon.isStrongSuffix(words.key(at))) return true;
        return false;
    }

    /** Ends of the number: with a fraction or a letter of its own. */
    int numberEnd(Words words, int at, int end) {
        int next = at + 1;
        if (next < end && lexicon.isFraction(words.key(next))) return next + 1;
        String key = words.key(next);
        if (isGrid(words.key(at)) && isGrid(key)) return next + 1;
        if (!key.matches("[a-z]") || lexicon.isDirection(key) || next + 1 >= end || words.breaksAt(next)) return next;
        String then = words.key(next + 1);
        boolean direction = lexicon.isDirection(then) && next + 2 < end;
        boolean name = then.length() > 2
                && !then.equals("and")
                && !lexicon.isSuffix(then)
                && !words.get(next + 1).hasDigit()
                && !words.breaksAt(next + 1);
        return direction || (name && lexicon.unit(then).isEmpty()) ? next + 1 : next;
    }

    /** Half of a number by the grid of some counties in Wisconsin and Illinois: {@code W210 N16570}. */
    private static boolean isGrid(String key) {
        return key.matches("[nsew]\\d{2,}");
    }

    /** What stands before the number or instead of one, a unit at its beginning left out. */
    List<String> segments(Words words, int from, int end) {
        return end > from ? new ArrayList<>(words.range(from, end).lines()) : new ArrayList<>();
    }
}
