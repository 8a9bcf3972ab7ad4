package io.carillon.host.local;

import io.carillon.core.host.Address;
import java.util.HashMap;
import java.util.Map;

/** A shard's entities that have something to do. All others are bytes: in {@link RecentStates}, or in the store alone. */
final class BusyEntities<K> {
    private final Kinds<K> kinds;
    private final Map<Address, Resident<?, ?, K>> busy = new HashMap<>();

    BusyEntities(Kinds<K> kinds) {
        this.kinds = kinds;
    }

    /** The entity, which is busy until {@link #rest}. */
    Resident<?, ?, K> busy(Address address) {
        Resident<?, ?, K> working = busy.get(address);
        if (working == null) {
            working = new Resident<>(address, kinds.at(address));
            busy.put(address, working);
        }
        return working;
    }

    /** Nothing is to be done for it any more. */
    void rest(Resident<?, ?, K> resident) {
        busy.remove(resident.address);
    }
}
