package io.carillon.bench.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Blocks as read, those used last, up to so many bytes. Not thread-safe. */
final class BlockCache {
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private final long bytesMax;
    private long bytes;

    BlockCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    byte[] get(long key, Supplier<byte[]> reading) {
        byte[] known = blocks.get(key);
        if (known != null) return known;
        byte[] read = reading.get();
        blocks.put(key, read);
        bytes += read.length;
        var oldest = blocks.values().iterator();
        while (bytes > bytesMax) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
        return read;
    }
}
