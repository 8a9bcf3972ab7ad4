package io.carillon.core.condition;

import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.value.Value;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Somebody of whom nothing is known but some traits and what they did. */
record Somebody(Value.Fields traits, Behaviour behaviour, ZoneId zone) implements Subject {

    static Somebody who(Behaviour behaviour) {
        return new Somebody(Value.Fields.NONE, behaviour, ZoneOffset.UTC);
    }

    static Somebody with(Value.Fields traits, ZoneId zone) {
        return new Somebody(traits, Behaviour.NONE, zone);
    }

    @Override
    public Optional<Value> trait(String name) {
        return traits.get(name);
    }

    @Override
    public Consents consents() {
        return Consents.NONE;
    }

    @Override
    public boolean isReachable(Channel channel) {
        return false;
    }

    @Override
    public boolean isOn(String journey) {
        return false;
    }

    @Override
    public SplitKey splitKey() {
        return new SplitKey("k");
    }
}
