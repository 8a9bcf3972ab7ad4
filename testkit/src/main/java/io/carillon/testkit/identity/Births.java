package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.identity.CustomerRef;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** When customers were born, and with which split key, as seen from outside step by step. */
public final class Births {
    private record Birth(Instant at, String splitKey) implements Comparable<Birth> {
        @Override
        public int compareTo(Birth other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : splitKey.compareTo(other.splitKey);
        }
    }

    private final SortedMap<CustomerRef, Birth> births = new TreeMap<>();

    public void note(Picture picture) {
        picture.roots()
                .forEach((customer, root) -> births.putIfAbsent(
                        customer,
                        new Birth(
                                root.customer().bornAt(),
                                root.customer().splitKey().value())));
    }

    public void everySplitKeyIsThatOfTheFirstBorn(Picture picture) {
        var first = new TreeMap<CustomerRef, Birth>();
        births.forEach((customer, birth) ->
                first.merge(picture.today(customer), birth, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        first.forEach((customer, birth) -> assertThat(
                        picture.root(customer).customer().splitKey().value())
                .as("split key of %s", customer)
                .isEqualTo(birth.splitKey));
    }
}
