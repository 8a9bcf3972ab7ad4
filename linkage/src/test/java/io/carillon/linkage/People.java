package io.carillon.linkage;

import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import io.carillon.testkit.property.Chance;
import java.util.ArrayList;
import java.util.List;

/** Tables of made-up people, by a seed. */
final class People {
    static final List<Column> COLUMNS = List.of(
            new Column("first_name", ColumnKind.FIRST_NAME),
            new Column("last_name", ColumnKind.LAST_NAME),
            new Column("dob", ColumnKind.DATE),
            new Column("email", ColumnKind.EMAIL),
            new Column("street", ColumnKind.STREET),
            new Column("house_number", ColumnKind.HOUSE_NUMBER),
            new Column("city", ColumnKind.CITY),
            new Column("postal_code", ColumnKind.POSTAL_CODE));

    private static final List<String> SYLLABLES = List.of(
            "an", "be", "cor", "da", "el", "fin", "go", "har", "is", "jo", "ka", "lu", "mar", "no", "ol", "pe", "qui",
            "ro", "sa", "ti", "ul", "ve", "wil", "xa", "yo", "zed");
    private static final List<String> CITIES =
            List.of("Leeds", "York", "Bath", "Ely", "Wells", "Truro", "Derby", "Ripon");

    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) word.append(chance.pick(SYLLABLES));
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    List<String> person() {
        int city = chance.between(0, CITIES.size() - 1);
        String first = word(2);
        String last = word(2 + chance.between(0, 1));
        return List.of(
                first,
                last,
                date(),
                first + "." + last + chance.between(1, 99) + "@" + chance.pick(List.of("mail.example", "post.example")),
                word(3) + " Street",
                Integer.toString(chance.between(1, 150)),
                CITIES.get(city),
                "%d%03d".formatted(city + 1, chance.between(0, 40)));
    }

    String date() {
        return "%d-%02d-%02d".formatted(chance.between(1940, 2005), chance.between(1, 12), chance.between(1, 28));
    }

    /** Somebody else of the same household. */
    List<String> housemate(List<String> person) {
        List<String> other = new ArrayList<>(person);
        List<String> stranger = person();
        other.set(0, stranger.getFirst());
        other.set(2, stranger.get(2));
        other.set(3, stranger.get(3));
        return List.copyOf(other);
    }

    /** The same, with some slips and gaps. */
    List<String> copied(List<String> person) {
        List<String> copy = new ArrayList<>(person);
        int slips = chance.between(0, 3);
        for (int i = 0; i < slips; i++) {
            int at = chance.between(0, copy.size() - 1);
            copy.set(at, chance.chance(0.3) ? "" : slip(copy.get(at)));
        }
        return List.copyOf(copy);
    }

    private String slip(String text) {
        if (text.length() < 2) return text;
        int at = chance.between(0, text.length() - 2);
        char here = text.charAt(at);
        char next = text.charAt(at + 1);
        return text.substring(0, at) + next + here + text.substring(at + 2);
    }

    static Table table(List<List<String>> people) {
        List<Row> rows = new ArrayList<>();
        for (List<String> values : people) rows.add(new Row("r%05d".formatted(rows.size()), values));
        return new Table(COLUMNS, rows);
    }
}
