package io.carillon.linkage.compare;

import io.carillon.cleanse.Hints;
import io.carillon.cleanse.choice.GenderCleanser;
import io.carillon.cleanse.place.CountryCleanser;
import io.carillon.core.value.Value;
import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import io.carillon.linkage.text.Normal;
import io.carillon.linkage.text.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of one column, each different one once. A value is known by its number; −1 is a missing one. */
public final class Forms {
    public static final int MISSING = -1;
    /** A word that stands in a larger share of the values says little: {@code street}. */
    private static final double COMMON = 0.02;
    /** In so few values no word is common. */
    private static final int COMMON_ROWS_MIN = 50;

    private static final int PHONE_DIGITS = 9;

    private static final GenderCleanser GENDERS = new GenderCleanser();

    private final Column column;
    private final int[] byRow;
    private final List<Form> forms = new ArrayList<>();

    private Forms(Column column, int rows) {
        this.column = column;
        byRow = new int[rows];
    }

    public static Forms of(Table table, int at) {
        Column column = table.columns().get(at);
        List<String> raws =
                table.rows().stream().map(Row::values).map(it -> it.get(at)).toList();
        List<String> texts =
                raws.stream().map(raw -> normal(column.kind(), raw)).toList();
        Forms forms = new Forms(column, raws.size());
        Map<String, Integer> common = words(column.kind(), texts);
        double often = Math.max(COMMON_ROWS_MIN, raws.size()) * COMMON;
        boolean isMonthFirst = texts.stream().filter(Day::showsMonthFirst).count()
                > texts.stream().filter(Day::showsDayFirst).count();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int row = 0; row < raws.size(); row++) {
            String raw = raws.get(row);
            String text = texts.get(row);
            if (text.isEmpty()) {
                forms.byRow[row] = MISSING;
                continue;
            }
            forms.byRow[row] = numbers.computeIfAbsent(text, any -> {
                forms.forms.add(form(column.kind(), raw.strip(), text, common, often, isMonthFirst));
                return forms.forms.size() - 1;
            });
        }
        return forms;
    }

    private static String normal(ColumnKind kind, String raw) {
        return switch (kind) {
            case EMAIL, DATE -> Normal.lower(raw);
            // Deutschland, Germany and DE are one.
            case COUNTRY -> Normal.of(CountryCleanser.code(raw).orElse(raw));
            case GENDER ->
                GENDERS.cleanse(raw, Hints.NONE).value() instanceof Value.Text(var word) ? word : Normal.of(raw);
            default -> Normal.of(raw);
        };
    }

    private static Map<String, Integer> words(ColumnKind kind, List<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        boolean hasCommon = kind == ColumnKind.STREET
                || kind == ColumnKind.ADDRESS
                || kind == ColumnKind.ADDRESS_LINE
                || kind == ColumnKind.TEXT;
        if (!hasCommon) return counts;
        for (String text : texts) {
            for (String word : List.of(text.split(" ", -1))) counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }

    private static Form form(
            ColumnKind kind, String raw, String text, Map<String, Integer> counts, double often, boolean isMonthFirst) {
        List<String> words = List.of(text.split(" ", -1));
        String compact = text.replace(" ", "");
        char[] letters = compact.toCharArray();
        Arrays.sort(letters);
        String core = core(kind, text, compact, words, counts, often);
        Optional<Day> day = kind == ColumnKind.DATE ? Day.parse(text, isMonthFirst) : Optional.empty();
        OptionalDouble number = kind == ColumnKind.NUMBER ? number(raw) : OptionalDouble.empty();
        return new Form(
                raw,
                text,
                compact,
                core,
                words,
                new String(letters),
                Alphabet.of(kind == ColumnKind.EMAIL ? text : core),
                Sound.of(core),
                day,
                number);
    }

    private static String core(
            ColumnKind kind,
            String text,
            String compact,
            List<String> words,
            Map<String, Integer> counts,
            double often) {
        if (kind == ColumnKind.EMAIL) {
            int at = text.lastIndexOf('@');
            return at < 1 ? text : text.substring(0, at);
        }
        if (kind == ColumnKind.PHONE) {
            String digits = compact.replaceAll("[^0-9]", "");
            if (digits.isEmpty()) return compact;
            return digits.length() <= PHONE_DIGITS ? digits : digits.substring(digits.length() - PHONE_DIGITS);
        }
        if (counts.isEmpty()) return compact;
        StringBuilder core = new StringBuilder();
        for (String word : words) {
            if (counts.getOrDefault(word, 0) < often) core.append(word);
        }
        return core.length() < 2 ? compact : core.toString();
    }

    private static OptionalDouble number(String raw) {
        try {
            return OptionalDouble.of(Double.parseDouble(raw.replace(",", ".")));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public Column column() {
        return column;
    }

    public int rows() {
        return byRow.length;
    }

    /** How many different values there are. */
    public int size() {
        return forms.size();
    }

    /** The number of the row's value, or {@link #MISSING}. */
    public int at(int row) {
        return byRow[row];
    }

    /** In normal form. */
    public String text(int value) {
        return forms.get(value).text();
    }

    /** As it was first given. */
    public String raw(int value) {
        return forms.get(value).raw();
    }

    public String sound(int value) {
        return forms.get(value).sound();
    }

    public String core(int value) {
        return forms.get(value).core();
    }

    public Optional<Day> day(int value) {
        return forms.get(value).day();
    }

    /** In what two values are alike, for people. */
    public String words(int one, int other, Likeness likeness) {
        return Words.of(column.kind(), forms.get(one), forms.get(other), likeness);
    }

    Form form(int value) {
        return forms.get(value);
    }
}
