package io.carillon.testkit.law;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.EntityKind;
import java.time.Instant;
import java.util.List;

/** How laws get a host. */
public interface LawHosts {

    /**
     * Starts a host on a new, empty store.
     *
     * @param clock the machine's clock at first
     * @param seed decides what the host may choose
     * @param calm without crashes and repeats
     */
    LawHost open(List<EntityKind<?, ?, Knowledge>> kinds, Knowledge knowledge, Instant clock, long seed, boolean calm);

    /** How many histories share a host, each with identifiers of its own. */
    int together();
}
