package io.carillon.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server offers, from its reply to EHLO.
 *
 * @param offered parameters by keyword, both in upper case
 */
record Extensions(Map<String, String> offered) {
    static final Extensions NONE = new Extensions(Map.of());

    static Extensions of(SmtpReply hello) {
        Map<String, String> offered = new TreeMap<>();
        for (String line : hello.lines().subList(1, hello.lines().size())) {
            String text = line.strip().toUpperCase(Locale.ROOT);
            int end = text.indexOf(' ');
            if (end < 0) offered.put(text, "");
            else offered.put(text.substring(0, end), text.substring(end + 1).strip());
        }
        return new Extensions(offered);
    }

    boolean pipelining() {
        return offered.containsKey("PIPELINING");
    }

    boolean startTls() {
        return offered.containsKey("STARTTLS");
    }

    /** RFC 6531 comes with 8BITMIME. */
    boolean utf8() {
        return offered.containsKey("SMTPUTF8") && offered.containsKey("8BITMIME");
    }

    List<String> logins() {
        return List.of(offered.getOrDefault("AUTH", "").split(" +"));
    }

    /** Largest mail in bytes; {@link Long#MAX_VALUE} when it names none (RFC 1870). */
    long sizeBytesMax() {
        String size = offered.getOrDefault("SIZE", "");
        if (!size.matches("[0-9]{1,18}")) return Long.MAX_VALUE;
        long max = Long.parseLong(size);
        return max == 0 ? Long.MAX_VALUE : max;
    }

    String mailParameters(Letter.Written letter) {
        return (offered.containsKey("SIZE") ? " SIZE=" + letter.bytes().size() : "")
                + (letter.utf8() ? " BODY=8BITMIME SMTPUTF8" : "");
    }
}
