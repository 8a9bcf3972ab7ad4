package io.carillon.core.condition;

import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.value.Value;
import java.time.ZoneId;
import java.util.Optional;

/** Of whom a condition is asked: what is known of them, and what they did. Does not change while it is asked. */
public interface Subject {
    /** A trait at the top level, such as {@code address}. */
    Optional<Value> trait(String name);

    Behaviour behaviour();

    Consents consents();

    boolean isReachable(Channel channel);

    /** Whether a run of theirs through the journey is active. */
    boolean isOn(String journey);

    SplitKey splitKey();

    /** The person's own clock. */
    ZoneId zone();
}
