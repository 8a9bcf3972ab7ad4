package io.carillon.testkit.identity;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Message;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.List;
import java.util.Optional;

/** What a test may look at in a host: more than the contract shows. */
public interface Seen {
    int ROWS_MAX = 100_000;

    /** The stored state of an entity; empty when it was never told anything. */
    Optional<Bytes> state(Address address);

    /** Newest first. */
    List<HistoryRow> history(Address address);

    /** Messages on their way to an entity; on a host that cannot tell, only at rest: none. */
    List<Message> onTheWay(Address address);

    static Seen in(SimulatedHost<Knowledge> host) {
        return new Seen() {
            @Override
            public Optional<Bytes> state(Address address) {
                return host.state(address);
            }

            @Override
            public List<HistoryRow> history(Address address) {
                return host.history(address, Long.MAX_VALUE, ROWS_MAX);
            }

            @Override
            public List<Message> onTheWay(Address address) {
                return host.onTheWay(address);
            }
        };
    }
}
