package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a loop goes over. Ranges are not made into lists, so that a huge one costs what is looped, not its length. */
sealed interface Items {
    long size();

    Val get(long index);

    record Listed(List<Value> values) implements Items {
        @Override
        public long size() {
            return values.size();
        }

        @Override
        public Val get(long index) {
            return Val.of(values.get((int) index));
        }
    }

    record Ranged(Val.Range range) implements Items {
        @Override
        public long size() {
            return range.size();
        }

        @Override
        public Val get(long index) {
            return Val.of(range.first() + index);
        }
    }

    /** Part of others, maybe backwards. */
    record Segment(Items of, long from, long size, boolean reversed) implements Items {
        @Override
        public Val get(long index) {
            return of.get(reversed ? from + size - 1 - index : from + index);
        }
    }

    /** Fields become pairs of name and value, a text is one item, anything else has none. */
    static Items of(Val val, RenderContext context) {
        return switch (val) {
            case Val.Data(Value.Items(var items)) -> new Listed(items);
            case Val.Data(Value.Fields(var fields)) -> {
                context.charge(fields.size());
                List<Value> pairs = new ArrayList<>();
                for (Map.Entry<String, Value> field : fields.entrySet()) pairs.add(Access.pair(field));
                yield new Listed(pairs);
            }
            case Val.Data(Value.Text(var text)) -> new Listed(text.isEmpty() ? List.of() : List.of(Value.of(text)));
            case Val.Markup(var html) -> new Listed(html.isEmpty() ? List.of() : List.of(Value.of(html)));
            case Val.Range range -> new Ranged(range);
            case Val.Data _, Val.Looping _, Val.Special _ -> new Listed(List.of());
        };
    }
}
