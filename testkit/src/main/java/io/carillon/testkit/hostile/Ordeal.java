package io.carillon.testkit.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One reading of hostile input. It ends in a value or in the one kind of refusal that its reader promises, and it takes no
 * more memory than its input warrants: what is allocated is counted, as time is another on every machine.
 */
public final class Ordeal {
    /** Room for what is loaded and built on a first call, whatever the input. */
    private static final long BASE_BYTES = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long inputSize;
    private final long bytesEachMax;

    private Ordeal(long inputSize, long bytesEachMax) {
        this.inputSize = inputSize;
        this.bytesEachMax = bytesEachMax;
    }

    /**
     * An ordeal of one input.
     *
     * @param inputSize in bytes or characters
     * @param bytesEachMax bytes that may be allocated for each of them
     */
    public static Ordeal of(long inputSize, long bytesEachMax) {
        return new Ordeal(inputSize, bytesEachMax);
    }

    /**
     * Reads; empty when that was refused.
     *
     * @param refusal the only exception that reading may throw; its message says something
     * @throws AssertionError at anything else, errors such as an overflow of the stack included
     */
    public <T> Optional<T> read(Class<? extends RuntimeException> refusal, Supplier<T> reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Optional<T> read;
        try {
            read = Optional.of(reading.get());
        } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) throw new AssertionError("not a refusal: " + e, e);
            if (e.getMessage() == null || e.getMessage().isBlank()) throw new AssertionError("it does not say why", e);
            read = Optional.empty();
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("no bound: " + e, e);
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        long max = BASE_BYTES + inputSize * bytesEachMax;
        if (taken > max) {
            throw new AssertionError(
                    "%d bytes allocated for an input of %d; at most %d are warranted".formatted(taken, inputSize, max));
        }
        return read;
    }

    /** Reads where nothing may be thrown at all. */
    public <T> T read(Supplier<T> reading) {
        return read(Nothing.class, reading).orElseThrow();
    }

    /** Never thrown. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Nothing() {
            super("nothing", null, false, false);
        }
    }
}
