package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The United States, Canada and Australia: number, street, unit, town, region, postal code. Streets are written short, as
 * USPS Publication 28 has them, in title case: {@code 123 N Main St}.
 */
final class NorthAmerica implements AddressFormat {
    private static final Set<String> JOINTS = Set.of("&", "and", "at", "@");

    private final Lexicon lexicon = Lexicon.AMERICAN;
    private final AmericanSplit split = new AmericanSplit(lexicon);
    private final StreetShape shape = new StreetShape(lexicon);
    private final UnitSpan units = new UnitSpan(lexicon);
    private final AmericanTail tails;

    NorthAmerica(Places places) {
        tails = new AmericanTail(places, lexicon);
    }

    @Override
    public Optional<Draft> read(Words given, String country) {
        var draft = new Draft(country);
        AmericanTail.Tail tail = tails.read(given, country, draft);
        Words words = DirectionPairs.joined(given.range(0, tail.end()));
        body(words, tail.isFound(), draft);
        boolean understood =
                (draft.has(Part.STREET) && (draft.has(Part.NUMBER) || draft.has(Part.CITY) || shapeIsClear(draft)))
                        || (draft.has(Part.CITY) && tail.isFound())
                        || (draft.has(Part.UNIT) && draft.above().isEmpty());
        if (!understood) return Optional.empty();
        lines(draft, country);
        return Optional.of(draft);
    }

    /** "Corner of": says no more than that two streets meet. */
    private static int afterCorner(Words words) {
        boolean corner = Set.of("corner", "cor", "intersection").contains(words.key(0))
                && words.key(1).equals("of");
        return corner && words.size() > 4 ? 2 : 0;
    }

    private boolean shapeIsClear(Draft draft) {
        Words street = Words.of(draft.text(Part.STREET));
        return shape.score(street, 0, street.size()) >= 3
                || draft.text(Part.STREET).contains(" & ")
                || BoxSpan.at(street, 0, street.size()).isFound();
    }

    private void body(Words words, boolean tail, Draft draft) {
        int end = words.size();
        int start = Math.max(leadingUnit(words, end, draft), afterCorner(words));
        BoxSpan box = BoxSpan.at(words, start, end);
        if (box.isFound()) {
            afterBox(words, start, end, tail, draft);
            return;
        }
        int number = split.numberAt(words, start, end);
        int boxAt = boxAt(words, start, end);
        if (boxAt >= 0 && (number < 0 || boxAt < number)) {
            draft.above(words.range(start, boxAt).lines());
            afterBox(words, boxAt, end, tail, draft);
        } else if (number < 0) {
            withoutNumber(words, start, end, tail, draft);
        } else {
            beforeNumber(words, start, number, draft);
            int street = split.numberEnd(words, number, end);
            String written = words.text(number, street);
            String form = number(words, number, street);
            draft.put(Part.NUMBER, written, form, "house number in one form");
            AmericanSplit.Split best = split.afterNumber(words, street, end, tail);
            fill(words, best, end, draft);
        }
    }

    private static String number(Words words, int from, int end) {
        String first = Words.upper(words.get(from).text()).replace("#", "");
        if (end == from + 1) return first.replaceAll("[.]$", "");
        String second = words.get(from + 1).text();
        return Character.isLetter(second.charAt(0))
                ? first + Words.upper(second.replace("-", ""))
                : first + " " + second;
    }

    /** A unit that comes before everything else: {@code Suite 5, 100 Main St}; {@code Dept 12 PO Box 7}. */
    private int leadingUnit(Words words, int end, Draft draft) {
        int after = 0;
        for (int next = units.one(words, after, end, false); next > after; next = units.one(words, after, end, false)) {
            boolean box = BoxSpan.at(words, after, end).isFound();
            boolean numbersStreet = lexicon.isOrdinal(words.key(after))
                    && lexicon.unit(words.key(after + 1)).isEmpty();
            // "# 1 Pinto Dr": the sign belongs to the house number when a street follows at once.
            boolean sign = words.key(after).startsWith("#") && next < end && !words.breaksAt(next);
            if (box || numbersStreet || sign) break;
            after = next;
        }
        if (after > 0) unit(words, 0, after, draft);
        boolean sign = after < end && words.key(after).equals("#");
        return sign ? after + 1 : after;
    }

    private int boxAt(Words words, int start, int end) {
        for (int at = start; at < end; at++) {
            String key = words.key(at);
            boolean postal = key.startsWith("p")
                    || key.equals("rr")
                    || key.equals("hc")
                    || key.startsWith("lockbox")
                    || key.equals("lbx")
                    || (key.equals("lock") && words.key(at + 1).equals("box"))
                    || words.breaksAt(at);
            if (postal && BoxSpan.at(words, at, end).isFound()) return at;
        }
        return -1;
    }

    private void beforeNumber(Words words, int from, int number, Draft draft) {
        for (int at = from; at < number; at++) {
            if (!words.breaksAt(at) && at > from) continue;
            int segment = at + 1;
            while (segment < number && !words.breaksAt(segment)) segment++;
            int unit = units.allFrom(words, at, segment, false);
            if (unit == segment) unit(words, at, segment, draft);
            else draft.above(List.of(words.text(at, segment)));
        }
    }

    private static boolean hasPostBox(Words words, int from, int end) {
        for (int at = from; at < end; at++)
            if (BoxSpan.at(words, at, end).form().startsWith("PO Box")) return true;
        return false;
    }

