package io.carillon.core.person;

/** Names a {@link Topic} as its definition does. */
public record TopicId(String text) implements Comparable<TopicId> {
    @Override
    public int compareTo(TopicId other) {
        return text.compareTo(other.text);
    }
}
