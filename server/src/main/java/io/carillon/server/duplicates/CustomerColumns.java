package io.carillon.server.duplicates;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.PersonName;
import io.carillon.linkage.table.Recognition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What of a customer says who they are: the traits that are called so in any spelling, and identifiers. */
final class CustomerColumns {
    private static final List<ColumnKind> KINDS = List.of(
            ColumnKind.FIRST_NAME,
            ColumnKind.LAST_NAME,
            ColumnKind.EMAIL,
            ColumnKind.PHONE,
            ColumnKind.DATE,
            ColumnKind.ADDRESS,
            ColumnKind.STREET,
            ColumnKind.ADDRESS_LINE,
            ColumnKind.HOUSE_NUMBER,
            ColumnKind.CITY,
            ColumnKind.POSTAL_CODE,
            ColumnKind.REGION,
            ColumnKind.COUNTRY,
            ColumnKind.GENDER);

    /** Other dates say when something happened, not who somebody is. */
    private static final Pattern BIRTH = Pattern.compile("(?i).*(birth|dob|geburt|naiss|nacim|nascim).*");

    /** One fact names nobody. */
    private static final int FACTS_MIN = 2;

    private CustomerColumns() {}

    static List<Column> columns() {
        return KINDS.stream().map(kind -> new Column(kind.word(), kind)).toList();
    }

    /** One for each column, empty where nothing is known; nothing when so little is known that they are not compared. */
    static Optional<List<String>> values(Root root) {
        Map<ColumnKind, String> found = new EnumMap<>(ColumnKind.class);
        take(found, root.customer().profile().values(), true);
        for (Identifier identifier : root.links().owned().keySet()) {
            if (identifier.kind() == IdentifierKind.EMAIL) found.putIfAbsent(ColumnKind.EMAIL, identifier.value());
            if (identifier.kind() == IdentifierKind.PHONE) found.putIfAbsent(ColumnKind.PHONE, identifier.value());
        }
        String whole = found.getOrDefault(ColumnKind.NAME, "");
        if (!found.containsKey(ColumnKind.FIRST_NAME) && !found.containsKey(ColumnKind.LAST_NAME) && !whole.isEmpty()) {
            PersonName name = PersonName.parse(whole);
            found.put(ColumnKind.FIRST_NAME, name.first());
            found.put(ColumnKind.LAST_NAME, name.last());
        }
        List<String> values = new ArrayList<>();
        for (ColumnKind kind : KINDS) values.add(found.getOrDefault(kind, ""));
        return values.stream().filter(it -> !it.isEmpty()).count() < FACTS_MIN ? Optional.empty() : Optional.of(values);
    }

    private static void take(Map<ColumnKind, String> found, Value.Fields traits, boolean isTop) {
        traits.fields().forEach((name, value) -> {
            if (isTop && value instanceof Value.Fields inner) {
                take(found, inner, false);
                return;
            }
            Optional<String> text = text(value);
            Optional<ColumnKind> kind = Recognition.byName(name);
            if (text.isEmpty() || kind.isEmpty()) return;
            if (kind.get() == ColumnKind.DATE && !BIRTH.matcher(name).matches()) return;
            found.putIfAbsent(kind.get(), text.get());
        });
    }

    private static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text.strip()).filter(it -> !it.isEmpty());
            case Value.Num(var number) -> Optional.of(number.toPlainString());
            default -> Optional.empty();
        };
    }
}
