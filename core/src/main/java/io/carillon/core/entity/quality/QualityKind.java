package io.carillon.core.entity.quality;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;

/** Keeps count of what was wrong with a source's data, so that nothing is dropped silently. */
public final class QualityKind implements PlainKind<QualityState, QualityMessage, Knowledge> {
    public static final String KIND = "quality";

    /** One row per source that ever had a finding. */
    public static final String SOURCES = "quality";

    public static Address of(String source) {
        return Address.of(KIND, source);
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
    public QualityState unborn(Address address) {
        return QualityState.NONE;
    }

    @Override
    public Effects<QualityState> handle(QualityState state, QualityMessage message, Context<Knowledge> context) {
        String source = context.self().key();
        return switch (message) {
            case QualityMessage.Note(var reason, var example, var count, var replyTo) -> {
                QualityState after = state.with(reason, example, count, context.now());
                var noted = new Effect.Answer(replyTo, new Answers.Noted());
                yield state.findings().isEmpty()
                        ? Effects.of(after, new Effect.Put(SOURCES, source, Bytes.EMPTY), noted)
                        : Effects.of(after, noted);
            }
            case QualityMessage.Forget(var replyTo) -> {
                QualityState after = state.without(context.knowledge().retention(), context.now());
                long gone = (long) state.findings().size() - after.findings().size();
                var forgotten = new Effect.Answer(replyTo, new Answers.Forgotten(gone));
                yield gone > 0 && after.findings().isEmpty()
                        ? Effects.of(after, new Effect.Remove(SOURCES, source), forgotten)
                        : Effects.of(after, forgotten);
            }
            case QualityMessage.Show(var replyTo) ->
                Effects.of(state, new Effect.Answer(replyTo, new QualityMessage.Answer(source, state)));
        };
    }

    @Override
    public QualityMessage idle() {
        return new QualityMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<QualityState> states() {
        return QualityState.Stored.QUALITIES;
    }

    @Override
    public Codec<QualityMessage> messages() {
        return QualityMessage.Stored.MESSAGES;
    }
}
