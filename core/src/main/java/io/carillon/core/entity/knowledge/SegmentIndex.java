package io.carillon.core.entity.knowledge;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Judgement;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Reads;
import io.carillon.core.condition.Subject;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consents;
import io.carillon.core.person.SplitKey;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which segments a change concerns, so that an event judges only what it can change, however many there are. */
public final class SegmentIndex {
    private final List<SegmentDefinition> segments;
    private final Map<String, BitSet> byEvent = new LinkedHashMap<>();
    private final Map<String, BitSet> byOutcome = new LinkedHashMap<>();
    private final Map<String, BitSet> byTrait = new LinkedHashMap<>();
    private final Map<Reads.Aspect, BitSet> byAspect = new LinkedHashMap<>();
    private final BitSet ofNewcomers = new BitSet();

    SegmentIndex(List<SegmentDefinition> segments, ZoneId zone) {
        this.segments = List.copyOf(segments);
        var newcomer = new Newcomer(zone);
        for (int place = 0; place < segments.size(); place++) {
            SegmentDefinition segment = segments.get(place);
            Reads reads = Reads.of(segment.when());
            for (String event : reads.events()) add(byEvent, event, place);
            for (String outcome : reads.outcomes()) add(byOutcome, outcome, place);
            for (String trait : reads.traits()) add(byTrait, trait, place);
            for (Reads.Aspect aspect : reads.aspects()) add(byAspect, aspect, place);
            boolean isDrawn = reads.aspects().contains(Reads.Aspect.SPLIT)
                    || reads.aspects().contains(Reads.Aspect.ENDPOINTS);
            Judgement unheardOf = Evaluator.judge(segment.when(), newcomer, Instant.EPOCH);
            // What time alone makes true must be looked at again, so it is judged at the beginning too.
            boolean isTheirs = unheardOf.holds() || unheardOf.changesAt().isPresent();
            if (isDrawn || isTheirs) ofNewcomers.set(place);
        }
    }

    /** Whether any segment reads it. */
    public boolean asks(Reads.Aspect aspect) {
        return byAspect.containsKey(aspect);
    }

    /** In the order of their definitions. */
    public List<SegmentDefinition> concernedBy(Touched touched) {
        if (touched.isNothing() || segments.isEmpty()) return List.of();
        return in(placesOf(touched));
    }

    /** For somebody of whom nothing was known: also the segments of those who have not done something. */
    public List<SegmentDefinition> concernedByBirth(Touched touched) {
        BitSet places = placesOf(touched);
        places.or(ofNewcomers);
        return in(places);
    }

    private BitSet placesOf(Touched touched) {
        var places = new BitSet();
        for (Occurrence occurrence : touched.happened()) {
            if (occurrence.kind() == Occurrence.Kind.EVENT) or(places, byEvent.get(occurrence.name()));
            else or(places, byOutcome.get(Reads.outcome(occurrence.kind(), occurrence.name())));
        }
        for (String trait : touched.traits()) or(places, byTrait.get(trait));
        for (Reads.Aspect aspect : touched.aspects()) or(places, byAspect.get(aspect));
        return places;
    }

    private List<SegmentDefinition> in(BitSet places) {
        var concerned = new ArrayList<SegmentDefinition>(places.cardinality());
        places.stream().forEach(place -> concerned.add(segments.get(place)));
        return concerned;
    }

    private static void or(BitSet places, @Nullable BitSet more) {
        if (more != null) places.or(more);
    }

    private static <K> void add(Map<K, BitSet> index, K key, int place) {
        index.computeIfAbsent(key, _ -> new BitSet()).set(place);
    }

    /** Somebody of whom nothing is known. */
    private record Newcomer(ZoneId zone) implements Subject {
        @Override
        public Optional<Value> trait(String name) {
            return Optional.empty();
        }

        @Override
        public Behaviour behaviour() {
            return Behaviour.NONE;
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
            return new SplitKey("");
        }
    }
}
