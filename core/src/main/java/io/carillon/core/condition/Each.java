package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;

/**
 * Items of a list that count each for itself, such as the products of an order.
 *
 * @param list path to the list in the properties
 * @param where what an item must be, all of them; paths begin at the item
 */
public record Each(String list, List<Where> where) {
    public Each {
        where = List.copyOf(where);
    }

    /** The items that match, in order; an item that has no fields is {@code {"value": item}}. */
    List<Value.Fields> of(Value.Fields properties) {
        return properties.at(list).map(Path::items).orElse(List.of()).stream()
                .filter(item -> item != Value.Nothing.NOTHING)
                .map(item -> item instanceof Value.Fields fields ? fields : new Value.Fields(Map.of("value", item)))
                .filter(item -> Where.all(where, item))
                .toList();
    }
}
