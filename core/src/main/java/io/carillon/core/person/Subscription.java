package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Comparator;

/** What a person can choose: a topic on a channel. */
public record Subscription(Channel channel, TopicId topic) implements Comparable<Subscription> {
    private static final Comparator<Subscription> ORDER =
            Comparator.comparing(Subscription::channel).thenComparing(Subscription::topic);

    @Override
    public int compareTo(Subscription other) {
        return ORDER.compare(this, other);
    }

    public void write(ByteWriter out) {
        out.constant(channel);
        out.text(topic.text());
    }

    public static Subscription read(ByteReader in) {
        return new Subscription(in.constant(Channel.class), new TopicId(in.text()));
    }
}
