package io.carillon.connectors.mapping;

import io.carillon.cleanse.Hints;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.definition.DefinitionFile;
import io.carillon.core.definition.Field;
import io.carillon.core.definition.Section;
import io.carillon.core.definition.ValueTestReader;
import io.carillon.core.value.Value;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a mapping file. */
public final class MappingReader {
    private static final int ACTIONS_MAX = 100;

    private final Conversions conversions;
    private final ValueTestReader tests = new ValueTestReader(ZoneOffset.UTC);

    public MappingReader(Conversions conversions) {
        this.conversions = conversions;
    }

    /** Reads a text; {@code file} is its name, for messages. */
    public DefinitionFile.Read<Mapping> read(String file, String text) {
        return DefinitionFile.read(file, text, this::mapping);
    }

    private Optional<Mapping> mapping(Section section) {
        Optional<String> name =
                section.required("mapping", "a name, e.g. shop-customers").flatMap(Field::id);
        var actionReader = new ActionReader(
                new ExpressionReader(conversions, ExpressionReader.hints(section, Hints.NONE)), this::scope);
        List<String> topics = section.optional("consentTopics")
                .flatMap(Field::oneOrMore)
                .map(fields ->
                        fields.stream().flatMap(field -> field.id().stream()).toList())
                .orElse(List.of());
        Optional<List<Action>> actions = section.required("actions", "a list, e.g. - identify: {userId: Customer ID}")
                .flatMap(Field::items)
                .flatMap(items -> actions(items, actionReader));
        return name.flatMap(it -> actions.map(all -> new Mapping(it, topics, all)));
    }

    private static Optional<List<Action>> actions(List<Field> items, ActionReader reader) {
        if (items.size() > ACTIONS_MAX) {
            items.getLast().error("a mapping has at most %d actions".formatted(ACTIONS_MAX));
            return Optional.empty();
        }
        var actions = new ArrayList<Action>();
        for (Field item : items) reader.read(item).ifPresent(actions::add);
        return actions.size() == items.size() ? Optional.of(actions) : Optional.empty();
    }

    private Optional<Action.Scope> scope(Section section) {
        Optional<Field> eachField = section.optional("each");
        Optional<String> each = eachField.flatMap(Field::line);
        Optional<Field> whenField = section.optional("when");
        Optional<List<Where>> when = whenField.isEmpty() ? Optional.of(List.of()) : whenField.flatMap(this::when);
        boolean isComplete = eachField.isPresent() == each.isPresent() && when.isPresent();
        return isComplete ? Optional.of(new Action.Scope(each, when.get())) : Optional.empty();
    }

    /** One test of a column, or a list of which all must pass. */
    private Optional<List<Where>> when(Field field) {
        Optional<List<Field>> items = field.oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var all = new ArrayList<Where>();
        boolean complete = true;
        for (Field item : items.get()) {
            Optional<Section> part = item.section("path and a test, e.g. {path: Status, equals: active}");
            Optional<String> path =
                    part.flatMap(it -> it.required("path", "a column's name")).flatMap(Field::line);
            Optional<List<ValueTest>> passed = part.flatMap(tests::read);
            part.ifPresent(Section::close);
            if (path.isPresent() && passed.isPresent()) {
                for (ValueTest test : passed.get()) all.add(new Where(path.get(), test));
            } else {
                complete = false;
            }
        }
        return complete ? Optional.of(all) : Optional.empty();
    }

    /** A constant that a mapping may leave out. */
    static Expression constant(String text) {
        return new Expression.Constant(Value.of(text));
    }
}
