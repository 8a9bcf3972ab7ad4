package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What left for a person, for as long as a cap may ask: a set by message, so that the halves of a merge count each once.
 * Of each purpose, topic and channel as many of the latest as a cap can count, so a cap is exact; of all together at most
 * {@value #ALL_MAX}, the latest.
 */
record Sends(SortedMap<DispatchId, Send> byId) {
    static final Sends NONE = new Sends(new TreeMap<>());
    static final int ALL_MAX = 1_000;

    private static final Comparator<Send> LATEST_FIRST =
            Comparator.comparing(Send::at).thenComparing(Send::id).reversed();

    /** Messages that every cap counts alike. */
    private record Kind(Purpose purpose, Optional<TopicId> topic, Channel channel) {}

    Sends {
        byId = Collections.unmodifiableSortedMap(byId);
    }

    Sends with(Send send) {
        var after = new TreeMap<>(byId);
        after.merge(send.id(), send, Send::later);
        Instant oldest = send.at().minus(FrequencyCap.WITHIN_MAX);
        after.values().removeIf(before -> !before.at().isAfter(oldest));
        return new Sends(bounded(after));
    }

    /** Those that a cap counts at an instant. */
    Stream<DispatchId> coveredBy(FrequencyCap cap, Instant at) {
        Instant windowStart = at.minus(cap.within());
        return byId.values().stream()
                .filter(send -> send.at().isAfter(windowStart) && send.isCoveredBy(cap))
                .map(Send::id);
    }

    Sends merge(Sends other) {
        if (other.byId.isEmpty()) return this;
        var union = new TreeMap<>(byId);
        other.byId.forEach((id, send) -> union.merge(id, send, Send::later));
        return new Sends(bounded(union));
    }

    private static SortedMap<DispatchId, Send> bounded(TreeMap<DispatchId, Send> all) {
        if (all.size() <= FrequencyCap.MAX_MAX) return all;
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        var kept = new TreeMap<DispatchId, Send>();
        for (Send send : all.values().stream().sorted(LATEST_FIRST).toList()) {
            var kind = new Kind(send.purpose(), send.topic(), send.channel());
            if (counts.merge(kind, 1, Integer::sum) <= FrequencyCap.MAX_MAX) kept.put(send.id(), send);
            if (kept.size() == ALL_MAX) break;
        }
        return kept;
    }

    void write(ByteWriter out) {
        out.list(byId.values(), Send::write);
    }

    static Sends read(ByteReader in) {
        List<Send> sends = in.list(Send::read);
        var byId = new TreeMap<DispatchId, Send>();
        for (Send send : sends) byId.put(send.id(), send);
        return new Sends(byId);
    }
}
