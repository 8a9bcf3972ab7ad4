package io.carillon.connectors.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How far a file has been read. Another thread may ask. */
final class CountingInput extends FilterInputStream {
    private volatile long count;

    CountingInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) add(1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) add(read);
        return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file
    private void add(int read) {
        count += read;
    }
}
