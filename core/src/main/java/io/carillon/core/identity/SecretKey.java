package io.carillon.core.identity;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The store's own secret, drawn once: keeps ids opaque and links unforgeable (HMAC-SHA256, RFC 2104, cut to 128 bits).
 */
public final class SecretKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;

    /** Holds the key and nothing else: it is copied for each hash. */
    private final Mac keyed;

    /**
     * Takes the key from its bytes.
     *
     * @param bytes at least 16
     */
    public SecretKey(Bytes bytes) {
        if (bytes.size() < HASH_BYTES) throw new IllegalArgumentException("a secret key has at least 16 bytes");
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(bytes.unsafeArray(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    /** Keyed hash of a text for one use, as 22 characters of base64url. */
    public String hash(String use, String text) {
        var content = new ByteWriter();
        content.text(use);
        content.text(text);
        try {
            byte[] full = ((Mac) keyed.clone()).doFinal(content.toBytes().unsafeArray());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, HASH_BYTES));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK can copy its " + ALGORITHM, e);
        }
    }

    public CustomerId idOf(CustomerRef customer) {
        return new CustomerId(hash("customer", customer.key()));
    }

    @Override
    public String toString() {
        return "SecretKey[…]";
    }
}
