package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person's choices. Where there is none, the topic's default holds.
 *
 * @param choices at most {@value #CHOICES_MAX}; of more, every withdrawal outlives every subscription, then the latest stay
 */
public record Consents(SortedMap<Subscription, Consent> choices) {
    public static final Consents NONE = new Consents(new TreeMap<>());
    public static final int CHOICES_MAX = 1_000;

    private static final Comparator<Consent> KEPT_FIRST =
            Comparator.comparing(Consent::subscribed).thenComparing(Consent::at, Comparator.reverseOrder());

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
        var after = new TreeMap<>(choices);
        after.merge(subscription, consent, Consent::later);
        return new Consents(bounded(after));
    }

    public Consents merge(Consents other) {
        var merged = new TreeMap<>(choices);
        other.choices.forEach((subscription, consent) -> merged.merge(subscription, consent, Consent::later));
        return new Consents(bounded(merged));
    }

    private static SortedMap<Subscription, Consent> bounded(SortedMap<Subscription, Consent> choices) {
        if (choices.size() <= CHOICES_MAX) return choices;
        var kept = new TreeMap<Subscription, Consent>();
        choices.entrySet().stream()
                .sorted(Map.Entry.<Subscription, Consent>comparingByValue(KEPT_FIRST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CHOICES_MAX)
                .forEach(choice -> kept.put(choice.getKey(), choice.getValue()));
        return kept;
    }

    public void write(ByteWriter out) {
        out.map(choices, Subscription::write, Consent::write);
    }

    public static Consents read(ByteReader in) {
        return new Consents(in.sortedMap(Subscription::read, Consent::read));
    }
}
