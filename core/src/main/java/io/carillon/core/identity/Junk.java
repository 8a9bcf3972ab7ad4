package io.carillon.core.identity;

import com.google.re2j.Pattern;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Values that stand where an identifier should and name nobody. Linking people by them would merge strangers.
 *
 * @param values of the company's own, in lower case, besides the built-in ones
 * @param patterns of the company's own; a value that one matches as a whole is junk
 * @param roleAddresses local parts of e-mail addresses that a team reads: good to write to, but they link nobody
 */
public record Junk(SortedSet<String> values, List<Pattern> patterns, SortedSet<String> roleAddresses) {
    public static final int VALUES_MAX = 1_000;
    public static final int PATTERNS_MAX = 100;

    /** RFC 2142's, and those that shops meet. */
    public static final SortedSet<String> ROLE_ADDRESSES = words(
            "abuse",
            "accounting",
            "accounts",
            "admin",
            "administrator",
            "billing",
            "contact",
            "do-not-reply",
            "donotreply",
            "einkauf",
            "enquiries",
            "ftp",
            "help",
            "helpdesk",
            "hostmaster",
            "info",
            "invoice",
            "invoices",
            "jobs",
            "kontakt",
            "mail",
            "mailer-daemon",
            "marketing",
            "news",
            "newsletter",
            "no-reply",
            "no_reply",
            "noc",
            "noreply",
            "office",
            "orders",
            "postmaster",
            "privacy",
            "purchasing",
            "rechnung",
            "root",
            "sales",
            "security",
            "service",
            "shop",
            "support",
            "team",
            "usenet",
            "webmaster",
            "www");

    public static final Junk DEFAULT = new Junk(Collections.emptySortedSet(), List.of(), ROLE_ADDRESSES);

    private static final SortedSet<String> WORDS = words(
            "null",
            "(null)",
            "<null>",
            "undefined",
            "none",
            "nil",
            "nan",
            "n/a",
            "na",
            "unknown",
            "anonymous",
            "guest",
            "true",
            "false",
            "-1",
            "{}",
            "[]",
            "[object object]");
    private static final SortedSet<String> EMPTY_LOCAL_PARTS = words("null", "undefined", "none");
    private static final Pattern TEST_EMAIL = Pattern.compile("test@test(\\..*)?");
    private static final int WORD_LENGTH_MAX = 20;
    private static final int SAME_LETTERS_MIN = 3;

    /** Shorter ones are numbers that databases give: there is a customer 7777. */
    private static final int SAME_DIGITS_MIN = 8;

    public Junk {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        patterns = List.copyOf(patterns);
        roleAddresses = Collections.unmodifiableSortedSet(new TreeSet<>(roleAddresses));
    }

    /** Whether it must not link anybody. */
    public boolean covers(Identifier identifier) {
        String value = identifier.kind() == IdentifierKind.EXTERNAL
                ? identifier.value().substring(identifier.value().indexOf(':') + 1)
                : identifier.value();
        return covers(value)
                || (identifier.kind() == IdentifierKind.EMAIL
                        && (EMPTY_LOCAL_PARTS.contains(localPart(value)) || isRoleAddress(identifier)))
                || (identifier.kind() == IdentifierKind.PHONE && isSame(value.substring(1), 4));
    }

    /** Whether a text could be nobody's identifier, of whatever kind. */
    public boolean covers(String value) {
        String text = value.strip();
        if (text.isEmpty() || hasUnprintable(value) || isZeros(text)) return true;
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.length() <= WORD_LENGTH_MAX && WORDS.contains(lower)) return true;
        if (isSame(lower, Character.isDigit(lower.charAt(0)) ? SAME_DIGITS_MIN : SAME_LETTERS_MIN)) return true;
        return TEST_EMAIL.matches(lower)
                || values.contains(lower)
                || patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }

    public boolean isRoleAddress(Identifier identifier) {
        return identifier.kind() == IdentifierKind.EMAIL && roleAddresses.contains(localPart(identifier.value()));
    }

    private static String localPart(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    /** {@code 0}, {@code 0000}, an all-zero UUID. */
    private static boolean isZeros(String text) {
        return text.chars().allMatch(c -> c == '0' || c == '-');
    }

    /** {@code xxx}, {@code ......}, {@code 99999999}. */
    private static boolean isSame(String text, int lengthMin) {
        return text.length() >= lengthMin && text.chars().allMatch(c -> c == text.charAt(0));
    }

    /** No id has these; a replacement character stands for what was lost, so two such ids may be two people's. */
    private static boolean hasUnprintable(String text) {
        return text.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == '\uFFFD');
    }

    private static SortedSet<String> words(String... words) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(words)));
    }

    /** As {@link #values} are compared. */
    public static SortedSet<String> lowerCase(Collection<String> values) {
        var lower = new TreeSet<String>();
        for (String value : values) lower.add(value.strip().toLowerCase(Locale.ROOT));
        return lower;
    }
}
