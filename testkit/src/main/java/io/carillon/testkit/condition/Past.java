package io.carillon.testkit.condition;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Subject;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.value.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** All that is true of somebody, nothing left out. */
public record Past(List<Occurrence> happened, Person person) {

    /** What is known of them, besides what happened. */
    public record Person(
            Value.Fields traits,
            Consents consents,
            SortedSet<Channel> reachable,
            SortedSet<String> journeys,
            SplitKey splitKey,
            ZoneId zone) {}

    public Past {
        happened = List.copyOf(happened);
    }

    public Past with(Occurrence more) {
        var all = new ArrayList<>(happened);
        all.add(more);
        return new Past(all, person);
    }

    public Past with(List<Occurrence> others) {
        return new Past(others, person);
    }

    /** The same person, of whom so much is kept. */
    public Subject keeping(Behaviour behaviour) {
        return new Remembered(person, behaviour);
    }

    private record Remembered(Person person, Behaviour behaviour) implements Subject {
        @Override
        public Optional<Value> trait(String name) {
            return person.traits().get(name);
        }

        @Override
        public Consents consents() {
            return person.consents();
        }

        @Override
        public boolean isReachable(Channel channel) {
            return person.reachable().contains(channel);
        }

        @Override
        public boolean isOn(String journey) {
            return person.journeys().contains(journey);
        }

        @Override
        public SplitKey splitKey() {
            return person.splitKey();
        }

        @Override
        public ZoneId zone() {
            return person.zone();
        }
    }
}
