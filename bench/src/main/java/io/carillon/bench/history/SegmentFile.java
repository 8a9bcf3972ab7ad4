package io.carillon.bench.history;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import io.carillon.core.codec.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorted rows in compressed blocks, written once: each block with the length that it has unpacked before it; then where each
 * block ends; then how many there are. In a block: length of the key, length of the value, key, value.
 */
final class SegmentFile implements AutoCloseable {
    private static final int LEVEL = 3;

    private final Path path;
    private final FileChannel channel;
    private final int[] ends;
    private final ZstdDecompressCtx unpacker = new ZstdDecompressCtx();

    /** Rows of one address that lie in one block. */
    record Run(Bytes firstKey, int block, int rows) {}

    private SegmentFile(Path path, FileChannel channel, int[] ends, byte[] dictionary) {
        this.path = path;
        this.channel = channel;
        this.ends = ends;
        unpacker.loadDict(dictionary);
    }

    /** Writes sorted rows, durably. */
    static List<Run> write(Path path, List<StoredRow> rows, int blockBytes, byte[] dictionary) throws IOException {
        var runs = new ArrayList<Run>();
        var packed = new ArrayList<byte[]>();
        try (var packer = new ZstdCompressCtx().setLevel(LEVEL)) {
            packer.loadDict(dictionary);
            var block = ByteBuffer.allocate(blockBytes + (64 << 10));
            int from = 0;
            for (int i = 0; i < rows.size(); i++) {
                StoredRow row = rows.get(i);
                boolean starts = i == 0
                        || block.position() == 0
                        || !row.address().equals(rows.get(i - 1).address());
                if (starts && i > 0 && from < i) {
                    runs.add(new Run(rows.get(from).itsKey(), packed.size(), i - from));
                    from = i;
                }
                append(block, row.key(), row.value());
                if (block.position() < blockBytes) continue;
                runs.add(new Run(rows.get(from).itsKey(), packed.size(), i + 1 - from));
                from = i + 1;
                packed.add(packed(packer, block));
            }
            if (from < rows.size()) runs.add(new Run(rows.get(from).itsKey(), packed.size(), rows.size() - from));
            if (block.position() > 0) packed.add(packed(packer, block));
        }
        write(path, packed);
        return runs;
    }

    private static void write(Path path, List<byte[]> packed) throws IOException {
        int size = packed.stream().mapToInt(block -> block.length).sum();
        var file = ByteBuffer.allocate(size + 4 * packed.size() + 4);
        packed.forEach(file::put);
        int end = 0;
        for (byte[] block : packed) file.putInt(end += block.length);
        file.putInt(packed.size()).flip();
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (file.hasRemaining()) out.write(file);
            out.force(true);
        }
    }

    static SegmentFile open(Path path, byte[] dictionary) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        int count = bytes(channel, channel.size() - 4, 4).getInt();
        int[] ends = new int[count];
        bytes(channel, channel.size() - 4 - 4L * count, 4 * count).asIntBuffer().get(ends);
        return new SegmentFile(path, channel, ends, dictionary);
    }

    int blocks() {
        return ends.length;
    }

    /** A block, unpacked. */
    byte[] read(int block) throws IOException {
        ByteBuffer packed = packed(block);
        int size = packed.getInt();
        return unpacker.decompress(rest(packed), size);
    }

    private ByteBuffer packed(int block) throws IOException {
        int start = block == 0 ? 0 : ends[block - 1];
        return bytes(channel, start, ends[block] - start);
    }

    /** Writes itself anew without some rows of these blocks, and takes its own place. */
    void without(byte[] prefix, List<Integer> blocks, byte[] dictionary) throws IOException {
        var packed = new ArrayList<byte[]>();
        try (var packer = new ZstdCompressCtx().setLevel(LEVEL)) {
            packer.loadDict(dictionary);
            for (int block = 0; block < ends.length; block++) {
                packed.add(blocks.contains(block) ? without(read(block), prefix, packer) : rest(packed(block)));
            }
        }
        Path anew = path.resolveSibling(path.getFileName() + ".new");
        write(anew, packed);
        Files.move(anew, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] without(byte[] block, byte[] prefix, ZstdCompressCtx packer) {
        var kept = ByteBuffer.allocate(block.length);
        var rows = ByteBuffer.wrap(block);
        while (rows.hasRemaining()) {
            byte[] key = new byte[rows.getShort()];
            byte[] value = new byte[rows.getInt()];
            rows.get(key).get(value);
            if (!startsWith(key, prefix)) append(kept, key, value);
        }
        return packed(packer, kept);
    }

    /** How many rows of a block have keys that begin so; each of them is copied out, as for a caller. */
    static int rowsOf(byte[] block, byte[] prefix) {
        var rows = ByteBuffer.wrap(block);
        int count = 0;
        while (rows.hasRemaining()) {
            int keyBytes = rows.getShort();
            int valueBytes = rows.getInt();
            int at = rows.position();
            boolean matches =
                    keyBytes >= prefix.length && Arrays.equals(block, at, at + prefix.length, prefix, 0, prefix.length);
            if (matches && Arrays.copyOfRange(block, at + keyBytes, at + keyBytes + valueBytes).length > 0) count++;
            rows.position(at + keyBytes + valueBytes);
        }
        return count;
    }

    private static void append(ByteBuffer block, byte[] key, byte[] value) {
        block.putShort((short) key.length).putInt(value.length).put(key).put(value);
    }

    private static byte[] packed(ZstdCompressCtx packer, ByteBuffer block) {
        int size = block.position();
        byte[] packed = packer.compress(rest(block.flip()));
        block.clear();
        return ByteBuffer.allocate(4 + packed.length).putInt(size).put(packed).array();
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) throw new IOException("a segment is too short");
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        unpacker.close();
        channel.close();
    }
}
