package io.carillon.core.person;

import java.util.Locale;
import java.util.Optional;

/** The ways to reach a person. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH,
    WEBPUSH,
    SOCIAL,
    INAPP,
    WEBHOOK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> ofWord(String word) {
        for (Channel channel : values()) {
            if (channel.word().equals(word)) return Optional.of(channel);
        }
        return Optional.empty();
    }
}
