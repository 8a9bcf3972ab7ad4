package io.carillon.core.codec;

/**
 * The stored form of one type. {@code read(write(x))} equals {@code x}; equal values give equal bytes on every machine.
 *
 * <p>A top-level codec (of a state, a message, a row) writes a version first and refuses one it does not know with
 * {@link UnreadableException}.
 */
public interface Codec<T> {
    void write(T value, ByteWriter out);

    /**
     * Reads one value from where the reader stands.
     *
     * @throws UnreadableException if the bytes are not a stored form of this type
     */
    T read(ByteReader in);

    default Bytes encode(T value) {
        return encode(value, new ByteWriter());
    }

    /**
     * The same without new memory but for the bytes themselves.
     *
     * @param scratch for this value alone; what it held is lost
     */
    default Bytes encode(T value, ByteWriter scratch) {
        scratch.reset();
        write(value, scratch);
        return scratch.toBytes();
    }

    /**
     * Reads bytes that hold one value and nothing else.
     *
     * @throws UnreadableException if they do not
     */
    default T decode(Bytes bytes) {
        try {
            var in = new ByteReader(bytes);
            T value = read(in);
            in.expectEnd();
            return value;
        } catch (UnreadableException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError damaged) {
            // A value checks itself where it is made: what no writer could have had was not written by one.
            throw new UnreadableException("damaged: " + damaged, damaged);
        }
    }
}
