package io.carillon.connectors.mapping;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.core.content.liquid.Rendering;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one value is made of a record. */
public sealed interface Expression {

    /** Empty when the record has no such value; what is wrong is noted in the frame. */
    Optional<Value> of(Frame frame);

    /** Of which column it speaks, for messages. */
    String column();

    /** The first of these paths at which something stands. */
    record Path(List<String> paths) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            for (String path : paths) {
                Optional<Value> found = frame.at(path);
                if (found.isPresent()) return found;
            }
            return Optional.empty();
        }

        @Override
        public String column() {
            return paths.getFirst();
        }
    }

    record Constant(Value value) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            return Optional.of(value);
        }

        @Override
        public String column() {
            return "";
        }
    }

    /** A Liquid template; a text of blanks is none. */
    record Rendered(Template template) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            return switch (template.render(frame.forTemplates(), Frame.SETTINGS)) {
                case Rendering.Rendered(var text, var _) ->
                    text.isBlank() ? Optional.empty() : Optional.of(Value.of(text.strip()));
                case Rendering.Aborted(var reason) -> {
                    frame.flaw(new Flaw("", "", reason, true));
                    yield Optional.empty();
                }
                case Rendering.Failed(var problem) -> {
                    frame.flaw(new Flaw("", "", String.valueOf(problem.getMessage()), true));
                    yield Optional.empty();
                }
            };
        }

        @Override
        public String column() {
            return "";
        }
    }

    record Fields(Map<String, Expression> named) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            Value.Fields made = make(named, frame);
            return made.isEmpty() ? Optional.empty() : Optional.of(made);
        }

        @Override
        public String column() {
            return "";
        }

        static Value.Fields make(Map<String, Expression> named, Frame frame) {
            var made = new LinkedHashMap<String, Value>();
            named.forEach((name, expression) -> expression.of(frame).ifPresent(value -> made.put(name, value)));
            return new Value.Fields(made);
        }
    }

    /** An item for each one of a list in the record. */
    record Each(String path, Expression item) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            var items = new ArrayList<Value>();
            for (Value one : frame.items(path)) item.of(frame.inside(one)).ifPresent(items::add);
            return items.isEmpty() ? Optional.empty() : Optional.of(Value.of(items));
        }

        @Override
        public String column() {
            return path;
        }
    }

    /** A text parted into a list. */
    record Split(Expression inner, String by) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            Optional<Value> value = inner.of(frame);
            if (value.isEmpty() || !(value.get() instanceof Value.Text(var text))) return value;
            List<Value.Text> parts = Arrays.stream(text.split(java.util.regex.Pattern.quote(by), -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(Value::of)
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(Value.of(parts));
        }

        @Override
        public String column() {
            return inner.column();
        }
    }

    /**
     * Brought into the one form of its kind; what has none is noted and left out.
     *
     * @param take the part of the cleansed value that is meant; none means all of it
     */
    record Converted(Expression inner, Cleanser cleanser, Hints hints, Optional<String> take) implements Expression {
        private static final Optional<Value> AMBIGUOUS = Optional.of(Value.of(true));

        @Override
        public Optional<Value> of(Frame frame) {
            Optional<Value> value = inner.of(frame);
            if (value.isEmpty()) return value;
            if (value.get() instanceof Value.Items(var items)) {
                List<Value> converted = items.stream()
                        .flatMap(item -> one(item, frame).stream())
                        .toList();
                return Optional.of(Value.of(converted));
            }
            return one(value.get(), frame);
        }

        private Optional<Value> one(Value value, Frame frame) {
            String text = value instanceof Value.Text(var said) ? said : Json.write(value);
            Cleansed cleansed = cleanser.cleanse(text, hints);
            if (!cleansed.isValid()) {
                frame.flaw(new Flaw(column(), text, cleansed.reason().orElse("cannot be used"), false));
                return Optional.empty();
            }
            if (cleansed.value() instanceof Value.Fields parts
                    && parts.get("ambiguous").equals(AMBIGUOUS)) {
                frame.flaw(new Flaw(
                        column(), text, "can be read in two ways; say which with dates: dmy, mdy or ymd", false));
                return Optional.empty();
            }
            Optional<Value> after = take.isPresent() && cleansed.value() instanceof Value.Fields fields
                    ? fields.get(take.get())
                    : Optional.of(cleansed.value());
            after = after.filter(it -> it != Value.Nothing.NOTHING);
            if (after.isPresent() && !after.get().equals(value)) {
                frame.change(new Change(column(), text, after.get(), cleansed.changes()));
            }
            return after;
        }

        @Override
        public String column() {
            return inner.column();
        }
    }

    record WithDefault(Expression inner, Value value) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            return inner.of(frame).or(() -> Optional.of(value));
        }

        @Override
        public String column() {
            return inner.column();
        }
    }

    /** A row without it is rejected. */
    record Required(Expression inner) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            Optional<Value> value = inner.of(frame);
            if (value.isEmpty()) frame.reject(column(), "is empty, and required");
            return value;
        }

        @Override
        public String column() {
            return inner.column();
        }
    }

    /** May be missing, but a row in which it stands and cannot be used is rejected. */
    record Usable(Expression inner) implements Expression {
        @Override
        public Optional<Value> of(Frame frame) {
            Optional<Value> value = inner.of(frame);
            if (value.isEmpty() && frame.at(column()).isPresent()) frame.reject(column(), "cannot be used");
            return value;
        }

        @Override
        public String column() {
            return inner.column();
        }
    }
}
