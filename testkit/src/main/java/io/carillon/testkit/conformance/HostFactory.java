package io.carillon.testkit.conformance;

import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import java.time.Instant;
import java.util.List;

/** How the suite gets a host. */
public interface HostFactory {

    /**
     * Starts a host on a new, empty store.
     *
     * @param kinds that live on it
     * @param knowledge published at this start and at each later one
     * @param clock the machine's clock at first
     */
    HostUnderTest start(Knobs knobs, List<ToyKind> kinds, ToyKnowledge knowledge, Instant clock);

    /** How many random histories each law is checked on. */
    default int histories() {
        return 50;
    }

    default Toys toys(Knobs knobs) {
        var probe = new Probe();
        var kinds = List.of(new ToyKind("red", probe), new ToyKind("blue", probe));
        return new Toys(start(knobs, kinds, new ToyKnowledge(1), Toys.NOON), probe);
    }

    default Toys toys() {
        return toys(Knobs.TWO_SHARDS);
    }
}
