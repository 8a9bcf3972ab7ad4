package io.carillon.core.entity.customer;

import io.carillon.core.content.Composer;
import io.carillon.core.content.Composer.Composition;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What messages say to one customer at one instant: {@code customer}, {@code event}, {@code events}, the links. */
public record Composing(Root root, Knowledge knowledge, Instant now) {

    /**
     * Renders a message.
     *
     * @param events properties of the events that led to it, oldest first
     * @param unsubscribeUrl where one unsubscribes from it, when it is marketing
     */
    public Composition compose(
            MessageName message, Channel channel, List<Value.Fields> events, Optional<String> unsubscribeUrl) {
        Optional<Composer> composer = knowledge.composer(message);
        if (composer.isEmpty()) return new Composition.NotComposed("the message is not published any more");
        ZoneId zone = root.customer().profile().zone().orElse(knowledge.zone());
        return composer.get().compose(channel, data(events, unsubscribeUrl), unsubscribeUrl, now, zone);
    }

    /** What templates see. */
    public Value.Fields data(List<Value.Fields> events, Optional<String> unsubscribeUrl) {
        var data = new LinkedHashMap<String, Value>();
        data.put("customer", facts());
        data.put("event", events.isEmpty() ? Value.Fields.NONE : events.getFirst());
        data.put("events", Value.of(events));
        unsubscribeUrl.ifPresent(url -> {
            data.put("unsubscribe_url", Value.of(url));
            data.put("preferences_url", Value.of(url));
        });
        data.put("now", Value.of(now.toString()));
        return new Value.Fields(data);
    }

    /** What is known of them, what is worked out at this instant, and under {@code raw} their traits as they were sent. */
    private Value.Fields facts() {
        Value.Fields facts = root.customer().facts();
        for (Map.Entry<String, Value> computed :
                ComputedTraits.of(root, knowledge, now).fields().entrySet()) {
            facts = facts.with(computed.getKey(), computed.getValue());
        }
        return facts.get("raw").isPresent()
                ? facts
                : facts.with("raw", root.customer().profile().rawValues());
    }
}
