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
 * A person's choices. Where there is none, the topic's default holds, once they did something themselves: of somebody
 * who is only in our records nobody knows what they want.
 *
 * @param choices at most {@value #CHOICES_MAX}; of more, every withdrawal outlives every subscription, then the latest stay
 * @param met whether there was an event of their own
 */
public record Consents(SortedMap<Subscription, Consent> choices, boolean met) {
    /** Of somebody who has been here and chose nothing. */
    public static final Consents NONE = new Consents(new TreeMap<>(), true);

    /** Of somebody who has not been here. */
    public static final Consents UNKNOWN = new Consents(new TreeMap<>(), false);

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
                .orElse(met && !topic.optIn());
    }

    /** Nobody has said anything, neither they nor, by the topic's default, their coming here. */
    public boolean isUnknown(Topic topic, Channel channel) {
        return !met && choice(new Subscription(channel, topic.id())).isEmpty();
    }

    /** There was an event of their own. */
    public Consents meeting() {
        return met ? this : new Consents(choices, true);
    }

    public Consents with(Subscription subscription, Consent consent) {
        var after = new TreeMap<>(choices);
        after.merge(subscription, consent, Consent::later);
        return new Consents(bounded(after), met);
    }

    public Consents merge(Consents other) {
        var merged = new TreeMap<>(choices);
        other.choices.forEach((subscription, consent) -> merged.merge(subscription, consent, Consent::later));
        return new Consents(bounded(merged), met || other.met);
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
        out.flag(met);
    }

    public static Consents read(ByteReader in) {
        return new Consents(in.sortedMap(Subscription::read, Consent::read), in.flag());
    }

    /** As they were stored before there were imports: nobody was known who had not been here. */
    public static Consents readFirst(ByteReader in) {
        return new Consents(in.sortedMap(Subscription::read, Consent::read), true);
    }
}
