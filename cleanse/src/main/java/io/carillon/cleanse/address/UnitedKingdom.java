package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The United Kingdom: flat, house, number and street, locality, post town, county, postcode. */
final class UnitedKingdom implements AddressFormat {
    private static final Set<String> UNITS = Set.of(
            "flat",
            "flt",
            "apartment",
            "apt",
            "unit",
            "suite",
            "studio",
            "room",
            "maisonette",
            "office",
            "floor",
            "penthouse",
            "basement",
            "bedsit");

    private final Set<String> streets = Table.keys("gb-streets.txt", "\\s+");
    private final Map<String, String> counties = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Places places;

    UnitedKingdom(Places places) {
        this.places = places;
        for (String line : Table.lines("gb-counties.txt")) {
            String[] row = line.split("\\|", -1);
            String code = row[0].equals("-") ? row[1] : row[0];
            names.put(code, row[1]);
            for (int at = 1; at < row.length; at++) counties.put(Words.key(row[at]), code);
        }
    }

    @Override
    public Optional<Draft> read(Words given, String country) {
        var draft = new Draft(country);
        Words words = county(nation(postcode(given, draft)), draft);
        List<Words> segments = new ArrayList<>(words.segments());
        boolean parted = segments.size() > 1;
        if (segments.size() > 1 && !startsStreet(segments.getLast())) city(segments.removeLast(), draft);
        List<Words> streets = joined(segments);
        boolean numbered = streets.stream().anyMatch(segment -> numberAfterUnit(segment) >= 0);
        for (Words segment : streets) read(segment, parted, numbered, draft);
        boolean understood = (draft.has(Part.STREET)
                        && (draft.has(Part.POSTAL_CODE) || (draft.has(Part.NUMBER) && draft.has(Part.CITY))))
                || (draft.has(Part.CITY) && draft.has(Part.POSTAL_CODE));
        if (!understood) return Optional.empty();
        draft.line(draft.text(Part.UNIT)).lines(draft.above());
        draft.line(draft.text(Part.NUMBER), draft.text(Part.STREET))
                .line(draft.text(Part.DISTRICT))
                .line(draft.text(Part.CITY));
        draft.line(draft.part(Part.REGION)
                .map(code -> names.getOrDefault(code, code))
                .orElse(""));
        draft.line(draft.text(Part.POSTAL_CODE));
        return Optional.of(draft);
    }

    private static Words postcode(Words words, Draft draft) {
        for (int at = words.size() - 1; at >= 0; at--) {
            int from = isCode(words.key(at)) ? at : at > 0 && isCode(words.key(at - 1) + words.key(at)) ? at - 1 : -1;
            if (from < 0) continue;
            String code = Words.upper(words.keys(from, at + 1).replaceAll("[ -]", ""));
            String form = code.substring(0, code.length() - 3) + " " + code.substring(code.length() - 3);
            draft.put(Part.POSTAL_CODE, words.text(from, at + 1), form, "postal code form");
            return words.without(from, at + 1);
        }
        return words;
    }

    private static boolean isCode(String key) {
        return key.replace("-", "")
                .matches(
                        "[a-pr-uwyz]([0-9]{1,2}|[a-hk-y][0-9]{1,2}|[0-9][a-hjkps-uw]|[a-hk-y][0-9][abehmnprv-y])[0-9][abd-hjlnp-uw-z]{2}|gir0aa");
    }

