package io.carillon.channels.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param status in [200, 599]
 * @param headers by their name in small letters; of a name that repeats the first
 * @param excerpt how its body begins, on one line
 */
record HttpAnswer(int status, Map<String, String> headers, String excerpt) {
    private static final long SECONDS_MAX = Duration.ofDays(1).toSeconds();

    HttpAnswer {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    boolean isAccepted() {
        return status < 300;
    }

    /** For people: {@code 503, "try later"}. */
    String words() {
        if (status >= 300 && status < 400) return status + ", a redirect, which is not followed";
        return excerpt.isEmpty() ? String.valueOf(status) : status + ", \"" + excerpt + "\"";
    }

    /**
     * How long it asked us to wait, at most a day. An instant counts from the server's own {@code Date}: two clocks are
     * not compared.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
     */
    Optional<Duration> retryAfter() {
        String text = headers.getOrDefault("retry-after", "");
        if (text.matches("[0-9]{1,9}")) return Optional.of(limited(Long.parseLong(text)));
        Optional<Instant> until = date(text);
        Optional<Instant> now = date(headers.getOrDefault("date", ""));
        if (until.isEmpty() || now.isEmpty()) return Optional.empty();
        return Optional.of(
                limited(Math.max(0, Duration.between(now.get(), until.get()).toSeconds())));
    }

    private static Duration limited(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, SECONDS_MAX));
    }

    private static Optional<Instant> date(String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            var format = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            return Optional.of(ZonedDateTime.parse(text, format).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
