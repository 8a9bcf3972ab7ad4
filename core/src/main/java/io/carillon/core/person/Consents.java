package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A person's choices. Where there is none, the topic's default holds. */
public record Consents(SortedMap<Subscription, Consent> choices) {
    public static final Consents NONE = new Consents(new TreeMap<>());
    public static final int CHOICES_MAX = 1_000;

    public Consents {
        choices = Collections.unmodifiableSortedMap(choices);
    }

    public Optional<Consent> choice(Subscription subscription) {
        return Optional.ofNullable(choices.get(subscription));
    }

    public boolean allow(Topic topic, Channel channel) {
        return choice(new Subscription(channel, topic.id()))
                .map(Consent::subscribed)
                .orElse(!topic.optIn());
    }

    public Consents with(Subscription subscription, Consent consent) {
        if (choices.size() >= CHOICES_MAX && !choices.containsKey(subscription)) {
            throw new IllegalStateException("a person has at most %d choices".formatted(CHOICES_MAX));
        }
        var after = new TreeMap<>(choices);
        after.merge(subscription, consent, Consent::later);
        return new Consents(after);
    }

    public Consents merge(Consents other) {
        var merged = new TreeMap<>(choices);
        other.choices.forEach((subscription, consent) -> merged.merge(subscription, consent, Consent::later));
        return new Consents(merged);
    }

    public void write(ByteWriter out) {
        out.map(choices, Subscription::write, Consent::write);
    }

    public static Consents read(ByteReader in) {
        return new Consents(in.sortedMap(Subscription::read, Consent::read));
    }
}
