package io.carillon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A file at whose end bytes are made durable, many callers' with one sync. Thread-safe. */
final class SyncedFile {
    private static final int GROUP_MAX = 4_096;

    private final FileChannel channel;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(GROUP_MAX);

    private record Entry(ByteBuffer bytes, CompletableFuture<Boolean> durable) {}

    SyncedFile(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Thread.ofPlatform().daemon().name("sync").start(this::run);
    }

    /** Returns when the bytes are on disk. */
    void append(byte[] bytes) {
        var entry = new Entry(ByteBuffer.wrap(bytes), new CompletableFuture<>());
        try {
            waiting.put(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        entry.durable.join();
    }

    private void run() {
        var group = new ArrayList<Entry>();
        try {
            while (true) {
                group.add(waiting.take());
                waiting.drainTo(group, GROUP_MAX);
                write(group);
                for (Entry entry : group) entry.durable.complete(true);
                group.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Entry> group) throws IOException {
        int size = group.stream().mapToInt(entry -> entry.bytes.remaining()).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        for (Entry entry : group) all.put(entry.bytes);
        all.flip();
        while (all.hasRemaining()) channel.write(all);
        channel.force(false);
    }
}
