package io.carillon.testkit.simulation;

import io.carillon.core.host.Host;
import io.carillon.testkit.conformance.HostConformance;
import io.carillon.testkit.conformance.HostUnderTest;
import io.carillon.testkit.conformance.Knobs;
import io.carillon.testkit.toy.ProcessKilled;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

class SimulatedHostConformanceTest extends HostConformance {

    @Override
    public HostUnderTest start(Knobs knobs, List<ToyKind> kinds, ToyKnowledge knowledge, Instant clock) {
        Settings settings = Settings.stormy(knobs.hashCode())
                .withCrashes(0)
                .withRepeats(0)
                .withInboxMax(knobs.inboxMax())
                .handlingOnce();
        return new Unit(new SimulatedHost<>(
                kinds, knowledge, clock, knobs.shards() == 1 ? settings.withUrgentFirst() : settings));
    }

    @Override
    public int histories() {
        return 1_000;
    }

    private static final class Unit implements HostUnderTest {
        private final SimulatedHost<ToyKnowledge> host;
        private boolean running = true;
        private boolean inboxLost;

        Unit(SimulatedHost<ToyKnowledge> host) {
            this.host = host;
        }

        @Override
        public Host<ToyKnowledge> host() {
            return host;
        }

        @Override
        public void start() {
            host.crash(inboxLost);
            running = true;
            inboxLost = false;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public void crash() {
            running = false;
            inboxLost = true;
        }

        @Override
        public boolean awaitRest() {
            if (!running) return false;
            try {
                host.rest();
            } catch (ProcessKilled killed) {
                running = false;
            }
            return running;
        }

        @Override
        public void clock(Instant now) {
            host.clock(now);
        }

        @Override
        public SortedMap<String, String> dump() {
            return host.dump();
        }

        @Override
        public boolean runsByItself() {
            return false;
        }

        @Override
        public void close() {}
    }
}
