package io.carillon.server.quarantine;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Why;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.collect.CallReader;
import io.carillon.server.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a repair makes of a call, before anything is done. */
public final class Repairing {
    private static final String MESSAGE_ID = "messageId";

    private final CallReader reader;

    public Repairing(CallReader reader) {
        this.reader = reader;
    }

    /**
     * A call as it would be.
     *
     * @param repair what was done to it; nothing when it was written anew
     * @param outcome what it then comes to
     */
    public record Tried(QuarantinedCall call, Repair repair, CallReader.Outcome outcome) {
        public boolean isUsable() {
            return outcome instanceof CallReader.Outcome.Usable;
        }
    }

    /** As it is. */
    public Tried asIs(QuarantinedCall call) {
        return tried(call, Repair.NOTHING);
    }

    /** By what the call itself suggests. */
    public Tried suggested(QuarantinedCall call, Instant now) {
        Optional<Value.Fields> said = Mended.read(call.text());
        if (said.isEmpty()) return asIs(call);
        List<String> reasons = switch (reader.read(call)) {
            case CallReader.Outcome.Usable(var _, var parts) ->
                parts.stream().map(Why::code).toList();
            case CallReader.Outcome.Unusable(var why) ->
                why.stream().map(Why::code).toList();
        };
        Repair repair = Suggestion.of(said.get(), reasons);
        return tried(written(call, repair.apply(said.get()), now), repair);
    }

    public Tried repaired(QuarantinedCall call, Repair repair, Instant now) {
        return Mended.read(call.text())
                .map(said -> tried(written(call, repair.apply(said), now), repair))
                .orElseGet(() -> asIs(call));
    }

    /** Written by hand. It stays the same call: sent again by its source, it is known. */
    public Tried rewritten(QuarantinedCall call, Value.Fields text, Instant now) {
        Optional<Value> id = text.get(MESSAGE_ID).isPresent()
                ? Optional.empty()
                : Mended.read(call.text()).flatMap(said -> said.get(MESSAGE_ID));
        return tried(written(call, id.map(it -> text.with(MESSAGE_ID, it)).orElse(text), now), Repair.NOTHING);
    }

    private static QuarantinedCall written(QuarantinedCall call, Value.Fields text, Instant now) {
        String json = Json.write(text);
        return json.equals(call.text()) || json.length() > QuarantinedCall.BODY_LENGTH_MAX
                ? call
                : call.repaired(json, call.name(), call.at(), now);
    }

    private Tried tried(QuarantinedCall call, Repair repair) {
        CallReader.Outcome outcome = reader.read(call);
        if (outcome instanceof CallReader.Outcome.Usable(var event, var _)
                && call.repaired().isPresent()) {
            QuarantinedCall named = call.repaired(call.text(), event.name(), event.occurredAt(), call.changedAt());
            return new Tried(named, repair, outcome);
        }
        return new Tried(call, repair, outcome);
    }

    /** The call as JSON, or as the text that it is. */
    public static Value json(String text) {
        return JsonReader.read(Bytes.utf8(text)) instanceof JsonReader.Parsed.Tree(var root, var _)
                ? root
                : Value.of(text);
    }
}
