package io.carillon.cleanse.address;

import io.carillon.cleanse.address.Draft.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brazil: street, number, complement, bairro, town, state, CEP: {@code Rua Augusta, 500, apto 12}. */
final class Brazil implements AddressFormat {
    private static final Set<String> SIGNS = Set.of("n", "no", "nº", "n°", "num", "numero", "nro");

    private final Places places;
    private final EuropeanUnits units = new EuropeanUnits();

    Brazil(Places places) {
        this.places = places;
    }

    @Override
    public Optional<Draft> read(Words given, String country) {
        var draft = new Draft(country);
        Words words = region(code(slashes(given), draft), draft);
        List<Words> segments = new ArrayList<>(words.segments());
        if (segments.isEmpty()) return Optional.empty();
        int next = street(segments, draft);
        while (next < segments.size() && units.begins(segments.get(next), 0))
            draft.put(Part.UNIT, segments.get(next++).written(), ", ");
        List<Words> rest = segments.subList(next, segments.size());
        for (int at = 0; at < rest.size(); at++) {
            Words segment = rest.get(at);
            String written = segment.written();
            if (at == rest.size() - 1 && !hasDigit(segment))
                draft.put(Part.CITY, written, TitleCase.of(written), "title case");
            else
                draft.put(
                        units.begins(segment, 0) ? Part.UNIT : Part.DISTRICT,
                        units.begins(segment, 0) ? written : TitleCase.of(written),
                        ", ");
        }
        boolean understood = (draft.has(Part.STREET)
                        && (draft.has(Part.NUMBER) || draft.has(Part.POSTAL_CODE) || draft.has(Part.REGION)))
                || (draft.has(Part.CITY) && (draft.has(Part.POSTAL_CODE) || draft.has(Part.REGION)));
        if (!understood) return Optional.empty();
        lines(draft);
        return Optional.of(draft);
    }

    private static void lines(Draft draft) {
        draft.lines(draft.above());
        String number = draft.part(Part.NUMBER).map(text -> ", " + text).orElse("");
        String unit = draft.part(Part.UNIT).map(text -> ", " + text).orElse("");
        draft.line(draft.text(Part.STREET) + number + unit);
        draft.line(draft.text(Part.DISTRICT));
        String state = draft.part(Part.REGION).map(iso -> iso.substring(3)).orElse("");
        String dash = draft.has(Part.CITY) && !state.isEmpty() ? "-" : "";
        draft.line(draft.text(Part.CITY), dash, state).line(draft.text(Part.POSTAL_CODE));
    }

    /** {@code São Paulo/SP} as two words with a break between. */
    private Words slashes(Words given) {
        var words = new ArrayList<Words.Word>();
        for (Words.Word word : given.words()) {
            int cut = Math.max(word.text().lastIndexOf('/'), word.text().lastIndexOf('-'));
            boolean state = cut > 2
                    && places.region("BR", word.text().substring(cut + 1)).isPresent()
                    && word.text().length() - cut == 3
                    && !word.hasDigit();
            if (!state) {
                words.add(word);
                continue;
            }
            String town = word.text().substring(0, cut);
            String code = word.text().substring(cut + 1);
            words.add(new Words.Word(town, Words.key(town), word.first()));
            words.add(new Words.Word(code, Words.key(code), true));
        }
        return new Words(words);
    }

    private static Words code(Words words, Draft draft) {
        for (int at = words.size() - 1; at > 0; at--) {
            String digits = words.key(at).replaceAll("[-.]", "");
            if (!digits.matches("\\d{8}")) continue;
            int from = words.key(at - 1).equals("cep") ? at - 1 : at;
            draft.put(
                    Part.POSTAL_CODE,
                    words.get(at).text(),
                    digits.substring(0, 5) + "-" + digits.substring(5),
                    "postal code form");
            return words.without(from, at + 1);
        }
        return words;
    }

