package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts that a person belongs to, such as the shops of a seller. A group says nothing of who a person is.
 *
 * @param byId at most {@value #GROUPS_MAX}, those last spoken of
 */
public record Groups(SortedMap<String, Group> byId) {
    public static final Groups NONE = new Groups(Collections.emptySortedMap());
    public static final int GROUPS_MAX = 20;
    public static final int ID_LENGTH_MAX = 500;

    private static final String GROUP_ID = "groupId";
    private static final String ID = "id";

    // Of two that were last spoken of by one event the one with the lesser id stays.
    private static final Comparator<Map.Entry<String, Group>> LATEST_FIRST = Map.Entry.<String, Group>comparingByValue(
                    Comparator.comparing(Group::stamp).reversed())
            .thenComparing(Map.Entry.comparingByKey());

    public Groups {
        byId = Collections.unmodifiableSortedMap(latest(byId));
    }

    /** With the group of a {@code group} call, whose traits are all that is known of it then. */
    public Groups with(Event event) {
        if (event.type() != EventType.GROUP) return this;
        Optional<String> id = event.properties()
                .get(GROUP_ID)
                .flatMap(Groups::text)
                .filter(text -> !text.isBlank() && text.length() <= ID_LENGTH_MAX);
        if (id.isEmpty()) return this;
        var said = new Group(event.properties().fields("traits"), event.stamp(), event.source());
        return merge(new Groups(new TreeMap<>(Map.of(id.get(), said))));
    }

    public Groups merge(Groups other) {
        if (other.byId.isEmpty()) return this;
        var both = new TreeMap<>(byId);
        other.byId.forEach((id, group) -> both.merge(id, group, Group::later));
        return new Groups(both);
    }

    /** One item for each group, with its {@code id} beside its traits, the one last spoken of first. */
    public Value.Items values() {
        var items = new ArrayList<Value>();
        for (Map.Entry<String, Group> entry : latestFirst(byId)) {
            var fields = new LinkedHashMap<String, Value>();
            fields.put(ID, Value.of(entry.getKey()));
            entry.getValue().traits().fields().forEach((name, value) -> {
                if (value != Value.Nothing.NOTHING) fields.putIfAbsent(name, value);
            });
            items.add(new Value.Fields(fields));
        }
        return new Value.Items(items);
    }

    private static SortedMap<String, Group> latest(SortedMap<String, Group> groups) {
        if (groups.size() <= GROUPS_MAX) return groups;
        var latest = new TreeMap<String, Group>();
        latestFirst(groups).subList(0, GROUPS_MAX).forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        return latest;
    }

    private static List<Map.Entry<String, Group>> latestFirst(SortedMap<String, Group> groups) {
        return groups.entrySet().stream().sorted(LATEST_FIRST).toList();
    }

    private static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Num(var number) ->
                Optional.of(number.stripTrailingZeros().toPlainString());
            default -> Optional.empty();
        };
    }

    public void write(ByteWriter out) {
        out.map(byId, (id, to) -> to.text(id), Group::write);
    }

    public static Groups read(ByteReader in) {
        return new Groups(in.sortedMap(ByteReader::text, Group::read));
    }
}
