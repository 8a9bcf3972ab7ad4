package io.carillon.host.local;

import io.carillon.core.host.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A shard's entities in memory: those with something to do, and those that were last used, up to a bound. */
final class HotEntities<K> {
    private final Kinds<K> kinds;
    private final long bytesMax;
    private final Map<Address, Resident<?, ?, K>> busy = new HashMap<>();
    private final LinkedHashMap<Address, Kept<K>> idle = new LinkedHashMap<>();
    private long idleBytes;
    private long hits;
    private long misses;

    private record Kept<K>(Resident<?, ?, K> resident, long weight) {}

    HotEntities(Kinds<K> kinds, long bytesMax) {
        this.kinds = kinds;
        this.bytesMax = bytesMax;
    }

    /** The entity, which is busy until {@link #rest}. */
    Resident<?, ?, K> busy(Address address) {
        Resident<?, ?, K> working = busy.get(address);
        if (working != null) return working;
        Kept<K> kept = idle.remove(address);
        if (kept == null) {
            misses++;
            working = new Resident<>(address, kinds.at(address));
        } else {
            hits++;
            idleBytes -= kept.weight();
            working = kept.resident();
        }
        busy.put(address, working);
        return working;
    }

    /** Nothing is to be done for it: from now on it may be forgotten, the longest unused first. */
    void rest(Resident<?, ?, K> resident) {
        busy.remove(resident.address);
        var kept = new Kept<K>(resident, resident.weight());
        idle.put(resident.address, kept);
        idleBytes += kept.weight();
        var eldest = idle.entrySet().iterator();
        while (idleBytes > bytesMax && eldest.hasNext()) {
            idleBytes -= eldest.next().getValue().weight();
            eldest.remove();
        }
    }

    long hits() {
        return hits;
    }

    long misses() {
        return misses;
    }
}
