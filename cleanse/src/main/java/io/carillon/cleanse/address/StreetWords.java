package io.carillon.cleanse.address;

import io.carillon.core.value.LetterCase;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes out the short forms of street types, each country's own. */
final class StreetWords {
    private static final StreetWords TABLE = new StreetWords();

    private final Map<String, String> forms = new LinkedHashMap<>();

    private StreetWords() {
        for (String line : Table.lines("street-words.txt")) {
            String[] row = line.split("\\s+", 4);
            for (String country : row[0].split(",", -1)) {
                String key = row[1].equals("end") ? row[2] : Words.key(row[2]);
                forms.put(country + " " + row[1] + " " + key, row[3]);
            }
        }
    }

    /** Whether a street may begin with this word, by its country's table. */
    static boolean begins(String country, String key) {
        return TABLE.forms.containsKey(country + " first " + key);
    }

    static String form(String country, Words street) {
        var out = new StringBuilder();
        for (int at = 0; at < street.size(); at++) {
            String word = TABLE.word(country, street, at);
            out.append(at > 0 ? " " : "").append(word);
        }
        return out.toString();
    }

    private String word(String country, Words street, int at) {
        String text = street.get(at).text();
        String key = street.key(at);
        String first = forms.get(country + " first " + key);
        if (at == 0 && street.size() > 1 && first != null) return first;
        String last = forms.get(country + " last " + key);
        if (at > 0 && at == street.size() - 1 && last != null) return last;
        String any = forms.get(country + " any " + key);
        if (any != null)
            return at == 0 || at == street.size() - 1 || Character.isUpperCase(text.charAt(0))
                    ? TitleCase.word(any, true)
                    : any;
        return TitleCase.word(ended(country, text), at == 0);
    }

    private String ended(String country, String text) {
        String lower = LetterCase.lower(text);
        for (int from = lower.length() - 2; from > 2; from--) {
            String form = forms.get(country + " end " + lower.substring(from));
            if (form == null) continue;
            String head = text.substring(0, from);
            String whole = head + (head.equals(Words.upper(head)) ? Words.upper(form) : form);
            // A capital sharp s has no place in title case.
            return head.equals(Words.upper(head)) ? LetterCase.lower(head + form) : whole;
        }
        return text.endsWith(".") && text.length() > 4 ? text.substring(0, text.length() - 1) : text;
    }
}
