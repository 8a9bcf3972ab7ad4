package io.carillon.cleanse.name;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in scripts other than Latin: kept as they are, and split only where the script's convention is sure. */
final class Scripts {
    private static final Pattern PATRONYMIC = Pattern.compile("(?U)\\p{L}+(?:ович|евич|ьич|овна|евна|ична|инична)");
    private static final String KOREAN_FAMILY_NAMES =
            "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

    private Scripts() {}

    /** Whether any letter is of a script other than Latin. */
    static boolean isForeign(String text) {
        return text.codePoints().filter(Character::isLetter).anyMatch(c -> !isLatin(c));
    }

    static boolean isIdeographic(String text) {
        return text.codePoints().anyMatch(Scripts::isEastAsian);
    }

    /** The parts that are sure; none when nothing is. */
    static PersonName parts(String text) {
        List<String> words = Words.split(text.replace('\u3000', ' '));
        if (words.stream().allMatch(word -> word.codePoints().allMatch(Scripts::isEastAsian))) return eastAsian(words);
        if (words.size() == 3 && words.stream().allMatch(Scripts::isCyrillic)) return cyrillic(words);
        return PersonName.NONE;
    }

    /** China, Japan and Korea put the family name first; without a blank only Korean tells where it ends. */
    private static PersonName eastAsian(List<String> words) {
        if (words.size() == 2) return named(words.get(1), "", words.get(0));
        if (words.size() != 1) return PersonName.NONE;
        String word = words.getFirst();
        boolean korean = word.length() == 3
                && word.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL)
                && KOREAN_FAMILY_NAMES.indexOf(word.charAt(0)) >= 0;
        return korean ? named(word.substring(1), "", word.substring(0, 1)) : PersonName.NONE;
    }

    /** The father's name tells the order: it stands after the given name. */
    private static PersonName cyrillic(List<String> words) {
        if (isPatronymic(words.get(2))) return named(words.get(1), words.get(2), words.get(0));
        if (isPatronymic(words.get(1))) return named(words.get(0), words.get(1), words.get(2));
        return PersonName.NONE;
    }

    private static PersonName named(String first, String middle, String last) {
        return new PersonName(Map.of(Part.FIRST, first, Part.MIDDLE, middle, Part.LAST, last));
    }

    private static boolean isPatronymic(String word) {
        return PATRONYMIC.matcher(word.toLowerCase(java.util.Locale.ROOT)).matches();
    }

    private static boolean isCyrillic(String word) {
        return word.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
    }

    private static boolean isEastAsian(int c) {
        return Set.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)
                .contains(UnicodeScript.of(c));
    }

    private static boolean isLatin(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }
}
