package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.journey.RunKey;
import io.carillon.core.journey.StepId;

/** A journey's wish to say one thing to one person: the unit of which there is one message, whatever the channel. */
public record IntentKey(RunKey run, StepId step) {
    /** As one text, for comparison at an endpoint and for people: {@code abandoned-cart/c-17/2}. */
    public String text() {
        return run.journey().text() + "/" + run.key() + "/" + step.text();
    }

    public void write(ByteWriter out) {
        run.write(out);
        out.text(step.text());
    }

    public static IntentKey read(ByteReader in) {
        return new IntentKey(RunKey.read(in), new StepId(in.text()));
    }
}