    private void afterBox(Words words, int from, int end, boolean tail, Draft draft) {
        int at = from;
        while (at < end) {
            BoxSpan box = BoxSpan.at(words, at, end);
            int unit = box.isFound() ? at : units.one(words, at, end, false);
            if (box.isFound()) {
                boolean within = box.isWithinAnother() && hasPostBox(words, from, end);
                Part part = within ? Part.UNIT : Part.STREET;
                draft.put(part, words.text(at, box.end()), box.form(), "post box in one form");
                at = box.end();
            } else if (unit > at) {
                unit(words, at, unit, draft);
                at = unit;
            } else {
                break;
            }
        }
        int city = split.cityFrom(words, at, end, tail);
        draft.above(split.segments(words, at, city));
        city(words, city, end, draft);
    }

    private void withoutNumber(Words words, int from, int end, boolean tail, Draft draft) {
        int city = tail || words.breaksWithin(from, end) > 0 ? split.cityFrom(words, from, end, tail) : end;
        int at = from;
        while (at < city) {
            int segment = at + 1;
            while (segment < city && !words.breaksAt(segment)) segment++;
            int unit = units.allFrom(words, at, segment, false);
            if (unit == segment) unit(words, at, segment, draft);
            else if (!draft.has(Part.STREET) && isStreet(words, at, segment, city == end))
                streetAndUnit(words, at, segment, draft);
            else name(words, at, segment, draft);
            at = segment;
        }
        city(words, city, end, draft);
    }

    /** A building's name, with its units behind it. */
    private void name(Words words, int from, int end, Draft draft) {
        int unit = Math.max(from + 1, split.unitsIn(words, from, end));
        draft.above(List.of(words.text(from, unit)));
        if (unit < end) unit(words, unit, end, draft);
    }

    private boolean isStreet(Words words, int from, int end, boolean alone) {
        if (lexicon.isInstitution(words.key(end - 1))
                || words.key(from).equals("attn")
                || words.key(from).equals("c/o")) return false;
        return shape.score(words, from, end) >= (alone ? 2.9 : 0.6) || joint(words, from, end) > 0;
    }

    private void streetAndUnit(Words words, int from, int end, Draft draft) {
        AmericanSplit.Split best = split.afterNumber(words, from, end, false);
        int streetEnd = best.unitEnd() == end ? best.streetEnd() : end;
        street(words, from, streetEnd, draft);
        if (streetEnd < end) unit(words, streetEnd, end, draft);
    }

    private void fill(Words words, AmericanSplit.Split best, int end, Draft draft) {
        street(words, best.street(), best.streetEnd(), draft);
        int at = best.streetEnd();
        while (at < best.unitEnd()) {
            BoxSpan box = BoxSpan.at(words, at, best.unitEnd());
            int next = box.isFound() ? box.end() : units.one(words, at, best.unitEnd(), true);
            if (box.isFound()) draft.put(Part.STREET, box.form(), ", ");
            else unit(words, at, next, draft);
            at = next;
        }
        int more = split.unitsIn(words, best.unitEnd(), best.city());
        draft.above(split.segments(words, best.unitEnd(), more));
        if (more < best.city()) unit(words, more, best.city(), draft);
        city(words, best.city(), end, draft);
    }

    private void street(Words words, int from, int end, Draft draft) {
        int joint = joint(words, from, end);
        String form = joint > 0
                ? shape.form(words, from, joint) + " & " + shape.form(words, joint + 1, end)
                : shape.form(words, from, end);
        draft.put(Part.STREET, words.text(from, end), form, "street in the postal short form");
    }

    /** Where two streets cross, or -1. */
    private static int joint(Words words, int from, int end) {
        for (int at = from + 1; at < end - 1; at++) {
            boolean sign = words.key(at).equals("&") || words.key(at).equals("@");
            boolean long1 = end - from > 4
                    || words.get(from).hasDigit()
                    || words.get(end - 1).hasDigit();
            if (JOINTS.contains(words.key(at)) && (sign || long1)) return at;
        }
        return -1;
    }

    private void unit(Words words, int from, int end, Draft draft) {
        for (int at = from; at < end; ) {
            int next = Math.max(at + 1, units.one(words, at, end, true));
            draft.put(
                    Part.UNIT,
                    words.text(at, next),
                    UnitForm.of(words.range(at, next), lexicon),
                    "unit in the postal short form");
            at = next;
        }
    }

    private static void city(Words words, int from, int end, Draft draft) {
        if (end <= from) return;
        String written = words.text(from, end);
        draft.put(Part.CITY, written, TitleCase.of(written.replaceAll("(?<=\\p{L}{4})[.]$", "")), "title case");
    }

    private static void lines(Draft draft, String country) {
        String region = draft.part(Part.REGION).map(code -> code.substring(3)).orElse("");
        draft.lines(draft.above());
        boolean box = draft.text(Part.STREET).matches("(PO|Lock|Route|Box|RR|HC).*") && !draft.has(Part.NUMBER);
        if (box) draft.line(draft.text(Part.UNIT)).line(draft.text(Part.STREET));
        else draft.line(draft.text(Part.NUMBER), draft.text(Part.STREET)).line(draft.text(Part.UNIT));
        String comma = country.equals("US") && draft.has(Part.CITY) && !region.isEmpty() ? "," : "";
        draft.line(draft.text(Part.CITY) + comma, region, draft.text(Part.POSTAL_CODE));
    }
}
