package io.carillon.host.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 128 bits that stand for a text: the first half of its SHA-256. */
record Hash(long high, long low) {

    /** Makes hashes; for one thread. */
    static final class Maker {
        private final MessageDigest digest;
        private String lastOwner = "";
        private String lastKey = "";
        private Hash last;

        Maker() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
            last = made("", "");
        }

        /** Asked twice in a row for most: whether it is known, and to keep it. */
        Hash of(String owner, String key) {
            if (key.equals(lastKey) && owner.equals(lastOwner)) return last;
            last = made(owner, key);
            lastOwner = owner;
            lastKey = key;
            return last;
        }

        private Hash made(String owner, String key) {
            digest.update(owner.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0xFF); // in no UTF-8 text: two pairs never run into one another
            var bytes = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
            return new Hash(bytes.getLong(), bytes.getLong());
        }
    }
}
