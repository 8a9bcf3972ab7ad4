package io.carillon.core.definition;

import io.carillon.core.condition.Window;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value under its key. Every reading method answers empty after it has reported what is wrong.
 *
 * @param name the key, for messages
 * @param key where the key stands, or the value again where there is none
 */
public record Field(Report report, String name, Node key, Node node) {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d|w)");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final int NUMBER_LENGTH_MAX = 60;
    private static final int SHOWN_MAX = 60;
    private static final int LINE_MAX = 500;

    public void error(String message) {
        report.error(node, message);
    }

    /** {@code segments/vips.yaml:3:9}. */
    String place() {
        return report.place(node);
    }

    /** Whether it has keys of its own. */
    public boolean isSection() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Any scalar, as it is written. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar) {
            if (!scalar.getTag().equals(Tag.NULL)) return Optional.of(scalar.getValue());
            error("\"%s\" is empty".formatted(name));
        } else {
            error("\"%s\" is not a text; text that begins with { or [ needs quotes".formatted(name));
        }
        return Optional.empty();
    }

    /** A text with something in it, on one line, such as an event's name. */
    public Optional<String> line() {
        Optional<String> text = text();
        if (text.isEmpty()) return text;
        String line = text.get();
        if (line.isBlank() || line.length() > LINE_MAX || line.chars().anyMatch(c -> c < ' ')) {
            error("%s is not a line of text of at most %d characters".formatted(quoted(line), LINE_MAX));
            return Optional.empty();
        }
        return text;
    }

    /** The name that it gives a definition, if it can be one; reports nothing. */
    Optional<String> idIfAny() {
        return node instanceof ScalarNode scalar
                        && ID.matcher(scalar.getValue()).matches()
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** What names a definition. */
    public Optional<String> id() {
        return matching(ID, "a name; expected letters, digits, . _ - (at most 100), e.g. cart-reminder");
    }

    Optional<Duration> duration() {
        Optional<String> text = text();
        if (text.isEmpty()) return Optional.empty();
        Optional<Duration> duration = duration(text.get());
        if (duration.isEmpty()) error("%s is not a duration; expected e.g. 2h, 3d".formatted(quoted(text.get())));
        return duration;
    }

    /** {@code 0s 500ms 2s 15m 1h 3d 2w}, at most 36500d. */
    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(amount * 7);
        };
        return Optional.of(duration).filter(it -> it.compareTo(Window.ROLLING_MAX) <= 0);
    }

    /** {@code "21:00"}, on a 24-hour clock. */
    Optional<LocalTime> timeOfDay() {
        Optional<String> text = text();
        if (text.isEmpty()) return Optional.empty();
        Optional<LocalTime> time = HoursOfDay.time(text.get());
        if (time.isEmpty()) error("%s is not a time of day; expected e.g. \"21:00\"".formatted(quoted(text.get())));
        return time;
    }

    Optional<Integer> whole(int min, int max) {
        Optional<String> text = text();
        if (text.isEmpty()) return Optional.empty();
        if (WHOLE.matcher(text.get()).matches()) {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) return Optional.of(number);
        }
        error("%s is not a whole number from %d to %d".formatted(quoted(text.get()), min, max));
        return Optional.empty();
    }

    Optional<BigDecimal> number() {
        Optional<String> text = text();
        if (text.isEmpty()) return Optional.empty();
        Optional<BigDecimal> number = number(text.get());
        if (number.isEmpty()) error("%s is not a number".formatted(quoted(text.get())));
        return number;
    }

    public Optional<Boolean> flag() {
        return word(List.of("true", "false")).map("true"::equals);
    }

    public Optional<String> word(List<String> words) {
        Optional<String> text = text();
        if (text.isEmpty() || words.contains(text.get())) return text;
        error("%s is unknown; %s".formatted(quoted(text.get()), Spelling.hint(text.get(), words)));
        return Optional.empty();
    }

    public Optional<Section> section(String expected) {
        if (node instanceof MappingNode mapping) return Optional.of(new Section(report, mapping));
        error("\"%s\" has no keys of its own; expected %s".formatted(name, expected));
        return Optional.empty();
    }

    /** The items of a list that is not empty. */
    public Optional<List<Field>> items() {
        if (!(node instanceof SequenceNode sequence)) {
            error("\"%s\" is not a list; expected [a, b] or lines that begin with -".formatted(name));
            return Optional.empty();
        }
        if (sequence.getValue().isEmpty()) {
            error("\"%s\" is an empty list; expected at least one item".formatted(name));
            return Optional.empty();
        }
        return Optional.of(sequence.getValue().stream()
                .map(item -> new Field(report, name, item, item))
                .toList());
    }

    /** The items of a list, or the one value as the only item. */
    public Optional<List<Field>> oneOrMore() {
        return node instanceof SequenceNode ? items() : Optional.of(List.of(this));
    }

    /** A value to compare with: text, number, true or false, or a list of these. */
    public Optional<Value> value() {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode _ -> items().flatMap(Field::values).map(Value::of);
            default -> {
                error("\"%s\" is not a value; expected a text, a number, true, false, or a list".formatted(name));
                yield Optional.empty();
            }
        };
    }

    static Optional<List<Value>> values(List<Field> fields) {
        var values = new ArrayList<Value>();
        for (Field field : fields) field.value().ifPresent(values::add);
        return values.size() == fields.size() ? Optional.of(values) : Optional.empty();
    }

    Optional<String> matching(Pattern pattern, String expected) {
        Optional<String> text = text();
        if (text.isEmpty() || pattern.matcher(text.get()).matches()) return text;
        error("%s is not %s".formatted(quoted(text.get()), expected));
        return Optional.empty();
    }

    /** {@code wait "2x"}. */
    String quoted(String text) {
        return "%s \"%s\"".formatted(name, shown(text));
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "␣");
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }

    private Optional<Value> scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) return Optional.of(Value.of("true".equals(scalar.getValue())));
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) return number().map(Value::of);
        return text().map(Value::of);
    }

    static Optional<BigDecimal> number(String text) {
        if (text.length() > NUMBER_LENGTH_MAX) return Optional.empty();
        try {
            BigDecimal number = new BigDecimal(text);
            // Beyond, arithmetic takes memory in proportion to the exponent.
            return Math.abs((long) number.scale()) <= 1_000 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
