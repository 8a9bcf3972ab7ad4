package io.carillon.core.definition;

import io.carillon.core.person.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The providers that there are, and the channels that each can carry. */
public enum Carrier {
    SMTP,
    WEBHOOK,
    SANDBOX;

    /** As it stands in a channel's file under {@code provider}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Carrier> ofWord(String word) {
        return Arrays.stream(values())
                .filter(carrier -> carrier.word().equals(word))
                .findFirst();
    }

    public boolean carries(Channel channel) {
        return switch (this) {
            case SMTP -> channel == Channel.EMAIL;
            case WEBHOOK -> channel == Channel.WEBHOOK;
            case SANDBOX -> true;
        };
    }

    /** Those of a channel, for people: {@code smtp or sandbox}. */
    public static String wordsFor(Channel channel) {
        return Arrays.stream(values())
                .filter(carrier -> carrier.carries(channel))
                .map(Carrier::word)
                .collect(Collectors.joining(" or "));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Carrier::word).toList();
    }
}
