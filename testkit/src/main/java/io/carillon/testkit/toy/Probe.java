package io.carillon.testkit.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The test's hand inside toys: sees each step begin, kills one, or holds one. Steps that are never committed show too. */
public final class Probe {
    private static final int PATIENCE_SECONDS = 60;

    private final List<String> begun = new ArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private int stepsToKill = -1;

    /** The addresses of all steps begun, in their order in time. */
    public synchronized List<String> begun() {
        return List.copyOf(begun);
    }

    /** The step that comes after this many others dies. */
    public synchronized void killAfter(int steps) {
        stepsToKill = steps;
    }

    public synchronized void killNoMore() {
        stepsToKill = -1;
    }

    synchronized void begin(String address) {
        begun.add(address);
        if (stepsToKill >= 0 && stepsToKill-- == 0) throw new ProcessKilled();
    }

    void hold() {
        entered.countDown();
        await(opened);
    }

    /** Returns when a step is being held. */
    public void awaitHeld() {
        await(entered);
    }

    /** Lets the step go, and all that want to be held later. */
    public void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing happened in %d seconds".formatted(PATIENCE_SECONDS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
