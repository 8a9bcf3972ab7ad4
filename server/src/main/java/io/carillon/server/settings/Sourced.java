package io.carillon.server.settings;

import java.util.function.Function;

/**
 * A value that remembers where it came from.
 *
 * @param place for people: {@code --port}, {@code CARILLON_PORT}, {@code carillon.yaml:3:7}
 */
public record Sourced<T>(T value, Origin origin, String place) {
    /** Earlier ones win. */
    public enum Origin {
        FLAG,
        ENVIRONMENT,
        FILE,
        DEFAULT
    }

    static <T> Sourced<T> byDefault(T value) {
        return new Sourced<>(value, Origin.DEFAULT, "default");
    }

    <U> Sourced<U> map(Function<? super T, ? extends U> change) {
        return new Sourced<>(change.apply(value), origin, place);
    }
}
