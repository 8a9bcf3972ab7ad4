package io.carillon.core.message;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a webhook goes: {@code https}, or {@code http} within a private network. Without login and fragment. */
public record WebhookUrl(URI uri) {
    public static final String EXPECTED = "an address such as https://hooks.example.com/carillon";
    private static final int LENGTH_MAX = 2_000;
    private static final int PORT_MAX = 65_535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    public static Optional<WebhookUrl> of(String text) {
        if (text.length() > LENGTH_MAX || !text.chars().allMatch(c -> c > ' ' && c <= '~')) return Optional.empty();
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean fits = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && host != null
                    && HOST.matcher(host).matches()
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= PORT_MAX;
            return fits ? Optional.of(new WebhookUrl(uri)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean isProtected() {
        return "https".equals(uri.getScheme());
    }

    /** Name or address; an IPv6 address without its brackets. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        if (uri.getPort() > 0) return uri.getPort();
        return isProtected() ? 443 : 80;
    }

    /** Host and port as HTTP's {@code Host} has them. */
    public String authority() {
        return uri.getRawAuthority();
    }

    /** Path and query as HTTP's request line has them. */
    public String target() {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** Without the query, in which there may be a token. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
