package io.carillon.core.event;

/**
 * Names an event as its sender does, so that a repeat can be told from a new one.
 *
 * @param text 1 to {@value #LENGTH_MAX} characters
 */
public record MessageId(String text) implements Comparable<MessageId> {
    public static final int LENGTH_MAX = 100;

    public MessageId {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a messageId has 1 to %d characters, was %d".formatted(LENGTH_MAX, text.length()));
        }
    }

    @Override
    public int compareTo(MessageId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
