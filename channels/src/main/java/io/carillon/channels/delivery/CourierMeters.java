package io.carillon.channels.delivery;

import io.carillon.core.message.SendOutcome;
import java.util.concurrent.atomic.LongAdder;

/** What the courier has done since the start of the process. Readable from any thread. */
public final class CourierMeters {
    private final LongAdder claims = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder notSent = new LongAdder();
    private final LongAdder uncertain = new LongAdder();

    void claimed() {
        claims.increment();
    }

    public void count(SendOutcome outcome) {
        switch (outcome) {
            case SendOutcome.Accepted _ -> accepted.increment();
            case SendOutcome.Rejected _ -> rejected.increment();
            case SendOutcome.NotSent _ -> notSent.increment();
            case SendOutcome.Uncertain _ -> uncertain.increment();
        }
    }

    public long claims() {
        return claims.sum();
    }

    public long accepted() {
        return accepted.sum();
    }

    public long rejected() {
        return rejected.sum();
    }

    public long notSent() {
        return notSent.sum();
    }

    public long uncertain() {
        return uncertain.sum();
    }
}