    private Words region(Words words, Draft draft) {
        for (int length = Math.min(4, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            Optional<String> iso = places.region("BR", words.keys(from, words.size()));
            boolean letters = length == 1 && words.key(from).length() == 2;
            // São Paulo and Rio de Janeiro are towns as well.
            boolean town = !letters
                    && !words.range(0, from).segments().getLast().words().stream()
                            .noneMatch(Words.Word::hasDigit);
            boolean second = letters
                    || (words.breaksAt(from)
                            && !town
                            && words.range(0, from).segments().size() > 2);
            if (iso.isEmpty() || !second) continue;
            draft.put(Part.REGION, words.text(from, words.size()), iso.get(), "region as its ISO 3166-2 code");
            return words.range(0, from);
        }
        return words;
    }

    private static boolean hasDigit(Words words) {
        return words.words().stream().anyMatch(Words.Word::hasDigit);
    }

    /** Reads the street and its number; gives the segment after them. */
    private int street(List<Words> segments, Draft draft) {
        int at = 0;
        while (at < segments.size() - 1
                && !isStreet(segments.get(at))
                && segments.subList(at + 1, segments.size()).stream().anyMatch(Brazil::isStreet))
            draft.above(List.of(segments.get(at++).written()));
        Words segment = segments.get(at);
        boolean alone = segments.size() == 1 || (draft.has(Part.POSTAL_CODE) && segments.size() < 3);
        if (!isStreet(segment) && (alone || !hasNumber(segments, at))) return at;
        int number = numberAt(segment, 1);
        if (number > 0) {
            name(segment.range(0, SIGNS.contains(segment.key(number - 1)) ? number - 1 : number), draft);
            afterNumber(segment, number, draft);
            return at + 1;
        }
        name(segment, draft);
        at++;
        if (at < segments.size()) {
            Words next = segments.get(at);
            int sign = SIGNS.contains(next.key(0)) ? 1 : 0;
            if (sign < next.size() && isNumber(next.key(sign)) && numberAt(next, sign) == sign) {
                afterNumber(next, sign, draft);
                at++;
            }
        }
        return at;
    }

    private boolean hasNumber(List<Words> segments, int at) {
        return numberAt(segments.get(at), 1) > 0
                || (at + 1 < segments.size() && isNumber(segments.get(at + 1).key(0)));
    }

    private static boolean isNumber(String key) {
        return key.matches("\\d{1,6}[a-z]?|\\d{1,5}-\\d{1,5}|s/n|sn|s/nº");
    }

    private int numberAt(Words segment, int from) {
        for (int at = from; at < segment.size(); at++) {
            boolean ends = at + 1 >= segment.size()
                    || units.begins(segment, at + 1)
                    || (segment.key(at + 1).length() == 1 && at + 2 >= segment.size());
            boolean sign = at > 0 && SIGNS.contains(segment.key(at - 1));
            if (isNumber(segment.key(at)) && (ends || sign)) return at;
        }
        return -1;
    }

    private void afterNumber(Words segment, int number, Draft draft) {
        String text = segment.get(number).text();
        boolean none = segment.key(number).startsWith("s");
        int end = number + 1;
        if (end < segment.size() && segment.key(end).length() == 1 && !units.begins(segment, end))
            text += Words.upper(segment.get(end++).text());
        draft.put(Part.NUMBER, text, none ? "s/n" : text, "house number in one form");
        if (end < segment.size()) draft.put(Part.UNIT, segment.text(end, segment.size()), ", ");
    }

    private static void name(Words street, Draft draft) {
        draft.put(Part.STREET, street.written(), StreetWords.form("BR", street), "street type written out");
    }

    private static boolean isStreet(Words segment) {
        return segment.size() > 1
                && (StreetWords.begins("BR", segment.key(0))
                        || Set.of(
                                        "rua",
                                        "avenida",
                                        "travessa",
                                        "alameda",
                                        "praca",
                                        "rodovia",
                                        "estrada",
                                        "largo",
                                        "viela",
                                        "beco",
                                        "ladeira",
                                        "quadra",
                                        "via",
                                        "passagem",
                                        "vila",
                                        "servidao",
                                        "sqs",
                                        "sqn",
                                        "shis")
                                .contains(segment.key(0)));
    }
}
