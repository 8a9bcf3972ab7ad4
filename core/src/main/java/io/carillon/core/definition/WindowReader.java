package io.carillon.core.definition;

import io.carillon.core.condition.Range;
import io.carillon.core.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** When something happened: {@code within}, {@code during}, or {@code from} and {@code until}. */
final class WindowReader {
    /**
     * When something happened.
     *
     * @param window moves with time
     * @param range does not
     */
    record When(Window window, Range range) {
        static final When EVER = new When(Window.EVER, Range.EVER);
    }

    private static final List<String> UNITS = List.of("day", "week", "month", "quarter", "year");
    private static final Pattern PERIOD =
            Pattern.compile("(this|last|last ([1-9][0-9]{0,3})) (day|week|month|quarter|year)(s?)");
    private static final String DURING = "expected today, yesterday, this week, last month, last 3 months"
            + " (day, week, month, quarter, year), or e.g. {months: [-5, -3]}";

    private final ZoneId zone;

    /** @param zone whose clock dates without a zone are on */
    WindowReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Ever, when there is none; empty after reporting what is wrong. */
    Optional<When> read(Section section) {
        Optional<Field> within = section.optional("within");
        Optional<Field> during = section.optional("during");
        Optional<Field> from = section.optional("from");
        Optional<Field> until = section.optional("until");
        boolean isRange = from.isPresent() || until.isPresent();
        int windows = (within.isPresent() ? 1 : 0) + (during.isPresent() ? 1 : 0) + (isRange ? 1 : 0);
        if (windows > 1) {
            section.error("has more than one window; expected within, or during, or from and until");
            return Optional.empty();
        }
        if (within.isPresent()) return within(within.get()).map(window -> new When(window, Range.EVER));
        if (during.isPresent()) return during(during.get()).map(window -> new When(window, Range.EVER));
        if (isRange) return range(from, until).map(range -> new When(Window.EVER, range));
        return Optional.of(When.EVER);
    }

    private static Optional<Window> within(Field field) {
        Optional<Duration> within = field.duration();
        if (within.isEmpty()) return Optional.empty();
        if (within.get().isPositive()) return within.map(Window.Rolling::new);
        field.error("within is a window longer than 0s; expected e.g. 30d");
        return Optional.empty();
    }

    private static Optional<Window> during(Field field) {
        if (field.node() instanceof MappingNode) return periods(field);
        Optional<String> text = field.text();
        if (text.isEmpty()) return Optional.empty();
        Optional<Window> window = period(text.get());
        if (window.isEmpty()) field.error("%s is unknown; %s".formatted(field.quoted(text.get()), DURING));
        return window;
    }

    private static Optional<Window> period(String text) {
        if (text.equals("today")) return Optional.of(new Window.Calendar(Window.Unit.DAY, 0, 0));
        if (text.equals("yesterday")) return Optional.of(new Window.Calendar(Window.Unit.DAY, -1, -1));
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        Window.Unit unit = unit(matcher.group(3));
        String number = matcher.group(2);
        if (number == null) {
            int which = matcher.group(1).equals("this") ? 0 : -1;
            return matcher.group(4).isEmpty() ? Optional.of(new Window.Calendar(unit, which, which)) : Optional.empty();
        }
        int periods = Integer.parseInt(number);
        if (periods > Window.Calendar.PERIODS_MAX) return Optional.empty();
        return Optional.of(new Window.Calendar(unit, -periods, -1));
    }

    /** {@code months: [-5, -3]}: counted from the one of now. */
    private static Optional<Window> periods(Field field) {
        Optional<Section> section = field.section("e.g. {months: [-5, -3]}");
        if (section.isEmpty()) return Optional.empty();
        Optional<Window> window = Optional.empty();
        int asked = 0;
        for (String unit : UNITS) {
            Optional<Field> bounds = section.get().optional(unit + "s");
            if (bounds.isEmpty()) continue;
            asked++;
            window = bounds.flatMap(it -> bounds(it, unit(unit)));
        }
        if (asked != 1 && !section.get().hasNearly(UNITS)) section.get().error("is not one kind of period; " + DURING);
        section.get().close();
        return asked == 1 ? window : Optional.empty();
    }

    private static Optional<Window> bounds(Field field, Window.Unit unit) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) return Optional.empty();
        if (items.get().size() != 2) {
            field.error("\"%s\" is not the first and the last period; expected e.g. [-5, -3]".formatted(field.name()));
            return Optional.empty();
        }
        Optional<Integer> from = items.get().getFirst().whole(-Window.Calendar.PERIODS_MAX, 0);
        Optional<Integer> to = items.get().getLast().whole(-Window.Calendar.PERIODS_MAX, 0);
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        if (from.get() <= to.get()) return Optional.of(new Window.Calendar(unit, from.get(), to.get()));
        field.error("%s [%d, %d] ends before it begins; expected the earlier one first"
                .formatted(field.name(), from.get(), to.get()));
        return Optional.empty();
    }

    private Optional<Range> range(Optional<Field> from, Optional<Field> until) {
        Optional<Instant> first =
                from.flatMap(field -> DateBound.read(field, zone)).map(DateBound::begins);
        Optional<Instant> end =
                until.flatMap(field -> DateBound.read(field, zone)).map(DateBound::until);
        if (from.isPresent() != first.isPresent() || until.isPresent() != end.isPresent()) return Optional.empty();
        if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
            until.get().error("until is not after from; expected a later date");
            return Optional.empty();
        }
        return Optional.of(new Range(first, end));
    }

    private static Window.Unit unit(String word) {
        return Window.Unit.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
