package io.carillon.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What this process has spent since its start, or between two moments. Another process on the machine hardly changes it.
 *
 * @param cpu time that processors worked for it, on all its threads
 * @param allocatedBytes by the code of all its threads
 * @param collections of garbage, in which all stood still
 */
record Spent(Duration cpu, long allocatedBytes, long collections, Duration stoodStill) {
    static Spent now() {
        long collections = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector.getName().contains("Concurrent")) continue;
            collections += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new Spent(
                Duration.ofNanos(system.getProcessCpuTime()),
                threads.getTotalThreadAllocatedBytes(),
                collections,
                Duration.ofMillis(millis));
    }

    Spent since(Spent before) {
        return new Spent(
                cpu.minus(before.cpu),
                allocatedBytes - before.allocatedBytes,
                collections - before.collections,
                stoodStill.minus(before.stoodStill));
    }
}
