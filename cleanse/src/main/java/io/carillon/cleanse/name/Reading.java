package io.carillon.cleanse.name;

import io.carillon.cleanse.name.Couples.Couple;
import io.carillon.cleanse.name.PersonParser.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Latin text was read as.
 *
 * @param person none for an organisation
 * @param partner the other one of a couple
 * @param changes the rules that were used
 */
record Reading(Optional<PersonName> person, Optional<PersonName> partner, List<String> changes) {
    private static final Reading COMPANY = new Reading(Optional.empty(), Optional.empty(), List.of());

    static Reading of(String text) {
        if (!isPerson(text)) return COMPANY;
        Optional<Couple> couple = Couples.of(text);
        if (couple.isPresent()) return ofCouple(couple.get());
        Parsed parsed = PersonParser.parse(text);
        var changes = new ArrayList<String>();
        if (parsed.familyFirst()) changes.add("family name was first");
        return new Reading(Optional.of(cased(parsed.name(), changes)), Optional.empty(), changes);
    }

    /** An office is held by a person, though its words are those of an institution: State Representative. */
    private static boolean isPerson(String text) {
        List<String> words = Words.split(text);
        int titles = Ends.titles(words);
        if (titles < 2) return !CompanyJudge.isCompany(text);
        return titles == words.size() || !CompanyJudge.isCompany(String.join(" ", words.subList(titles, words.size())));
    }

    private static Reading ofCouple(Couple couple) {
        var changes = new ArrayList<>(List.of("two people"));
        PersonName one = cased(couple.one(), changes);
        PersonName other = cased(couple.other(), changes);
        return new Reading(
                Optional.of(one),
                Optional.of(other),
                changes.stream().distinct().toList());
    }

    private static PersonName cased(PersonName name, List<String> changes) {
        boolean lastInCapitals = name.part(Part.FIRST).isPresent()
                && isCapitals(name.text(Part.LAST))
                && !Casing.isOneCase(name.text(Part.FIRST));
        PersonName cased = name;
        if (Casing.isOneCase(name)) cased = Casing.restored(name);
        else if (lastInCapitals) cased = name.with(Part.LAST, Casing.words(name.text(Part.LAST), Part.LAST));
        if (!cased.equals(name)) changes.add("title case");
        return cased;
    }

    private static boolean isCapitals(String text) {
        return text.length() > 2 && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
