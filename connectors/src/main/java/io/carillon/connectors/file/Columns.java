package io.carillon.connectors.file;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of a CSV file's columns. */
record Columns(List<String> names) {
    private static final int NAME_LENGTH_MAX = 200;
    private static final Pattern DATA = Pattern.compile(
            "[-+]?[0-9][0-9.,' ]*[%€$£]?|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|.*@.*|https?://.*|\\+[0-9 ()-]+");

    /** Of a file without a header. */
    static Columns numbered(int count) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= count; i++) names.add("column" + i);
        return new Columns(names);
    }

    /** A column without a name gets its number, and of two with one name the second too. */
    static Columns of(List<String> header) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < header.size(); i++) {
            String name = Decoding.shown(header.get(i)).strip();
            if (name.length() > NAME_LENGTH_MAX) name = name.substring(0, NAME_LENGTH_MAX);
            if (name.isEmpty()) name = "column" + (i + 1);
            String unique = name;
            for (int n = i + 1; !names.add(unique); n++) unique = "%s (%d)".formatted(name, n);
        }
        return new Columns(List.copyOf(names));
    }

    /** Whether a first row names columns: words that differ from each other, and nothing that is a value. */
    static boolean isHeader(List<String> first) {
        Set<String> seen = new LinkedHashSet<>();
        int named = 0;
        for (String cell : first) {
            String word = cell.strip();
            if (word.isEmpty()) continue;
            if (word.length() > NAME_LENGTH_MAX || DATA.matcher(word).matches()) return false;
            if (!seen.add(word.toLowerCase(Locale.ROOT))) return false;
            named++;
        }
        return named > 0 && 2 * named >= first.size();
    }

    Value.Fields with(List<String> values) {
        var fields = LinkedHashMap.<String, Value>newLinkedHashMap(names.size());
        for (int i = 0; i < names.size(); i++) fields.put(names.get(i), Value.of(values.get(i)));
        return new Value.Fields(fields);
    }
}
