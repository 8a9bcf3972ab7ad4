package io.carillon.cleanse.domain;

import io.carillon.cleanse.text.Tidy;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of hosts in the form in which they are asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5891">RFC 5891 (IDNA 2008)</a>
 */
public final class DomainNames {
    /** In ASCII, without the root's dot. */
    public static final int LENGTH_MAX = 253;

    private static final int LABEL_LENGTH_MAX = 63;
    private static final Pattern DOTS = Pattern.compile("[\u3002\uFF0E\uFF61]");

    /** Names that the network never resolves, or only on one machine, in one house, in one program. */
    private static final List<String> RESERVED =
            List.of("test", "invalid", "localhost", "local", "onion", "alt", "home.arpa", "internal");

    private DomainNames() {}

    /**
     * Lower case, each label in ASCII; empty when it is no name at all. A sharp s and a final sigma stay letters of their
     * own: what registries made another name is another name.
     */
    public static Optional<String> ascii(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) return Optional.empty();
        String name = Tidy.isAscii(text) ? text.toLowerCase(Locale.ROOT) : composed(text);
        var ascii = new StringBuilder();
        for (String label : name.split("\\.", -1)) {
            Optional<String> encoded = label(label);
            if (encoded.isEmpty()) return Optional.empty();
            if (!ascii.isEmpty()) ascii.append('.');
            ascii.append(encoded.get());
        }
        return ascii.length() <= LENGTH_MAX ? Optional.of(ascii.toString()) : Optional.empty();
    }

    private static String composed(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(DOTS.matcher(text).replaceAll("."), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKC);
    }

    private static Optional<String> label(String label) {
        if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) return Optional.empty();
        boolean plain = Tidy.isAscii(label);
        if (!label.codePoints().allMatch(DomainNames::isOfLabel)) return Optional.empty();
        String encoded = plain ? label : "xn--" + Punycode.encode(label);
        return encoded.length() <= LABEL_LENGTH_MAX ? Optional.of(encoded) : Optional.empty();
    }

    private static boolean isOfLabel(int c) {
        if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    // No registry of today's rules gives a heart away, but some did, and mail arrives there.
                    Character.OTHER_SYMBOL -> true;
            default -> c == 0xB7 || c == 0x30FB || c == 0x200C || c == 0x200D;
        };
    }

    /**
     * Whether a name in ASCII can be a host on the internet.
     *
     * @return what speaks against it, for people
     */
    public static Optional<String> objection(String ascii) {
        String last = ascii.substring(ascii.lastIndexOf('.') + 1);
        if (last.length() == ascii.length()) return Optional.of("\"" + ascii + "\" has no top-level domain");
        if (last.length() < 2 || last.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return Optional.of("\"" + last + "\" is no top-level domain");
        }
        return reserved(ascii).map(name -> "\"." + name + "\" is reserved: no mail or page is there");
    }

    /**
     * By RFC 6761, 6762 (local), 7686 (onion), 8375 (home.arpa), 9476 (alt).
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6761">RFC 6761</a>
     */
    private static Optional<String> reserved(String ascii) {
        return RESERVED.stream()
                .filter(name -> ascii.equals(name) || ascii.endsWith("." + name))
                .findFirst();
    }
}
