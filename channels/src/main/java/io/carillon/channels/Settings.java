package io.carillon.channels;

import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A provider's settings as given, read with errors that name them.
 *
 * @param place what they belong to, for errors
 */
record Settings(String place, Value.Fields plain, Map<String, String> secrets) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|m|h)");

    /** @throws IllegalArgumentException if a key is given that is not one of these */
    void only(String... known) {
        var unknown = new TreeSet<>(plain.fields().keySet());
        unknown.addAll(secrets.keySet());
        List.of(known).forEach(unknown::remove);
        if (unknown.isEmpty()) return;
        throw new IllegalArgumentException(place + ": unknown key \"" + unknown.first() + "\"; "
                + (known.length == 0 ? "it takes none" : "expected one of " + String.join(", ", known)));
    }

    Optional<String> text(String key) {
        if (secrets.containsKey(key)) return Optional.of(secrets.getOrDefault(key, ""));
        return plain.get(key).map(value -> switch (value) {
            case Value.Text(var text) -> text;
            case Value.Num(var number) -> number.toPlainString();
            default -> throw wrong(key, "a text or a number");
        });
    }

    String required(String key) {
        return text(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(place + ": \"" + key + "\" is missing"));
    }

    Optional<Integer> whole(String key) {
        return text(key).map(text -> {
            if (!text.matches("\\d{1,9}")) throw wrong(key, "a whole number");
            return Integer.valueOf(text);
        });
    }

    /** A list of texts; none when it is not given. */
    List<String> texts(String key) {
        return plain.get(key).stream()
                .flatMap(value -> value instanceof Value.Items(var items) ? items.stream() : Stream.of(value))
                .map(item -> item instanceof Value.Text(var text) ? text : item.toString())
                .toList();
    }

    Optional<Duration> duration(String key) {
        return text(key).map(text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) throw wrong(key, "a duration, e.g. 500ms or 10s");
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        });
    }

    IllegalArgumentException wrong(String key, String expected) {
        String value = secrets.containsKey(key)
                ? "(secret)"
                : String.valueOf(plain.fields().get(key));
        return new IllegalArgumentException(place + ": " + key + " " + value + " is not " + expected);
    }
}
