package io.carillon.core.entity.audit;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps what a source sent on each day, what is wrong with it, and tells webhooks what is new of that, and what is over. */
public final class AuditKind implements PlainKind<AuditState, AuditMessage, Knowledge> {
    public static final String KIND = "audit";

    /** {@code SOURCE/DAY} to {@link SourceDay}: the days that are over. The present one stands in the state. */
    public static final String TABLE = "audit";

    /** Each source to nothing. */
    public static final String SOURCES = "audit-sources";

    /** What is not found for so long is over: it may come and go with the hours. */
    static final Duration OVER_AFTER = Duration.ofHours(6);

    public static Address of(String source) {
        return Address.of(KIND, source);
    }

    public static String key(String source, LocalDate day) {
        return source + "/" + day;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public boolean livesAt(Address address) {
        return address.kind().equals(KIND);
    }

    @Override
    public AuditState unborn(Address address) {
        return AuditState.NONE;
    }

    @Override
    public Effects<AuditState> handle(AuditState state, AuditMessage message, Context<Knowledge> context) {
        String source = context.self().key();
        var effects = new ArrayList<Effect>();
        AuditState after = switch (message) {
            case AuditMessage.Add(var part, var _) -> add(state, part, source, effects);
            case AuditMessage.Judge judge -> judged(state, judge, context, effects);
            case AuditMessage.Told(var keys, var _) -> told(state, keys);
            case AuditMessage.Show _ -> state;
        };
        effects.add(new Effect.Answer(replyTo(message), new AuditMessage.Answer(source, after)));
        return new Effects<>(after, effects);
    }

    private static ReplyTo replyTo(AuditMessage message) {
        return switch (message) {
            case AuditMessage.Add(var _, var replyTo) -> replyTo;
            case AuditMessage.Judge judge -> judge.replyTo();
            case AuditMessage.Told(var _, var replyTo) -> replyTo;
            case AuditMessage.Show(var replyTo) -> replyTo;
        };
    }

    private static AuditState add(AuditState state, SourceDay part, String source, List<Effect> effects) {
        Optional<SourceDay> today = state.today();
        if (today.isEmpty()) {
            effects.add(new Effect.Put(SOURCES, source, Bytes.EMPTY));
            return state.with(Optional.of(part), state.days());
        }
        if (!part.day().isAfter(today.get().day())) {
            return state.with(Optional.of(today.get().plus(part)), state.days());
        }
        LocalDate ended = today.get().day();
        effects.add(new Effect.Put(TABLE, key(source, ended), SourceDay.Stored.DAYS.encode(today.get())));
        var days = new TreeSet<>(state.days());
        days.add(ended);
        while (!days.isEmpty() && days.first().isBefore(part.day().minusDays(AuditState.DAYS_MAX))) {
            effects.add(new Effect.Remove(TABLE, key(source, days.removeFirst())));
        }
        return state.with(Optional.of(part), days);
    }

    private static AuditState judged(
            AuditState state, AuditMessage.Judge judge, Context<Knowledge> context, List<Effect> effects) {
        var open = new TreeMap<>(state.open());
        String source = context.self().key();
        for (OpenFinding finding : judge.findings()) {
            OpenFinding known = open.get(finding.key());
            if (known == null) QualityFacts.tell(effects::add, context.knowledge(), source, finding, true, judge.at());
            open.put(finding.key(), known == null ? finding : known.again(finding));
        }
        for (OpenFinding finding : List.copyOf(open.values())) {
            if (finding.lastAt().plus(OVER_AFTER).isAfter(judge.at())) continue;
            open.remove(finding.key());
            QualityFacts.tell(effects::add, context.knowledge(), source, finding, false, judge.at());
        }
        return state.judged(open, SourceDay.dayOf(judge.at()), judge.score());
    }

    private static AuditState told(AuditState state, List<String> keys) {
        var open = new TreeMap<>(state.open());
        for (String key : keys) open.computeIfPresent(key, (_, finding) -> finding.told());
        return state.with(open);
    }

    @Override
    public AuditMessage idle() {
        return new AuditMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<AuditState> states() {
        return AuditState.Stored.STATES;
    }

    @Override
    public Codec<AuditMessage> messages() {
        return AuditMessage.Stored.MESSAGES;
    }
}
