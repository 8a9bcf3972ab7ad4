package io.carillon.testkit.hostile;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import io.carillon.testkit.property.Chance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A link that was made here says what it said; any other says nothing. */
class UnsubscribeTokenTest {
    private static final int SEEDS = 4_000;
    private static final int BYTES_EACH_MAX = 1_000;
    private static final Addresses ADDRESSES = new Addresses("http://localhost", key(1));

    @Test
    void aLinkMadeHereIsReadAndADamagedOneIsNot() {
        forAll(SEEDS, UnsubscribeTokenTest::link, (link, seed) -> {
            String token = token(ADDRESSES, link);
            String damaged = Damage.ofText(token, new Chance(seed));

            assertThat(read(token)).contains(link);
            if (!damaged.equals(token)) assertThat(read(damaged)).isEmpty();
        });
    }

    @Test
    void aLinkOfAnotherStoreSaysNothing() {
        var others = new Addresses("http://localhost", key(2));

        forAll(
                100,
                UnsubscribeTokenTest::link,
                (link, _) -> assertThat(read(token(others, link))).isEmpty());
    }

    @Test
    void noiseSaysNothing() {
        forAll(
                SEEDS,
                chance -> Damage.ofText(
                        chance.pick(List.of("", ".", "..", "a.b", "AQ.AQ", "A".repeat(3_999) + ".", "%00.%00")),
                        chance),
                (token, _) -> assertThat(read(token)).isEmpty());
    }

    private static Optional<Addresses.Unsubscribe> read(String token) {
        return Ordeal.of(token.length(), BYTES_EACH_MAX).read(() -> ADDRESSES.readToken(token));
    }

    private static String token(Addresses addresses, Addresses.Unsubscribe link) {
        String url = addresses.unsubscribeUrl(link);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static Addresses.Unsubscribe link(Chance chance) {
        String value = chance.pick(List.of("ada@x.org", "ü@é.org", "\uD83D\uDE00", "a".repeat(200), "a/b?c#d.e"));
        return new Addresses.Unsubscribe(
                new CustomerRef(new Identifier(IdentifierKind.USER, value), chance.between(0, 9)),
                new Endpoint(Channel.EMAIL, value),
                new TopicId(chance.pick(List.of("news", "reminders"))));
    }

    private static SecretKey key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new SecretKey(Bytes.wrap(key));
    }
}
