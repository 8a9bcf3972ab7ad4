package io.carillon.channels.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks a host name up, within a deadline. The system's look-up cannot be interrupted, so it runs beside the caller, and
 * there is never more than one under way.
 */
public final class Resolver {
    /** The system's look-up. */
    public static final LookUp SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    private static final CompletableFuture<List<InetAddress>> NONE = CompletableFuture.completedFuture(List.of());

    private final String host;
    private final LookUp lookUp;
    private final AtomicReference<CompletableFuture<List<InetAddress>>> underWay = new AtomicReference<>(NONE);

    /** Where names lead. May block. */
    @FunctionalInterface
    public interface LookUp {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    public Resolver(String host, LookUp lookUp) {
        this.host = host;
        this.lookUp = lookUp;
    }

    /**
     * Waits for the look-up.
     *
     * @throws IOException if there is no answer by the deadline, naming the host
     */
    public List<InetAddress> addresses(Deadline deadline) throws IOException {
        try {
            return ask().get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("unknown host " + host, failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer in time for the address of " + host, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking up " + host, interrupted);
        }
    }

    private CompletableFuture<List<InetAddress>> ask() {
        CompletableFuture<List<InetAddress>> current = underWay.get();
        if (!current.isDone()) return current;
        var next = new CompletableFuture<List<InetAddress>>();
        if (!underWay.compareAndSet(current, next)) return underWay.get();
        Thread.ofVirtual().name("resolver").start(() -> {
            try {
                next.complete(lookUp.addresses(host));
            } catch (UnknownHostException | RuntimeException unknown) {
                next.completeExceptionally(unknown);
            }
        });
        return next;
    }
}
