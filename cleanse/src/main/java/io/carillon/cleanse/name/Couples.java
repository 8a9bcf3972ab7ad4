package io.carillon.cleanse.name;

import java.util.List;
import java.util.Optional;

/** Two people in one field, who may share a title's place and a family name: Mr. and Mrs. John Smith, John & Jane Doe. */
final class Couples {
    private Couples() {}

    record Couple(PersonName one, PersonName other) {}

    static Optional<Couple> of(String text) {
        List<String> words = Words.split(text);
        int and = and(words, 0);
        if (and < 1 || and == words.size() - 1) return Optional.empty();
        List<String> left = words.subList(0, and);
        List<String> right = words.subList(and + 1, words.size());
        boolean dangling = isDangling(left.getLast()) || isDangling(right.getFirst());
        if (dangling || left.stream().anyMatch(word -> Words.key(word).equals("of"))) return Optional.empty();
        boolean titled = left.stream().allMatch(Lexicon::isTitle);
        if (titled) return ofTitles(left, right);
        if (and(right, 0) >= 0) return Optional.empty();
        return ofNames(left, right);
    }

    /** Mr. and Mrs. John Smith; Mr. and Mrs. John and Jane Smith. */
    private static Optional<Couple> ofTitles(List<String> left, List<String> right) {
        int titles = Ends.titles(right);
        if (titles == 0 || titles == right.size()) return Optional.empty();
        List<String> names = right.subList(titles, right.size());
        String second = String.join(" ", right.subList(0, titles));
        String first = String.join(" ", left);
        int and = and(names, 0);
        if (and > 0 && and < names.size() - 1)
            return ofNames(names.subList(0, and), names.subList(and + 1, names.size()))
                    .map(couple -> new Couple(
                            couple.one().with(Part.TITLE, first), couple.other().with(Part.TITLE, second)));
        PersonName one = PersonParser.parse(String.join(" ", names)).name();
        if (one.part(Part.LAST).isEmpty()) one = new PersonName(java.util.Map.of(Part.LAST, String.join(" ", names)));
        PersonName other = PersonName.NONE.with(Part.TITLE, second).with(Part.LAST, one.text(Part.LAST));
        return Optional.of(new Couple(one.with(Part.TITLE, first), other));
    }

    private static Optional<Couple> ofNames(List<String> left, List<String> right) {
        PersonName one = PersonParser.parse(String.join(" ", left)).name();
        PersonName other = PersonParser.parse(String.join(" ", right)).name();
        if (one.isNameless() || other.isNameless()) return Optional.empty();
        return Optional.of(new Couple(sharing(one, other), sharing(other, one)));
    }

    /** One who is called by a given name and initials only has the other's family name. */
    private static PersonName sharing(PersonName one, PersonName other) {
        boolean whole =
                other.part(Part.FIRST).isPresent() && other.part(Part.LAST).isPresent();
        if (!whole) return one;
        String last = one.text(Part.LAST);
        String family = other.text(Part.LAST);
        if (one.part(Part.FIRST).isPresent() && Lexicon.isInitial(last))
            return one.with(Part.MIDDLE, (one.text(Part.MIDDLE) + " " + last).strip())
                    .with(Part.LAST, family);
        boolean lone = one.part(Part.FIRST).isPresent() != one.part(Part.LAST).isPresent();
        if (!lone) return one;
        return one.with(Part.FIRST, one.part(Part.FIRST).orElse(last)).with(Part.LAST, family);
    }

    private static boolean isDangling(String word) {
        return Lexicon.isConnective(word) && !Lexicon.isInitial(word);
    }

    private static int and(List<String> words, int from) {
        for (int i = from; i < words.size(); i++) if (Lexicon.isAnd(words.get(i))) return i;
        return -1;
    }
}
