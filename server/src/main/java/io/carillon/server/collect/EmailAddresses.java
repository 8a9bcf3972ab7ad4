package io.carillon.server.collect;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** The one form in which an e-mail address is an identifier: trimmed, lower case, its domain in ASCII. */
public final class EmailAddresses {
    private static final int LENGTH_MAX = 254;
    private static final int LOCAL_LENGTH_MAX = 64;

    private EmailAddresses() {}

    /** Empty when the text is clearly no address. It is no judgement whether somebody reads mail there. */
    public static Optional<String> normalise(String text) {
        if (text.length() > 2 * LENGTH_MAX) return Optional.empty();
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at > LOCAL_LENGTH_MAX) return Optional.empty();
        String local = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
        if (!isLocalPart(local)) return Optional.empty();
        return domain(trimmed.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= LENGTH_MAX);
    }

    private static boolean isLocalPart(String local) {
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) return false;
        return local.chars()
                .noneMatch(c -> c <= ' ' || c == 0x7F || "()<>[]:;,@\\\"".indexOf(c) >= 0 || Character.isWhitespace(c));
    }

    private static Optional<String> domain(String text) {
        String domain = text;
        if (text.chars().anyMatch(c -> c >= 0x80)) {
            try {
                domain = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        domain = domain.toLowerCase(Locale.ROOT);
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2) return Optional.empty();
        for (String label : labels) {
            if (!isLabel(label)) return Optional.empty();
        }
        String last = labels[labels.length - 1];
        boolean word = last.length() >= 2 && last.chars().anyMatch(c -> c >= 'a');
        return word ? Optional.of(domain) : Optional.empty();
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) return false;
        return label.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }
}
