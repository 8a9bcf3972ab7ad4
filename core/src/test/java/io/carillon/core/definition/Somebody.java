package io.carillon.core.definition;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Subject;
import io.carillon.core.condition.Tracking;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whom the tables of {@code docs/segments.md} tell of. */
final class Somebody implements Subject {
    private static final Pattern HAPPENING = Pattern.compile("(?:(\\w+) ago: )?([^{]*?) ?(\\{.*)?");

    private final ZoneId zone;
    private Value.Fields traits = Value.Fields.NONE;
    private Behaviour behaviour;
    private Consents consents = Consents.NONE;
    private SplitKey splitKey = new SplitKey("somebody");
    private final Set<String> reachable = new TreeSet<>();
    private final Set<String> journeys = new TreeSet<>();

    Somebody(ZoneId zone, Behaviour behaviour) {
        this.zone = zone;
        this.behaviour = behaviour;
    }

    /** {@code 3d ago: Order Completed {total: 50}}. */
    void happens(String happening, int place, Tracking tracking) {
        Matcher matcher = HAPPENING.matcher(happening);
        if (!matcher.matches()) throw new AssertionError("nothing that happens: " + happening);
        Duration age = Optional.ofNullable(matcher.group(1))
                .map(text -> Field.duration(text).orElseThrow())
                .orElse(Duration.ZERO);
        Value.Fields fields =
                Optional.ofNullable(matcher.group(3)).map(Somebody::fields).orElse(Value.Fields.NONE);
        var stamp = new Stamp(SegmentsPageTest.NOON.minus(age), new MessageId("m" + place));
        String[] words = matcher.group(2).split(" ", -1);
        switch (words[0]) {
            case "nothing" -> {}
            case "traits" -> fields.fields().forEach((name, value) -> traits = traits.with(name, value));
            case "drawn" -> splitKey = new SplitKey(words[2]);
            case "reachable" -> reachable.add(words[2]);
            case "on" -> journeys.add(words[2]);
            case "subscribes", "unsubscribes" -> choose(words[2], words[0].equals("subscribes"), stamp, place);
            case "message" -> {
                var about = Map.of("message", Value.of(words[1]), "channel", Value.of("email"));
                observe(new Occurrence(Occurrence.Kind.MESSAGE, words[2], Value.of(about), stamp), tracking);
            }
            case "journey" -> {
                var about = Map.of("journey", Value.of(words[1]));
                observe(new Occurrence(Occurrence.Kind.JOURNEY, words[2], Value.of(about), stamp), tracking);
            }
            default -> observe(new Occurrence(Occurrence.Kind.EVENT, matcher.group(2), fields, stamp), tracking);
        }
    }

    private void observe(Occurrence occurrence, Tracking tracking) {
        behaviour = behaviour.observe(occurrence, tracking);
    }

    private void choose(String topic, boolean subscribed, Stamp stamp, int place) {
        Instant at = stamp.at().plusMillis(place);
        consents =
                consents.with(new Subscription(Channel.EMAIL, new TopicId(topic)), new Consent(subscribed, at, "test"));
    }

    private static Value.Fields fields(String yaml) {
        return (Value.Fields) value(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private static Value value(Object loaded) {
        return switch (loaded) {
            case String text -> Value.of(text);
            case Boolean flag -> Value.of(flag);
            case Number number -> Value.of(new BigDecimal(number.toString()));
            case List<?> items -> Value.of(items.stream().map(Somebody::value).toList());
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Value>();
                map.forEach((name, inner) -> fields.put(String.valueOf(name), value(inner)));
                yield Value.of(fields);
            }
            default -> throw new AssertionError("not a value: " + loaded);
        };
    }

    @Override
    public Optional<Value> trait(String name) {
        return traits.get(name);
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public Consents consents() {
        return consents;
    }

    @Override
    public boolean isReachable(Channel channel) {
        return reachable.contains(channel.word());
    }

    @Override
    public boolean isOn(String journey) {
        return journeys.contains(journey);
    }

    @Override
    public SplitKey splitKey() {
        return splitKey;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
