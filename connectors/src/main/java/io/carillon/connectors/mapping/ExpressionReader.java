package io.carillon.connectors.mapping;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.definition.Field;
import io.carillon.core.definition.Section;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how a value is made. A text is a column's name, or a template when it has two braces; a number, true and
 * false are themselves; a list names columns of which the first that is not empty counts; everything else has keys.
 */
final class ExpressionReader {
    private static final List<String> HEADS = List.of("path", "constant", "template", "each", "fields");

    private final Conversions conversions;
    private final Hints hints;

    ExpressionReader(Conversions conversions, Hints hints) {
        this.conversions = conversions;
        this.hints = hints;
    }

    Optional<Expression> read(Field field) {
        if (field.isSection()) {
            Optional<Section> section = field.section("");
            Optional<Expression> read = section.flatMap(it -> read(field, it));
            section.ifPresent(Section::close);
            return read;
        }
        if (field.isList()) return paths(field);
        return field.value().flatMap(value -> switch (value) {
            case Value.Text(var text) when isTemplate(text) -> template(field, text);
            case Value.Text(var text) -> Optional.of(new Expression.Path(List.of(text)));
            default -> Optional.of(new Expression.Constant(value));
        });
    }

    /** Each under its own name. */
    Optional<Map<String, Expression>> all(Section section) {
        var read = new LinkedHashMap<String, Expression>();
        boolean complete = true;
        for (Field field : section.all()) {
            Optional<Expression> expression = read(field);
            expression.ifPresent(it -> read.put(field.name(), it));
            complete &= expression.isPresent();
        }
        return complete ? Optional.of(read) : Optional.empty();
    }

    private Optional<Expression> read(Field field, Section section) {
        List<Field> heads =
                HEADS.stream().flatMap(name -> section.optional(name).stream()).toList();
        if (heads.size() != 1) {
            field.error("\"%s\" has %s; expected one of %s"
                    .formatted(
                            field.name(),
                            heads.isEmpty()
                                    ? "nothing that says where its value comes from"
                                    : "more than one place where its value comes from",
                            String.join(", ", HEADS)));
            return Optional.empty();
        }
        Optional<Expression> expression = head(heads.getFirst(), section);
        Optional<Field> split = section.optional("split");
        if (split.isPresent()) {
            Optional<String> by = split.get().text().filter(text -> !text.isEmpty());
            if (by.isEmpty()) split.get().error("split needs what stands between the parts, e.g. \",\"");
            expression = expression.flatMap(inner -> by.map(text -> new Expression.Split(inner, text)));
        }
        expression = converted(section, expression);
        Optional<Field> otherwise = section.optional("default");
        if (otherwise.isPresent()) {
            Optional<Value> value = otherwise.get().value();
            expression = expression.flatMap(inner -> value.map(it -> new Expression.WithDefault(inner, it)));
        }
        boolean required = section.optional("required").flatMap(Field::flag).orElse(false);
        return required ? expression.map(Expression.Required::new) : expression;
    }

    private Optional<Expression> head(Field head, Section section) {
        return switch (head.name()) {
            case "path" -> paths(head);
            case "constant" -> head.value().map(Expression.Constant::new);
            case "template" -> head.text().flatMap(text -> template(head, text));
            case "each" -> {
                Optional<String> path = head.line();
                Optional<Expression> item = section.required("item", "what each item becomes, e.g. {sku: sku}")
                        .flatMap(this::item);
                yield path.flatMap(it -> item.map(expression -> new Expression.Each(it, expression)));
            }
            default -> head.section("names and values").flatMap(this::all).map(Expression.Fields::new);
        };
    }

    /** Named values, or one value: then it has a head of its own. */
    private Optional<Expression> item(Field field) {
        if (!field.isSection()) return read(field);
        Optional<Section> section = field.section("");
        if (section.isEmpty()) return Optional.empty();
        boolean isOne = HEADS.stream().anyMatch(section.get()::has);
        return isOne ? read(field) : all(section.get()).map(Expression.Fields::new);
    }

    private Optional<Expression> paths(Field field) {
        Optional<List<Field>> items = field.oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var paths = new ArrayList<String>();
        for (Field item : items.get()) item.line().ifPresent(paths::add);
        return paths.size() == items.get().size() ? Optional.of(new Expression.Path(paths)) : Optional.empty();
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    private static Optional<Expression> template(Field field, String text) {
        try {
            return Optional.of(new Expression.Rendered(Template.parse(text)));
        } catch (TemplateException e) {
            field.error("\"%s\" is not a template: %s".formatted(field.name(), e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Expression> converted(Section section, Optional<Expression> inner) {
        Optional<Field> as = section.optional("as");
        Optional<Field> take = section.optional("take");
        Hints own = hints(section, hints);
        if (as.isEmpty()) {
            take.ifPresent(field -> field.error("take is of what \"as\" makes; expected as: KIND beside it"));
            return inner;
        }
        Optional<Kind> kind = as.get().word(conversions.words()).flatMap(Kind::ofWord);
        Optional<String> part = take.isPresent() ? take.flatMap(Field::line) : kind.flatMap(Conversions::partOf);
        if (kind.isEmpty() || inner.isEmpty()) return Optional.empty();
        Cleanser cleanser = conversions.of(kind.get()).orElseThrow();
        return Optional.of(
                new Expression.Converted(inner.get(), cleanser, own, part.filter(name -> !name.equals("all"))));
    }

    /** {@code country} and {@code dates}, over what holds around them. */
    static Hints hints(Section section, Hints around) {
        Hints hints = around;
        Optional<String> country = section.optional("country").flatMap(Field::line);
        if (country.isPresent()) hints = hints.withCountry(country.get().toUpperCase(Locale.ROOT));
        Optional<String> order = section.optional("dates").flatMap(field -> field.word(List.of("dmy", "mdy", "ymd")));
        return order.isPresent() ? hints.withOrder(DateOrder.valueOf(order.get().toUpperCase(Locale.ROOT))) : hints;
    }
}
