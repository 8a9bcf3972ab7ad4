package io.carillon.server.api;

import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of a list a request asks for by {@code ?limit=} and {@code ?cursor=}.
 *
 * @param limit how many items, 1 to {@value #LIMIT_MAX}
 * @param after the key after which to begin; empty text for the beginning
 */
public record Paging(int limit, String after) {
    public static final int LIMIT_MAX = 1_000;
    private static final int LIMIT_DEFAULT = 50;
    private static final int CURSOR_LENGTH_MAX = 4_000;
    /** Senders shall not build cursors of their own: what is inside may change. */
    private static final String MARK = "1:";

    /** What came of reading it. */
    public sealed interface Asked {
        record For(Paging paging) implements Asked {}

        record Wrongly(Answer answer) implements Asked {}
    }

    public static Asked of(Request request) {
        Optional<String> limit = request.query("limit");
        if (limit.isPresent() && !limit.get().matches("[1-9][0-9]{0,3}")) return wrongLimit(limit.get());
        int number = limit.map(Integer::parseInt).orElse(LIMIT_DEFAULT);
        if (number > LIMIT_MAX) return wrongLimit(limit.orElse(""));
        Optional<String> cursor = request.query("cursor");
        Optional<String> after = cursor.isEmpty() ? Optional.of("") : cursor.flatMap(Paging::key);
        return after.<Asked>map(key -> new Asked.For(new Paging(number, key)))
                .orElseGet(() -> new Asked.Wrongly(
                        Answer.error(400, "bad_cursor", "cursor must be the \"next\" of an earlier answer")));
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> key(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) return Optional.empty();
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(MARK) ? Optional.of(text.substring(MARK.length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Asked wrongLimit(String limit) {
        String shown = limit.length() > 20 ? limit.substring(0, 20) + "…" : limit;
        return new Asked.Wrongly(Answer.error(
                400, "bad_limit", "limit \"%s\" is not a number from 1 to %d".formatted(shown, LIMIT_MAX)));
    }
}
