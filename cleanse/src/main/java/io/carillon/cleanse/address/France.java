package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** France: number, street, postal code, town: {@code 12 bis rue de la Paix}, {@code 75002 Paris CEDEX 02}. */
final class France implements AddressFormat {
    private static final Set<String> REPEATS =
            Set.of("bis", "ter", "quater", "quinquies", "a", "b", "c", "d", "e", "f");
    private static final Set<String> BOXES = Set.of("bp", "cs", "tsa", "cidex");

    private final EuropeanUnits units = new EuropeanUnits();

    @Override
    public Optional<Draft> read(Words words, String country) {
        var draft = new Draft(country);
        int code = codeAt(words);
        Words rest = words;
        if (code >= 0) rest = town(words, code, draft);
        else rest = lastSegment(words, draft);
        if (code >= 0 && !draft.has(Part.CITY)) rest = lastSegment(rest, draft);
        streets(rest, draft);
        boolean understood = (draft.has(Part.CITY) && (draft.has(Part.POSTAL_CODE) || draft.has(Part.STREET)))
                || (draft.has(Part.STREET) && draft.has(Part.NUMBER));
        if (!understood) return Optional.empty();
        draft.lines(draft.above()).line(draft.text(Part.UNIT));
        draft.line(draft.text(Part.NUMBER), draft.text(Part.STREET)).line(draft.text(Part.DISTRICT));
        draft.line(draft.text(Part.POSTAL_CODE), draft.text(Part.CITY));
        return Optional.of(draft);
    }

    private static int codeAt(Words words) {
        for (int at = words.size() - 1; at >= 0; at--) {
            boolean code = words.key(at).matches("(f-|fr-)?\\d{5}");
            boolean town = at + 1 < words.size()
                    && !words.breaksAt(at + 1)
                    && !words.get(at + 1).hasDigit();
            boolean box = at > 0 && BOXES.contains(words.key(at - 1));
            if (code && !box && (town || (at == words.size() - 1 && at > 0))) return at;
        }
        return -1;
    }

    private static Words town(Words words, int code, Draft draft) {
        String digits = words.key(code).replaceAll("\\D", "");
        draft.put(Part.POSTAL_CODE, words.get(code).text(), digits, "postal code form");
        int end = code + 1;
        while (end < words.size() && (end == code + 1 || !words.breaksAt(end))) {
            if (words.breaksAt(end)) break;
            end++;
        }
        city(words, code + 1, end, draft);
        // CEDEX may stand behind a comma.
        if (end < words.size() && words.key(end).equals("cedex") && draft.has(Part.CITY)) {
            int more = Math.min(words.size(), end + 2);
            draft.put(Part.CITY, Words.upper(words.text(end, more)));
            end = more;
        }
        return words.without(code, end);
    }

    private static void city(Words words, int from, int end, Draft draft) {
        if (end <= from) return;
        String written = words.text(from, end);
        String form = TitleCase.of(written).replaceAll("(?i)\\bcedex\\b", "CEDEX");
        draft.put(Part.CITY, written, form, "title case");
    }

    private Words lastSegment(Words words, Draft draft) {
        List<Words> segments = words.segments();
        if (segments.size() < 2) return words;
        Words last = segments.getLast();
        boolean digits = last.words().stream().anyMatch(Words.Word::hasDigit);
        if (digits || units.begins(last, 0) || last.size() > 6) return words;
        city(last, 0, last.size(), draft);
        return words.range(0, words.size() - last.size());
    }

    private void streets(Words words, Draft draft) {
        List<Words> segments = words.segments();
        for (int at = 0; at < segments.size(); at++) {
            Words segment = segments.get(at);
            boolean more = at + 1 < segments.size();
            if (!draft.has(Part.STREET) && isNumberOnly(segment) && more && !units.begins(segments.get(at + 1), 0)) {
                segment = joined(segment, segments.get(++at));
                street(segment, draft);
            } else if (BOXES.contains(segment.key(0))) {
                draft.put(draft.has(Part.STREET) ? Part.DISTRICT : Part.STREET, box(segment), ", ");
            } else if (units.begins(segment, 0)) {
                unitAndStreet(segment, draft);
            } else if (!draft.has(Part.STREET) && isStreet(segment)) {
                street(segment, draft);
            } else if (draft.has(Part.STREET)) {
                boolean unit = units.begins(segment, 0);
                draft.put(unit ? Part.UNIT : Part.DISTRICT, segment.written(), ", ");
            } else {
                draft.above(List.of(segment.written()));
            }
        }
    }

