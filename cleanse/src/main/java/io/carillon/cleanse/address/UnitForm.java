package io.carillon.cleanse.address;

/** A unit as USPS writes it: {@code Apt 2A}, {@code Ste 400}, {@code # 5}, {@code 2nd Fl}. */
final class UnitForm {
    private UnitForm() {}

    static String of(Words unit, Lexicon lexicon) {
        var out = new StringBuilder();
        for (int at = 0; at < unit.size(); at++) {
            Words.Word word = unit.get(at);
            String text = word.text().replaceAll("\\.$", "");
            boolean sign = text.equals("#") && at > 0;
            // The kind already says that a number follows.
            if (sign) continue;
            out.append(out.isEmpty() ? "" : " ").append(form(unit, at, text, lexicon));
        }
        return out.toString();
    }

    private static String form(Words unit, int at, String text, Lexicon lexicon) {
        String key = unit.key(at);
        boolean whichFloor = at + 1 < unit.size()
                && lexicon.isOrdinal(key)
                && lexicon.unit(unit.key(at + 1)).isPresent();
        if (whichFloor) return TitleCase.of(text);
        if (text.matches("(?i)[a-z]+-?\\d+[a-z]?|(bldg|bld|apt|unit|ste)-[a-z]") && at == 0)
            return TitleCase.word(text, true);
        boolean letterAfterKind = at > 0 && key.length() == 1;
        if (!letterAfterKind && lexicon.unit(key).isPresent())
            return lexicon.unit(key).map(kind -> kind.replace("!", "")).orElse(text);
        if (text.startsWith("#"))
            return at > 0
                    ? Words.upper(text.substring(1))
                    : text.equals("#") ? "#" : "# " + Words.upper(text.substring(1));
        if (lexicon.isOrdinal(key)) return TitleCase.of(text);
        return unit.get(at).hasDigit() || key.length() <= 2 ? Words.upper(text) : TitleCase.of(text);
    }
}
