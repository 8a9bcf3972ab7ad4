package io.carillon.testkit.law;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Message;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated host for each history: any order that the contract allows, crashes before any step, repeats. */
public final class SimulatedLawHosts implements LawHosts {

    @Override
    public LawHost open(
            List<EntityKind<?, ?, Knowledge>> kinds, Knowledge knowledge, Instant clock, long seed, boolean calm) {
        Settings settings = calm ? Settings.calm(seed) : Settings.stormy(seed);
        return new Simulated(new SimulatedHost<>(kinds, knowledge, clock, settings));
    }

    @Override
    public int together() {
        return 1;
    }

    private record Simulated(SimulatedHost<Knowledge> simulated) implements LawHost {
        @Override
        public Host<Knowledge> host() {
            return simulated;
        }

        @Override
        public Instant now() {
            return simulated.now();
        }

        @Override
        public void clock(Instant now) {
            simulated.clock(now);
        }

        @Override
        public Optional<Instant> nextWakeUp() {
            return simulated.nextWakeUp();
        }

        @Override
        public boolean step(Chance chance) {
            return simulated.step(chance);
        }

        @Override
        public void settle() {
            simulated.rest();
        }

        @Override
        public boolean runsByItself() {
            return false;
        }

        @Override
        public void crash() {
            simulated.crash(true);
        }

        @Override
        public Optional<Bytes> state(Address address) {
            return simulated.state(address);
        }

        @Override
        public List<HistoryRow> history(Address address) {
            return simulated.history(address, Long.MAX_VALUE, ROWS_MAX);
        }

        @Override
        public List<Message> onTheWay(Address address) {
            return simulated.onTheWay(address);
        }

        @Override
        public void close() {}
    }
}