    private static Words joined(Words one, Words two) {
        var words = new java.util.ArrayList<>(one.words());
        for (Words.Word word : two.words()) words.add(new Words.Word(word.text(), word.key(), false));
        return new Words(words);
    }

    private static String box(Words segment) {
        return Words.upper(segment.get(0).text())
                + segment.range(1, segment.size()).words().stream()
                        .map(word -> " " + word.text())
                        .reduce("", String::concat);
    }

    /** {@code Appt 12, 5 rue X} or, without a break, {@code Appt 12 5 rue X}. */
    private void unitAndStreet(Words segment, Draft draft) {
        for (int at = 1; at + 1 < segment.size(); at++) {
            boolean type = StreetWords.begins("FR", segment.key(at + 1))
                    || (at + 2 < segment.size()
                            && REPEATS.contains(segment.key(at + 1))
                            && StreetWords.begins("FR", segment.key(at + 2)));
            if (!draft.has(Part.STREET) && isNumber(segment.key(at)) && type) {
                draft.put(Part.UNIT, segment.text(0, at), ", ");
                street(segment.range(at, segment.size()), draft);
                return;
            }
        }
        draft.put(Part.UNIT, segment.written(), ", ");
    }

    private static boolean isNumber(String key) {
        return key.matches("\\d{1,4}[a-f]?|\\d{1,4}[-/]\\d{1,4}|\\d{1,4}(bis|ter|quater)");
    }

    private static boolean isNumberOnly(Words segment) {
        return isNumber(segment.key(0))
                && (segment.size() == 1 || (segment.size() == 2 && REPEATS.contains(segment.key(1))));
    }

    private static boolean isStreet(Words segment) {
        return segment.size() > 1
                && (isNumber(segment.key(0))
                        || StreetWords.begins("FR", segment.key(0))
                        || Set.of(
                                        "lieu-dit",
                                        "lieudit",
                                        "za",
                                        "zi",
                                        "zac",
                                        "hameau",
                                        "lieu",
                                        "domaine",
                                        "quartier",
                                        "residence")
                                .contains(segment.key(0)));
    }

    private void street(Words segment, Draft draft) {
        int from = 0;
        if (isNumber(segment.key(0))) {
            from = 1;
            while (from < Math.min(segment.size() - 1, 2) && REPEATS.contains(segment.key(from))) from++;
            String written = segment.text(0, from);
            String form = written.toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("(?<=\\d)(?=bis|ter|quater)", " ")
                    .replaceAll("(?<=\\d) ?([a-f])$", "$1");
            draft.put(
                    Part.NUMBER,
                    written,
                    form.matches(".*[a-f]") && !form.contains(" ") ? Words.upper(form) : form,
                    "house number in one form");
        }
        int unit = units.from(segment, from);
        int box = unit;
        for (int at = from + 1; at < unit; at++)
            if (BOXES.contains(segment.key(at))
                    && at + 1 < segment.size()
                    && segment.get(at + 1).hasDigit()) box = Math.min(box, at);
        Words street = segment.range(from, box);
        int number = street.size() - 1;
        // Written the other way round: rue de la Paix 12.
        if (from == 0 && number > 1 && isNumber(street.key(number)) && StreetWords.begins("FR", street.key(0))) {
            draft.put(Part.NUMBER, street.get(number).text()).changed("house number first");
            street = street.range(0, number);
        }
        String form = StreetWords.form("FR", street);
        if (!street.isEmpty()) draft.put(Part.STREET, street.written(), form, "street type written out");
        if (box < unit) draft.put(Part.DISTRICT, box(segment.range(box, unit)), ", ");
        if (unit < segment.size()) draft.put(Part.UNIT, segment.text(unit, segment.size()), ", ");
    }
}
