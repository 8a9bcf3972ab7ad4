package io.carillon.server.cleansing;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.value.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What is kept of texts, remembered for those that came lately. Each text has one place by its hash, where the next one
 * of that place follows it: bounded, and nobody waits for anybody.
 */
final class Answers {
    private static final int PLACES = 1 << 14;
    private static final int REMEMBERED_LENGTH_MAX = 120;

    private final Map<Kind, Cleanser> cleansers = new EnumMap<>(Kind.class);
    private final AtomicReferenceArray<Answer> places = new AtomicReferenceArray<>(PLACES);

    private record Answer(String text, FieldRule.OfKind rule, Hints hints, Kept kept) {}

    Answers(Function<Kind, Cleanser> cleansers) {
        for (Kind kind : Kind.values()) this.cleansers.put(kind, cleansers.apply(kind));
    }

    /** @param sent of which the text is */
    Kept of(String text, FieldRule.OfKind rule, Hints hints, Value sent) {
        if (text.length() > REMEMBERED_LENGTH_MAX || !(sent instanceof Value.Text)) {
            return kept(text, rule, hints, sent);
        }
        int place = place(text, rule.kind());
        Answer known = places.getPlain(place);
        if (known != null && known.text.equals(text) && known.rule.equals(rule) && known.hints.equals(hints)) {
            return known.kept;
        }
        Kept kept = kept(text, rule, hints, sent);
        places.setRelease(place, new Answer(text, rule, hints, kept));
        return kept;
    }

    private static int place(String text, Kind kind) {
        int hash = text.hashCode() * 31 + kind.name().hashCode();
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }

    private Kept kept(String text, FieldRule.OfKind rule, Hints hints, Value sent) {
        return Optional.ofNullable(cleansers.get(rule.kind()))
                .map(cleanser -> Plain.of(cleanser.cleanse(text, hints), rule, sent))
                .orElse(Kept.AsSent.AS_SENT);
    }
}
