package io.carillon.core.entity.customer;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Subject;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.value.Value;
import java.time.ZoneId;
import java.util.Optional;

/** A customer as conditions see them, by the definitions of today. */
public record CustomerSubject(Root root, Knowledge knowledge) implements Subject {
    /** As though this was what they did. */
    public CustomerSubject with(Behaviour behaviour) {
        return new CustomerSubject(new Root(root.links(), root.customer().with(behaviour)), knowledge);
    }

    public static final String GROUPS = "groups";

    /** Their accounts are a trait too, unless a silo sends one of that name. */
    @Override
    public Optional<Value> trait(String name) {
        Optional<Value> sent = root.customer().profile().value(name);
        return sent.isPresent() || !name.equals(GROUPS)
                ? sent
                : Optional.of(root.customer().groups().values());
    }

    @Override
    public Behaviour behaviour() {
        return root.customer().behaviour();
    }

    @Override
    public Consents consents() {
        return root.customer().consents();
    }

    @Override
    public boolean isReachable(Channel channel) {
        return knowledge.carries(channel)
                && !Reach.endpoints(root, knowledge, channel).isEmpty();
    }

    @Override
    public boolean isOn(String journey) {
        return root.customer().runs().active().keySet().stream()
                .anyMatch(key -> key.journey().text().equals(journey));
    }

    @Override
    public SplitKey splitKey() {
        return root.customer().splitKey();
    }

    @Override
    public ZoneId zone() {
        return root.customer().profile().zone().orElse(knowledge.zone());
    }
}
