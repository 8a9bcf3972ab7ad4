package io.carillon.channels.email;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server said to one command.
 *
 * @param code three digits, in [200, 599]
 * @param lines the text of each line, without code
 */
record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s.*)?");
    private static final int SHOWN_MAX = 300;

    boolean isPositive() {
        return code < 300;
    }

    boolean isTransient() {
        return code >= 400 && code < 500;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    /** The enhanced status code, for example {@code 5.1.1} (RFC 3463). */
    Optional<String> enhanced() {
        Matcher matcher = ENHANCED.matcher(lines.getFirst());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    String text() {
        return String.join(" ", lines);
    }

    @Override
    public String toString() {
        String shown = HeaderText.oneLine(code + " " + text());
        return shown.length() <= SHOWN_MAX ? shown : shown.substring(0, SHOWN_MAX) + "…";
    }
}