    /** England or Scotland before the postcode. */
    private Words nation(Words words) {
        for (int length = Math.min(3, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            boolean named = places.country(words.keys(from, words.size()))
                    .filter("GB"::equals)
                    .isPresent();
            if (named && words.breaksAt(from)) return words.range(0, from);
        }
        return words;
    }

    /** The county, which the post no longer asks for. */
    private Words county(Words words, Draft draft) {
        for (int length = Math.min(4, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            String code = counties.get(words.keys(from, words.size()));
            boolean own = words.breaksAt(from)
                    && (words.range(0, from).segments().size() > 1 || !startsStreet(words.range(0, from)));
            if (code == null || !own) continue;
            draft.put(Part.REGION, words.text(from, words.size()), code, "county as the region");
            return words.range(0, from);
        }
        return words;
    }

    private static void city(Words words, Draft draft) {
        if (words.isEmpty()) return;
        draft.put(Part.CITY, words.written(), TitleCase.of(words.written()), "title case");
    }

    private static boolean isNumber(String key) {
        return key.matches("\\d{1,4}[a-z]?|\\d{1,4}[a-z]?[-/]\\d{1,4}[a-z]?");
    }

    private boolean startsStreet(Words segment) {
        return isNumber(segment.key(0))
                || UNITS.contains(segment.key(0))
                || segment.key(0).equals("po");
    }

    /** A number in a segment of its own belongs to the street after it. */
    private static List<Words> joined(List<Words> segments) {
        var joined = new ArrayList<Words>();
        for (Words segment : segments) {
            boolean number = !joined.isEmpty()
                    && joined.getLast().size() == 1
                    && isNumber(joined.getLast().key(0));
            if (number && !UNITS.contains(segment.key(0)) && !isNumber(segment.key(0))) {
                var both = new ArrayList<>(joined.removeLast().words());
                for (Words.Word word : segment.words()) both.add(new Words.Word(word.text(), word.key(), false));
                joined.add(new Words(both));
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    /** Where a house number stands, first or behind a unit, that a name follows; -1 when none does. */
    private static int numberAfterUnit(Words segment) {
        int at = unitEnd(segment);
        return at + 1 < segment.size() && isNumber(segment.key(at)) ? at : -1;
    }

    private void read(Words segment, boolean parted, boolean elsewhere, Draft draft) {
        int unit = unitEnd(segment);
        if (unit > 0) draft.put(Part.UNIT, segment.text(0, unit), TitleCase.of(segment.text(0, unit)), "title case");
        Words rest = segment.range(unit, segment.size());
        if (rest.isEmpty()) return;
        BoxSpan box = BoxSpan.at(rest, 0, rest.size());
        if (box.isFound()) {
            draft.put(Part.STREET, rest.text(0, box.end()), box.form(), "post box in one form");
            town(rest.range(box.end(), rest.size()), draft);
        } else if (!draft.has(Part.STREET) && isNumber(rest.key(0)) && rest.size() > 1) {
            numbered(rest, draft);
        } else if (!draft.has(Part.STREET)
                && !elsewhere
                && rest.size() > 1
                && streets.contains(rest.key(rest.size() - 1))) {
            name(rest, draft);
        } else if (!draft.has(Part.STREET) && !parted) {
            unparted(rest, draft);
        } else if (draft.has(Part.STREET)) {
            draft.put(Part.DISTRICT, TitleCase.of(rest.written()), ", ");
        } else {
            draft.above(List.of(rest.written()));
        }
    }

    /** House, number, street and town with no break at all: {@code Rose Cottage 3 Mill Lane Thirsk}. */
    private void unparted(Words words, Draft draft) {
        for (int at = 1; at + 1 < words.size(); at++) {
            if (!isNumber(words.key(at)) || !words.get(at).hasDigit()) continue;
            draft.above(List.of(words.text(0, at)));
            numbered(words.range(at, words.size()), draft);
            return;
        }
        int end = streetEnd(words, 0);
        if (end > 1 && end < words.size()) {
            name(words.range(0, end), draft);
            town(words.range(end, words.size()), draft);
        } else {
            city(words, draft);
        }
    }

    private void numbered(Words words, Draft draft) {
        int from = words.key(1).matches("[a-z]") && words.size() > 2 ? 2 : 1;
        draft.put(
                Part.NUMBER,
                words.text(0, from),
                Words.upper(words.text(0, from).replace(" ", "")),
                "house number in one form");
        Words rest = words.range(from, words.size());
        int end = draft.has(Part.CITY) ? rest.size() : streetEnd(rest, 0);
        name(rest.range(0, end), draft);
        town(rest.range(end, rest.size()), draft);
    }

    /** After the last word that a street's name ends with, where a town can follow; else the end. */
    private int streetEnd(Words words, int from) {
        for (int at = from + 1; at < words.size(); at++) {
            boolean saint = words.key(at).equals("st")
                    && at + 1 < words.size()
                    && words.key(at + 1).matches("albans|helens|ives|leonards|austell|andrews|neots|asaph");
            if (streets.contains(words.key(at)) && !saint && !streets.contains(words.key(at + 1))) return at + 1;
        }
        return words.size();
    }

    private static void town(Words words, Draft draft) {
        if (!draft.has(Part.CITY)) city(words, draft);
        else draft.put(Part.DISTRICT, TitleCase.of(words.written()), ", ");
    }

    private static void name(Words street, Draft draft) {
        draft.put(Part.STREET, street.written(), StreetWords.form("GB", street), "street type written out");
    }

    private static int unitEnd(Words segment) {
        if (segment.size() > 1
                && segment.key(0)
                        .matches("\\d{1,2}(st|nd|rd|th)|ground|first|second|third|fourth|top|lower|upper|basement")
                && Set.of("floor", "flat", "flr").contains(segment.key(1))) {
            boolean both = segment.size() > 2 && segment.key(2).equals("flat");
            return both ? 3 : 2;
        }
        if (!UNITS.contains(segment.key(0))) return 0;
        if (segment.size() == 1) return 1;
        boolean id = segment.get(1).hasDigit() || segment.key(1).length() == 1;
        return id ? 2 : segment.key(0).equals("penthouse") || segment.key(0).equals("basement") ? 1 : 0;
    }
}
