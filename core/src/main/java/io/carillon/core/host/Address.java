package io.carillon.core.host;

/**
 * Where an entity lives, and the key by which hosts place it: {@code user:42}, {@code endpoint:email:jane@x.org}.
 *
 * @param text {@code KIND:KEY}, both non-empty, at most {@value #LENGTH_MAX} characters
 */
public record Address(String text) implements Comparable<Address> {
    public static final int LENGTH_MAX = 1_000;

    public Address {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("an address is KIND:KEY of at most %d characters, was \"%s\""
                    .formatted(LENGTH_MAX, text.length() > 80 ? text.substring(0, 80) + "…" : text));
        }
    }

    public static Address of(String kind, String key) {
        return new Address(kind + ":" + key);
    }

    /** The text before the first colon: it says which {@link EntityKind} lives here. */
    public String kind() {
        return text.substring(0, text.indexOf(':'));
    }

    public String key() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public int compareTo(Address other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
