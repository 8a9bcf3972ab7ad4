package io.carillon.core.entity.knowledge;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.identity.CustomerId;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The links that leave in messages, and the ids that leave by API: made and checked with the store's own secret.
 *
 * @param publicUrl base of every link, without a slash at its end
 */
public record Addresses(String publicUrl, SecretKey key) {
    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final int VERSION = 1;
    private static final int TOKEN_LENGTH_MAX = 4_000;

    /** What stands in the place of a token in a message that was sent for a test. */
    public static final String TEST_TOKEN = "test";

    /** What an unsubscribe link says: who, where, and from what. */
    public record Unsubscribe(CustomerRef customer, Endpoint endpoint, TopicId topic) {}

    public CustomerId idOf(CustomerRef customer) {
        return key.idOf(customer);
    }

    /** The link needs no row to be kept: it says everything itself, and is good for ever. */
    public String unsubscribeUrl(Unsubscribe unsubscribe) {
        return publicUrl + "/u/" + token(unsubscribe);
    }

    /** The link of a message that was sent for a test: it unsubscribes nobody. */
    public String testUrl() {
        return publicUrl + "/u/" + TEST_TOKEN;
    }

    public String token(Unsubscribe unsubscribe) {
        var out = new ByteWriter();
        out.u8(VERSION);
        unsubscribe.customer().write(out);
        unsubscribe.endpoint().write(out);
        out.text(unsubscribe.topic().text());
        String content = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(out.toBytes().unsafeArray());
        return content + "." + key.hash(UNSUBSCRIBE, content);
    }

    /** What a token says; nothing when it was not made here. */
    public Optional<Unsubscribe> readToken(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > TOKEN_LENGTH_MAX) return Optional.empty();
        String content = token.substring(0, dot);
        byte[] said = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] right = key.hash(UNSUBSCRIBE, content).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(said, right)) return Optional.empty();
        try {
            var in = new ByteReader(Bytes.wrap(Base64.getUrlDecoder().decode(content)));
            in.version("unsubscribe link", VERSION);
            return Optional.of(new Unsubscribe(CustomerRef.read(in), Endpoint.read(in), new TopicId(in.text())));
        } catch (UnreadableException e) {
            return Optional.empty(); // made here, by a newer Carillon
        }
    }
}
