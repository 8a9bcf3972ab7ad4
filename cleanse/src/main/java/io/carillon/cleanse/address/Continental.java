package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Street, then number, with a postal code before the town: Germany, Austria, Switzerland, the Low Countries, Spain, Italy. */
final class Continental implements AddressFormat {
    /**
     * What differs by country.
     *
     * @param code the postal code's pattern, on one word without its country's letter
     * @param letters whether two letters belong to the code
     * @param joined whether a letter after a house number is written to it: {@code 12a}
     * @param first whether the number may stand before the street
     */
    record Custom(Pattern code, boolean letters, boolean joined, boolean first) {}

    private static final Custom GERMAN = new Custom(Pattern.compile("\\d{5}"), false, true, false);
    private static final Custom FOUR = new Custom(Pattern.compile("[1-9]\\d{3}"), false, true, true);
    private static final Map<String, Custom> CUSTOMS = Map.of(
            "DE",
            GERMAN,
            "AT",
            new Custom(Pattern.compile("[1-9]\\d{3}"), false, true, false),
            "CH",
            FOUR,
            "LI",
            FOUR,
            "BE",
            FOUR,
            "LU",
            FOUR,
            "NL",
            new Custom(Pattern.compile("[1-9]\\d{3}([a-z]{2})?"), true, false, false),
            "ES",
            GERMAN,
            "IT",
            GERMAN);
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,5}[a-z]?([-/+]\\d{0,4}[a-z]?)*|\\d{1,4}[-/]?[a-z]{1,4}|\\d{1,4}-[a-z0-9]{1,4}");
    private static final Set<String> SIGNS =
            Set.of("nr", "no", "nº", "n°", "n", "num", "numero", "num.", "nro", "hausnr", "huisnummer");
    private static final Set<String> ADDITIONS = Set.of(
            "hs", "huis", "bis", "ter", "quater", "i", "ii", "iii", "iv", "rood", "zwart", "bov", "ben", "bg", "a", "b",
            "c", "d", "e", "f", "g", "h", "j", "k");
    private static final Set<String> BOXES = Set.of(
            "postfach", "postbus", "pf", "antwoordnummer", "apartado", "case", "casella", "pobox", "postlagernd");

    private final EuropeanUnits units = new EuropeanUnits();

    @Override
    public Optional<Draft> read(Words words, String country) {
        Custom custom = CUSTOMS.get(country);
        if (custom == null) return Optional.empty();
        var draft = new Draft(country);
        int code = codeAt(words, custom, country);
        Words street = words;
        if (code >= 0) street = town(words, code, custom, draft);
        else street = townWithoutCode(words, draft);
        if (draft.has(Part.POSTAL_CODE) && !draft.has(Part.CITY)) street = townBefore(street, draft);
        streets(street, custom, country, draft);
        boolean understood = (draft.has(Part.CITY) && (draft.has(Part.POSTAL_CODE) || draft.has(Part.NUMBER)))
                || (draft.has(Part.STREET) && draft.has(Part.NUMBER));
        if (!understood) return Optional.empty();
        draft.lines(draft.above());
        draft.line(draft.text(Part.STREET), draft.text(Part.NUMBER))
                .line(draft.text(Part.UNIT))
                .line(draft.text(Part.DISTRICT));
        String province = country.equals("IT")
                ? draft.part(Part.REGION).map(iso -> iso.substring(3)).orElse("")
                : "";
        draft.line(draft.text(Part.POSTAL_CODE), draft.text(Part.CITY), province);
        return Optional.of(draft);
    }

    /** The last code that a town follows; else a code at the very end. */
    private static int codeAt(Words words, Custom custom, String country) {
        for (int at = words.size() - 1; at >= 0; at--) {
            if (!custom.code.matcher(plain(words.key(at), country)).matches()) continue;
            int next = at + (custom.letters && words.key(at).length() == 4 ? 2 : 1);
            if (custom.letters
                    && words.key(at).length() == 4
                    && !words.key(at + 1).matches("[a-z]{2}")) continue;
            boolean town = next < words.size()
                    && !words.breaksAt(next)
                    && !words.get(next).hasDigit()
                    && words.key(next).length() > 1;
            if (town
                    || (next >= words.size() && at > 0 && custom.code.pattern().contains("5"))
                    || (custom.letters && words.breaksAt(next))) return at;
        }
        return -1;
    }

    private static String plain(String key, String country) {
        String prefix = switch (country) {
            case "DE" -> "d-";
            case "AT" -> "a-";
            case "CH" -> "ch-";
            case "BE" -> "b-";
            case "IT" -> "i-";
            case "ES" -> "e-";
            default -> Words.key(country) + "-";
        };
        if (key.startsWith(Words.key(country) + "-")) return key.substring(3);
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    /** Takes the code and the town out; what is left is the street's. */
    private Words town(Words words, int code, Custom custom, Draft draft) {
        String key = plain(words.key(code), draft.country());
        int next = code + 1;
        String form = key;
        if (custom.letters) {
            if (key.length() == 4) form = key + words.key(next++);
            form = form.substring(0, 4) + " " + Words.upper(form.substring(4));
        }
        draft.put(Part.POSTAL_CODE, words.text(code, next), form, "postal code form");
        int end = next;
        while (end < words.size() && ((end == next && !words.breaksAt(end)) || (end > next && !words.breaksAt(end))))
            end++;
        int city = province(words, next, end, draft);
        city(words, next, city, draft);
        // Behind the town: its province in Spain and Italy, else a part of it. Before a street it is the street's.
        if (code > 0 && end < words.size() && !hasDigit(words, end, words.size())) {
            Words rest = words.range(end, words.size());
            boolean again = rest.keys(0, rest.size()).equals(words.keys(next, city));
            if (!again && !(draft.country().equals("IT") && province(rest, 0, rest.size(), draft) == 0))
                draft.put(Part.DISTRICT, TitleCase.of(rest.written()));
            end = words.size();
        }
        return words.without(code, end);
    }

    private static boolean hasDigit(Words words, int from, int to) {
        for (int at = from; at < to; at++) if (words.get(at).hasDigit()) return true;
        return false;
    }

    /** An Italian province's two letters after the town. */
    private static int province(Words words, int from, int end, Draft draft) {
        boolean letters = draft.country().equals("IT")
                && end - from >= 1
                && words.get(end - 1).text().matches("[A-Z]{2}");
        if (!letters) return end;
        draft.put(
                Part.REGION,
                words.get(end - 1).text(),
                "IT-" + words.get(end - 1).text(),
                "region as its ISO 3166-2 code");
        return end - 1;
    }

    private static void city(Words words, int from, int end, Draft draft) {
        if (end <= from) return;
        String written = words.text(from, end);
        draft.put(Part.CITY, written, TitleCase.of(written), "title case");
    }

    private Words townWithoutCode(Words words, Draft draft) {
        List<Words> segments = words.segments();
        Words last = segments.isEmpty() ? words : segments.getLast();
        boolean town =
                segments.size() > 1 && !hasDigit(last, 0, last.size()) && !units.begins(last, 0) && last.size() < 6;
        if (!town) return words;
        city(last, 0, last.size(), draft);
        return words.range(0, words.size() - last.size());
    }

    /** The town stands before its code: in a segment of its own. */
    private Words townBefore(Words words, Draft draft) {
        return townWithoutCode(words, draft);
    }

    private void streets(Words words, Custom custom, String country, Draft draft) {
        List<Words> segments = joinedNumbers(words.segments(), custom);
        int chosen = -1;
        for (int at = segments.size() - 1; at >= 0; at--) {
            Words segment = segments.get(at);
            if (!units.begins(segment, 0) && (numberAt(segment) > 0 || numberFirst(segment, custom, country))) {
                chosen = at;
                break;
            }
        }
        for (int at = 0; chosen < 0 && at < segments.size(); at++)
            if (looksLikeStreet(segments.get(at), country)) chosen = at;
        for (int at = 0; at < segments.size(); at++) {
            Words segment = segments.get(at);
            if (BOXES.contains(segment.key(0))) box(segment, draft);
            else if (at == chosen) street(segment, custom, country, draft);
            else if (units.begins(segment, 0)) draft.put(Part.UNIT, segment.written(), ", ");
            else if (at > chosen && chosen >= 0 && !hasDigit(segment, 0, segment.size()))
                draft.put(Part.DISTRICT, TitleCase.of(segment.written()), ", ");
            else if (at > chosen && chosen >= 0) draft.put(Part.UNIT, segment.written(), ", ");
            else draft.above(List.of(segment.written()));
        }
    }

    /** A number in a segment of its own belongs to the street before it: {@code Calle Mayor, 12}. */
    private List<Words> joinedNumbers(List<Words> segments, Custom custom) {
        var joined = new ArrayList<Words>();
        for (Words segment : segments) {
            boolean number =
                    NUMBER.matcher(segment.key(0)).matches() || (SIGNS.contains(segment.key(0)) && segment.size() > 1);
            boolean open = !joined.isEmpty() && numberAt(joined.getLast()) < 0 && !units.begins(joined.getLast(), 0);
            boolean alone = segment.size() == 1
                    || !Character.isLetter(segment.key(1).charAt(0))
                    || SIGNS.contains(segment.key(0))
                    || units.begins(segment, 1)
                    || segment.key(1).length() == 1
                    || ADDITIONS.contains(segment.key(1));
            boolean streetFirst = !joined.isEmpty()
                    && NUMBER.matcher(joined.getLast().key(0)).matches()
                    && joined.getLast().size() == 1;
            if ((number && open && alone && !streetFirst) || (streetFirst && !number && custom.first)) {
                var both = new ArrayList<>(joined.removeLast().words());
                for (Words.Word word : segment.words()) both.add(new Words.Word(word.text(), word.key(), false));
                joined.add(new Words(both));
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    private static void box(Words segment, Draft draft) {
        String form = TitleCase.of(segment.written());
        draft.put(Part.STREET, form, ", ");
    }

    private static boolean looksLikeStreet(Words segment, String country) {
        String last = segment.key(segment.size() - 1);
        return (StreetWords.begins(country, segment.key(0)) && segment.size() > 1)
                || last.matches(
                        ".*(strasse|str|weg|platz|allee|gasse|ring|ufer|damm|straat|laan|plein|kade|gracht|dijk|singel)")
                || segment.key(0).matches("via|viale|piazza|corso|calle|avenida|plaza|paseo|am|im|an|auf|zum|zur");
    }

    private static boolean numberFirst(Words segment, Custom custom, String country) {
        return custom.first
                && segment.size() > 1
                && NUMBER.matcher(segment.key(0)).matches()
                && (StreetWords.begins(country, segment.key(1))
                        || (StreetWords.begins(country, segment.key(Math.min(2, segment.size() - 1)))
                                && segment.key(1).length() < 4));
    }

    /** The house number's word: a number after letters and before no more of a name; -1 when there is none. */
    private int numberAt(Words segment) {
        for (int at = 2; at < segment.size(); at++)
            if (SIGNS.contains(segment.key(at - 1))
                    && NUMBER.matcher(segment.key(at)).matches()
                    && segment.get(at).hasDigit()) return at;
        for (int at = 1; at < segment.size(); at++) {
            if (!NUMBER.matcher(segment.key(at)).matches()
                    || segment.get(at).text().endsWith(".")) continue;
            if (!segment.get(at).hasDigit()) continue;
            int next = at + 1;
            boolean ends = next >= segment.size()
                    || segment.get(next).hasDigit()
                    || ADDITIONS.contains(segment.key(next))
                    || isAddition(segment, next)
                    || units.begins(segment, next);
            if (ends) return at;
        }
        return -1;
    }

    private void street(Words segment, Custom custom, String country, Draft draft) {
        int number = numberFirst(segment, custom, country) ? 0 : numberAt(segment);
        if (number < 0) {
            streetText(segment, country, draft);
            return;
        }
        int end = number + 1;
        while (end < segment.size() && end < number + 3 && isAddition(segment, end)) end++;
        if (number == 0) {
            int unit = units.from(segment, end);
            number(segment, 0, end, custom, draft);
            streetText(segment.range(end, unit), country, draft);
            if (unit < segment.size()) draft.put(Part.UNIT, segment.text(unit, segment.size()), ", ");
            return;
        }
        int streetEnd = SIGNS.contains(segment.key(number - 1)) && number > 1 ? number - 1 : number;
        streetText(segment.range(0, streetEnd), country, draft);
        number(segment, number, end, custom, draft);
        if (end < segment.size()) draft.put(Part.UNIT, segment.text(end, segment.size()), ", ");
    }

    private boolean isAddition(Words segment, int at) {
        if (units.begins(segment, at)) return false;
        return ADDITIONS.contains(segment.key(at)) || segment.key(at).matches("[a-z]|-[a-z0-9]+|[a-z]-[a-z0-9]{1,3}");
    }

    private static void streetText(Words street, String country, Draft draft) {
        if (street.isEmpty()) return;
        draft.put(Part.STREET, street.written(), StreetWords.form(country, street), "street type written out");
    }

    private static void number(Words words, int from, int end, Custom custom, Draft draft) {
        String written = words.text(from, end);
        String form = custom.joined ? written.replaceAll("(?<=\\d) (?=\\p{L}$)", "") : written;
        if (custom.joined)
            form = form.matches("\\d+[A-Z]") && !draft.country().equals("BE")
                    ? form.toLowerCase(java.util.Locale.ROOT)
                    : form;
        draft.put(Part.NUMBER, written, form.replaceAll("[.,]$", ""), "house number in one form");
    }
}
