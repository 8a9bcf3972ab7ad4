package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the end of an American, Canadian or Australian address: the region and the postal code. */
final class AmericanTail {
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?|\\d{9}");
    private static final Pattern SHORT_ZIP = Pattern.compile("\\d{4}");

    private static final Pattern CANADIAN = Pattern.compile("[A-Z]\\d[A-Z]\\d[A-Z]\\d");

    private final Places places;
    private final Lexicon lexicon;

    AmericanTail(Places places, Lexicon lexicon) {
        this.places = places;
        this.lexicon = lexicon;
    }

    /** @param end of the words before it */
    record Tail(int end, boolean isFound) {}

    Tail read(Words words, String country, Draft draft) {
        int end = words.size();
        int before = postal(words, end, country, draft);
        boolean code = before < end;
        int region = region(words, before, country, code);
        if (region < before) {
            String written = words.text(region, before);
            places.region(country, words.keys(region, before))
                    .ifPresent(iso -> draft.put(Part.REGION, written, iso, "region as its ISO 3166-2 code"));
        }
        return new Tail(region, region < end);
    }

    private int postal(Words words, int end, String country, Draft draft) {
        if (end < 1) return end;
        String last = words.get(end - 1).text().replaceAll("\\.$", "");
        return switch (country) {
            case "CA" -> canadianCode(words, end, last, draft);
            case "AU" -> australianCode(end, last, draft);
            default -> zip(words, end, last, draft);
        };
    }

    private static int canadianCode(Words words, int end, String last, Draft draft) {
        String one = Words.upper(last).replace("-", "");
        if (CANADIAN.matcher(one).matches()) return canadian(one, end, 1, words, draft);
        String two = end > 1 ? Words.upper(words.get(end - 2).text() + last) : "";
        return CANADIAN.matcher(two).matches() ? canadian(two, end, 2, words, draft) : end;
    }

    private static int australianCode(int end, String last, Draft draft) {
        if (!SHORT_ZIP.matcher(last).matches() || end < 2) return end;
        draft.put(Part.POSTAL_CODE, last);
        return end - 1;
    }

    private static int canadian(String code, int end, int length, Words words, Draft draft) {
        String form = code.substring(0, 3) + " " + code.substring(3);
        draft.put(Part.POSTAL_CODE, words.text(end - length, end), form, "postal code form");
        return end - length;
    }

    private int zip(Words words, int end, String last, Draft draft) {
        boolean alone = end == 1;
        if (alone) return end;
        boolean four = SHORT_ZIP.matcher(last).matches();
        if (four && words.get(end - 2).text().matches("\\d{5}") && end > 2) {
            draft.put(
                    Part.POSTAL_CODE,
                    words.text(end - 2, end),
                    words.get(end - 2).text() + "-" + last,
                    "postal code form");
            return end - 2;
        }
        if (ZIP.matcher(last).matches()) {
            // The number of a box, a road or a unit is no postal code.
            if (takesNumber(words, end - 2)) return end;
            String form = last.length() == 9 ? last.substring(0, 5) + "-" + last.substring(5) : last;
            draft.put(Part.POSTAL_CODE, last, form, "postal code form");
            return end - 1;
        }
        // A spreadsheet took the zeros at the beginning: there are regions whose codes begin so.
        int region = four ? region(words, end - 1, "US", true) : end - 1;
        if (region < end - 1 && region > 0) {
            boolean zeros = places.region("US", words.keys(region, end - 1))
                    .filter(iso -> "US-CT US-MA US-ME US-NH US-NJ US-RI US-VT".contains(iso))
                    .isPresent();
            draft.put(Part.POSTAL_CODE, last, zeros ? "0" + last : last, "zero put before the postal code");
            return end - 1;
        }
        return end;
    }

    private boolean takesNumber(Words words, int at) {
        String key = words.key(at);
        if (words.breaksAt(at + 1)) return false;
        return key.equals("box")
                || key.equals("#")
                || key.equals("lockbox")
                || key.equals("route")
                || key.equals("rte")
                || key.equals("highway")
                || key.equals("hwy")
                || (at > 0
                        && lexicon.unit(key).filter(kind -> !kind.endsWith("!")).isPresent()
                        && places.region("US", key).isEmpty());
    }

    /** Where the region begins that ends at {@code end}; {@code end} when there is none. */
    private int region(Words words, int end, String country, boolean code) {
        for (int length = Math.min(3, end); length > 0; length--) {
            int from = end - length;
            Optional<String> iso = places.region(country, words.keys(from, end).replace("-", " "));
            if (iso.isPresent() && isMeant(words, from, end, code)) return from;
        }
        return end;
    }

    /** Some regions' names and codes are also streets' types, directions and towns. */
    private boolean isMeant(Words words, int from, int end, boolean code) {
        String key = words.keys(from, end);
        boolean ownSegment = words.breaksAt(from);
        boolean numbered = from > 0 && lexicon.isHouseNumber(words.key(0));
        if (lexicon.isCity(key)) {
            if (from == 0) return false;
            int segment = from;
            while (segment > 0 && !words.breaksAt(segment)) segment--;
            boolean streetBefore =
                    lexicon.isSuffix(words.key(from - 1)) || (words.get(segment).hasDigit() && ownSegment);
            boolean townBefore = ownSegment && !hasDigit(words, segmentBefore(words, from), from);
            if (streetBefore && !townBefore) return false;
            return code || townBefore || lexicon.isCity(words.key(from - 1));
        }
        // The 15th Fl is a floor.
        if (key.equals("fl") && from > 0 && lexicon.isOrdinal(words.key(from - 1))) return false;
        // So is 2 Fl behind a street: a town stands before a state, and no number.
        if (key.equals("fl") && !code && from > 2 && words.key(from - 1).matches("\\d{1,2}")) return false;
        if (code) return from > 0 || end == words.size() - 1;
        if (from == 0) return false;
        if (lexicon.isDirection(key)) return ownSegment && !hasDigit(words, segmentBefore(words, from), from);
        if (key.equals("ct") || key.equals("la")) return ownSegment || hasStreetBefore(words, from - 1);
        if (ownSegment) return true;
        boolean letters = key.length() == 2;
        if (!numbered && !lexicon.isCity(words.keys(segmentStart(words, from), from))) return false;
        return letters ? from > 2 || !numbered : from > (numbered ? 3 : 0);
    }

    private static int segmentStart(Words words, int at) {
        int from = at;
        while (from > 0 && !words.breaksAt(from)) from--;
        return from;
    }

    private static int segmentBefore(Words words, int at) {
        int from = at - 1;
        while (from > 0 && !words.breaksAt(from)) from--;
        return Math.max(0, from);
    }

    private static boolean hasDigit(Words words, int from, int to) {
        for (int at = from; at < to; at++) if (words.get(at).hasDigit()) return true;
        return false;
    }

    private boolean hasStreetBefore(Words words, int to) {
        for (int at = 2; at < to; at++) if (lexicon.isSuffix(words.key(at))) return true;
        return words.breaksWithin(0, to + 1) > 0;
    }
}
