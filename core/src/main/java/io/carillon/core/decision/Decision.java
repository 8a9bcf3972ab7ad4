package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageName;
import io.carillon.core.person.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was chosen for an intent, or that nothing was, with every reason. One row when it is made; each later change of
 * the message adds a row with the same id, its new status and the reasons that led there.
 *
 * @param id also that of the message, when one came of it
 * @param chosen the channel; none when nothing is said
 * @param candidates what could have been chosen
 * @param propensity probability, in (0, 1], with which the choice was made among the candidates; 1 when it followed rules
 * @param knowledgeVersion of the definitions by which it was made
 * @param until when it is looked at again, while it waits
 * @param reasons in the order of the gates, up to the first that failed
 */
public record Decision(
        DispatchId id,
        IntentKey intent,
        String journeyVersion,
        MessageName message,
        Instant at,
        DispatchStatus status,
        Optional<Channel> chosen,
        List<Channel> candidates,
        double propensity,
        long knowledgeVersion,
        Optional<Instant> until,
        List<Reason> reasons) {

    public Decision {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
    }

    /** It is to leave, and not yet: the last reason says why. */
    public boolean isDelay() {
        return status == DispatchStatus.QUEUED
                && !reasons.isEmpty()
                && !reasons.getLast().passed();
    }

    public void write(ByteWriter out) {
        out.text(id.text());
        intent.write(out);
        out.text(journeyVersion);
        out.text(message.text());
        out.instant(at);
        out.constant(status);
        out.optional(chosen, (channel, to) -> to.constant(channel));
        out.list(candidates, (channel, to) -> to.constant(channel));
        out.fixed64(Double.doubleToLongBits(propensity));
        out.number(knowledgeVersion);
        out.list(reasons, Reason::write);
        out.optional(until, (at, to) -> to.instant(at));
    }

    public static Decision read(ByteReader in) {
        Decision first = readFirst(in);
        return first.until(in.optional(ByteReader::instant));
    }

    private Decision until(Optional<Instant> when) {
        return new Decision(
                id,
                intent,
                journeyVersion,
                message,
                at,
                status,
                chosen,
                candidates,
                propensity,
                knowledgeVersion,
                when,
                reasons);
    }

    /** Before it was kept until when something waits. */
    public static Decision readFirst(ByteReader in) {
        return new Decision(
                new DispatchId(in.text()),
                IntentKey.read(in),
                in.text(),
                new MessageName(in.text()),
                in.instant(),
                in.constant(DispatchStatus.class),
                in.optional(from -> from.constant(Channel.class)),
                in.list(from -> from.constant(Channel.class)),
                Double.longBitsToDouble(in.fixed64()),
                in.number(),
                Optional.empty(),
                in.list(Reason::read));
    }
}
