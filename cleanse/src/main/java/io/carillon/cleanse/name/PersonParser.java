package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the name of one person: titles, given names, family name, suffixes, in either order. Changes no letter. */
final class PersonParser {
    private static final String SUFFIX_SEPARATOR = ", ";

    private PersonParser() {}

    /**
     * What was read.
     *
     * @param familyFirst whether the family name stood before the given names
     */
    record Parsed(PersonName name, boolean familyFirst) {}

    static Parsed parse(String text) {
        Asides asides = Asides.of(text);
        List<List<String>> segments = Arrays.stream(asides.rest().split(",", -1))
                .map(PersonParser::words)
                .filter(words -> !words.isEmpty())
                .toList();
        Parsed parsed = switch (segments.size()) {
            case 0 -> new Parsed(PersonName.NONE, false);
            case 1 -> natural(segments.getFirst(), asides.opensWithNickname());
            default -> withCommas(segments);
        };
        var beside = new EnumMap<Part, String>(Part.class);
        beside.put(Part.NICKNAME, String.join(", ", asides.nicknames()));
        beside.put(Part.MAIDEN, String.join(", ", asides.maidens()));
        beside.put(Part.SUFFIX, String.join(SUFFIX_SEPARATOR, asides.suffixes()));
        PersonName whole = parsed.name().and(new PersonName(beside), (one, other) -> one + SUFFIX_SEPARATOR + other);
        return new Parsed(whole, parsed.familyFirst());
    }

    /** Dr. Juan Q. Xavier de la Vega III. */
    private static Parsed natural(List<String> words, boolean afterNickname) {
        Ends ends = Ends.of(words);
        List<String> name = ends.words();
        int family = NameOrder.familyFirst(name);
        if (family > 0) {
            PersonName read =
                    given(name.subList(family, name.size())).with(Part.LAST, String.join(" ", name.subList(0, family)));
            return new Parsed(withEnds(read, ends), true);
        }
        List<String> pieces = Pieces.of(name);
        if (pieces.isEmpty()) return new Parsed(withEnds(PersonName.NONE, ends), false);
        String last = pieces.getLast();
        PersonName read = pieces.size() == 1
                ? new PersonName(Map.of(afterNickname ? Part.LAST : lone(last, ends.titles()), last))
                : given(pieces.subList(0, pieces.size() - 1)).with(Part.LAST, last);
        return new Parsed(withEnds(read, ends), false);
    }

    /** A comma sets off the family name before it, or suffixes behind it. */
    private static Parsed withCommas(List<List<String>> segments) {
        List<List<String>> behind = segments.subList(1, segments.size());
        boolean suffixesOnly = behind.stream().allMatch(PersonParser::isSuffixes);
        boolean sure = behind.stream().allMatch(words -> words.stream().allMatch(Lexicon::isSureSuffix));
        if (suffixesOnly && (segments.getFirst().size() > 1 || sure)) {
            Parsed parsed = natural(segments.getFirst(), false);
            return new Parsed(
                    withSuffixes(
                            parsed.name(),
                            behind.stream().map(PersonParser::joined).toList()),
                    parsed.familyFirst());
        }
        return familyFirst(segments.getFirst(), behind);
    }

    /** De la Vega Jr., Dr. Juan Q., PhD. */
    private static Parsed familyFirst(List<String> family, List<List<String>> behind) {
        Ends ends = family.size() > 1 ? Ends.of(family) : new Ends(List.of(), family, List.of());
        var titles = new ArrayList<>(ends.titles());
        var suffixes = new ArrayList<>(ends.suffixes());
        List<String> given = List.of();
        for (List<String> segment : behind) {
            boolean suffix = given.isEmpty() ? segment.stream().allMatch(Lexicon::isSureSuffix) : isSuffixes(segment);
            Ends inner = Ends.of(segment);
            if (suffix || (!given.isEmpty() && !inner.words().isEmpty())) {
                suffixes.add(joined(segment));
                continue;
            }
            titles.addAll(inner.titles());
            suffixes.addAll(inner.suffixes());
            if (!given.isEmpty()) continue;
            given = new ArrayList<>(inner.words());
            while (given.size() > 1 && Lexicon.isTitle(given.getLast()) && !Lexicon.isNameToo(given.getLast()))
                titles.add(given.removeLast());
        }
        int end = given.size();
        while (end > 1 && Lexicon.isParticle(given.get(end - 1))) end--;
        String last = String.join(
                " ",
                Stream.concat(given.subList(end, given.size()).stream(), ends.words().stream())
                        .toList());
        PersonName read = given(given.subList(0, end)).with(Part.LAST, last).with(Part.TITLE, String.join(" ", titles));
        return new Parsed(withSuffixes(read, suffixes), true);
    }

    /** The first is the first name, the rest are middle names. */
    private static PersonName given(List<String> words) {
        if (words.isEmpty()) return PersonName.NONE;
        List<String> pieces = Pieces.of(words);
        return new PersonName(
                Map.of(Part.FIRST, pieces.getFirst(), Part.MIDDLE, String.join(" ", pieces.subList(1, pieces.size()))));
    }

    /** What a name of one piece is: Mr. Smith, Sir Gerald, else as the word itself looks. */
    private static Part lone(String piece, List<String> titles) {
        if (!titles.isEmpty()) return Lexicon.isGivenTitle(titles.getLast()) ? Part.FIRST : Part.LAST;
        if (piece.contains(" ")) return Part.LAST;
        return NameLists.givenScore(Words.key(piece)) > 0 ? Part.FIRST : Part.LAST;
    }

    private static boolean isSuffixes(List<String> words) {
        if (words.stream().allMatch(PersonParser::isLikelySuffix)) return true;
        String together = String.join("", words);
        return words.size() < 4 && (Lexicon.isSureSuffix(together) || together.equalsIgnoreCase("attorneyatlaw"));
    }

    /** Ed and Ma are more often names. */
    private static boolean isLikelySuffix(String word) {
        if (Lexicon.isSureSuffix(word)) return true;
        String key = Words.key(word);
        return Lexicon.isSuffix(word) && (key.length() == 1 ? Lexicon.isNumeral(word) : !NameLists.isGiven(key));
    }

    private static PersonName withEnds(PersonName name, Ends ends) {
        return withSuffixes(name.with(Part.TITLE, ends.title()), ends.suffixes());
    }

    private static PersonName withSuffixes(PersonName name, List<String> suffixes) {
        return suffixes.isEmpty()
                ? name
                : name.and(
                        new PersonName(Map.of(Part.SUFFIX, String.join(SUFFIX_SEPARATOR, suffixes))),
                        (one, other) -> one + SUFFIX_SEPARATOR + other);
    }

    /** Marks that stand alone are no words. */
    private static List<String> words(String segment) {
        return Words.split(segment).stream()
                .filter(word -> word.equals("&") || word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
