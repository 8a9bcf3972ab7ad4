package io.carillon.cleanse.url;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.domain.DomainNames;
import io.carillon.cleanse.text.Tidy;
import io.carillon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To the text of an address of a page: http or https, its host in lower-case ASCII, no default port, at least {@code /} as
 * path. Path, query and fragment stay as they were, but for what may not stand there, which is encoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>
 */
public final class UrlCleanser implements Cleanser {
    private static final Pattern SLIPPED =
            Pattern.compile("(?i)(https?)(?::/{1,5}|:|//+|;//|:\\\\\\\\)(?=[^/:\\\\\\d])");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern PORT_FIRST = Pattern.compile("\\d{1,5}(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("([^/?#\\\\]*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:]*)(?::(\\d*))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final String AROUND = "<>\"'\u201C\u201D";

    /** Allowed in a path, a query or a fragment; what else comes is encoded. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?#[]|";

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) {
            return Cleansed.invalid(input, "longer than %d characters".formatted(Cleansed.INPUT_LENGTH_MAX));
        }
        Tidy tidy = Tidy.of(input);
        var changes = new ArrayList<>(tidy.changes());
        String text = unwrapped(tidy.text(), changes);
        if (text.isEmpty()) return Cleansed.invalid(input, "empty, expected the address of a page");
        String scheme = "https";
        String rest = text;
        Matcher slipped = SLIPPED.matcher(text);
        Matcher other = SCHEME.matcher(text);
        if (slipped.lookingAt()) {
            scheme = slipped.group(1).toLowerCase(Locale.ROOT);
            rest = text.substring(slipped.end());
            if (!slipped.group().equals(scheme + "://")) changes.add("scheme put right");
        } else if (text.matches("(?is)https?://\\d.*")) {
            scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
            rest = text.substring(text.indexOf(':') + 3);
            if (!text.startsWith(scheme)) changes.add("scheme put right");
        } else if (text.startsWith("//")) {
            rest = text.substring(2);
            changes.add("scheme https added");
        } else if (other.matches()
                && !(other.group(1).contains(".")
                        && PORT_FIRST.matcher(other.group(2)).matches())) {
            return Cleansed.invalid(input, "scheme \"" + other.group(1) + "\", expected http or https");
        } else {
            changes.add("scheme https added");
        }
        return located(input, scheme, rest, changes);
    }

    private static String unwrapped(String text, List<String> changes) {
        int start = 0;
        int end = text.length();
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) start++;
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) end--;
        if (end - start < text.length()) changes.add("quotes removed");
        return Tidy.of(text.substring(start, end)).text();
    }

    private static Cleansed located(String input, String scheme, String rest, List<String> changes) {
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches()) return Cleansed.invalid(input, "no address of a page");
        String authority = parts.group(1);
        if (authority.indexOf('@') >= 0) {
            return Cleansed.invalid(input, "a user name before the host, or an e-mail address; expected a page");
        }
        Matcher host = HOST.matcher(authority);
        if (!host.matches()) return Cleansed.invalid(input, "\"" + authority + "\" is no host");
        Optional<String> name = name(host.group(1));
        if (name.isEmpty()) return Cleansed.invalid(input, "\"" + host.group(1) + "\" is no host");
        Optional<String> port = Optional.ofNullable(host.group(2)).filter(digits -> !digits.isEmpty());
        if (port.isPresent() && !isPort(port.get())) {
            return Cleansed.invalid(input, "port " + port.get() + ", expected 1 to 65535");
        }
        if (!name.get().equals(host.group(1))) {
            changes.add(host.group(1).chars().anyMatch(c -> c >= 0x80) ? "host in ASCII" : "host in lower case");
        }
        String shown = port.map(digits -> ":" + Integer.parseInt(digits))
                .filter(number -> !number.equals(scheme.equals("http") ? ":80" : ":443"))
                .orElse("");
        if (host.group(2) != null && shown.isEmpty()) changes.add("default port removed");
        String path = encoded(parts.group(2), changes);
        if (!path.startsWith("/")) path = "/" + path;
        var url = Value.of(scheme + "://" + name.get() + shown + path);
        return isNumber(name.get())
                ? Cleansed.valid(input, url, changes)
                : new Cleansed(input, url, changes, DomainNames.objection(name.get()));
    }

    private static boolean isPort(String digits) {
        if (digits.length() > 5) return false;
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65_535;
    }

    private static boolean isNumber(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    private static Optional<String> name(String host) {
        if (isNumber(host)) return Optional.of(host.toLowerCase(Locale.ROOT));
        return DomainNames.ascii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** Idempotent: what is encoded stays so. */
    private static String encoded(String path, List<String> changes) {
        var encoded = new StringBuilder();
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '%' && path.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                encoded.append('%');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else if (c == '\\') {
                encoded.append('/');
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append("%02X".formatted(octet & 0xFF));
                }
            }
            i = next;
        }
        if (!encoded.toString().equals(path)) changes.add("characters encoded");
        return encoded.toString();
    }
}
