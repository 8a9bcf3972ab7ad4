package io.carillon.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Origin;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aTraitKnowsWhatWasSentAndWhichRulesChangedIt() {
        Profile profile = Profile.EMPTY.with(event(0, "jane@x.org", changed(" Jane@X.org")));

        Trait email = trait(profile, "email");
        assertThat(email.value()).isEqualTo(Value.of("jane@x.org"));
        assertThat(email.raw()).isEqualTo(Value.of(" Jane@X.org"));
        assertThat(email.lineage().byPath().get("")).isEqualTo(changed(" Jane@X.org"));
        assertThat(profile.values()).hasToString("{\"email\":\"jane@x.org\"}");
        assertThat(profile.rawValues()).hasToString("{\"email\":\" Jane@X.org\"}");
    }

    @Test
    void anOlderRawValueNeverOverrulesANewerOneWhateverArrivesFirst() {
        Event older = event(0, "old@x.org", changed("OLD@x.org"));
        Event newer = event(60, "new@x.org");

        Profile inOrder = Profile.EMPTY.with(older).with(newer);
        Profile outOfOrder = Profile.EMPTY.with(newer).with(older);

        assertThat(outOfOrder).isEqualTo(inOrder);
        assertThat(trait(outOfOrder, "email").raw()).isEqualTo(Value.of("new@x.org"));
        assertThat(trait(outOfOrder, "email").lineage()).isEqualTo(Lineages.NONE);
    }

    @Test
    void aPartOfATraitHasALineageOfItsOwn() {
        var address = fields(Map.of("city", Value.of("Bonn"), "a/b~c", Value.of("DE")));
        var lineage = new TreeMap<String, Lineage>();
        lineage.put(Lineages.inner("/traits/address", "a/b~c"), changed("Germany"));
        Profile profile = Profile.EMPTY.with(event(0, fields(Map.of("address", address)), new Lineages(lineage)));

        assertThat(trait(profile, "address").raw())
                .isEqualTo(fields(Map.of("city", Value.of("Bonn"), "a/b~c", Value.of("Germany"))));
    }

    @Test
    void namesThatBeginAlikeKeepTheirLineagesApart() {
        var lineage = new TreeMap<String, Lineage>();
        lineage.put("/traits/email", changed("A"));
        lineage.put("/traits/email-2", changed("B"));
        lineage.put("/traits/email/x", changed("C"));

        assertThat(new Lineages(lineage).at("/traits/email").byPath().keySet()).containsExactly("", "/x");
    }

    @Test
    void aTraitAsItWasSentTakesNoByteMore() {
        var stamp = new Stamp(NOON, new MessageId("m1"));
        var out = new ByteWriter();

        new Trait(Value.of("Ada"), stamp, "site").write(out);

        // The value with its tag and length, the time, the message's id, the source: nothing between them.
        assertThat(out.size()).isEqualTo(2 + 3 + 6 + 3 + 5);
    }

    @Test
    void mergedProfilesHaveTheSameLineageInAnyOrder() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            Profile a = profile(random);
            Profile b = profile(random);
            Profile c = profile(random);

            Profile merged = a.merge(b).merge(c);

            assertThat(c.merge(a).merge(b)).as("seed %d", seed).isEqualTo(merged);
            assertThat(b.merge(c.merge(a))).as("seed %d", seed).isEqualTo(merged);
            assertThat(merged.merge(merged)).as("seed %d", seed).isEqualTo(merged);
        }
    }

    private static Profile profile(Random random) {
        Profile profile = Profile.EMPTY;
        for (int i = random.nextInt(6); i > 0; i--) {
            Lineage[] lineage =
                    random.nextBoolean() ? new Lineage[] {changed("raw" + random.nextInt(3))} : new Lineage[0];
            profile = profile.with(event(random.nextInt(4), "v" + random.nextInt(2), lineage));
        }
        return profile;
    }

    private static Lineage changed(String raw) {
        return Lineage.changed(Value.of(raw), "email", List.of("trim", "lower case"));
    }

    private static Event event(int seconds, String email, Lineage... lineage) {
        var byPath = new TreeMap<String, Lineage>();
        for (Lineage one : lineage) byPath.put("/traits/email", one);
        return event(seconds, fields(Map.of("email", Value.of(email))), Lineages.of(byPath));
    }

    private static Event event(int seconds, Value.Fields traits, Lineages lineage) {
        return new Event(
                new MessageId("m" + seconds),
                EventType.IDENTIFY,
                "identify",
                NOON.plusSeconds(seconds),
                NOON.plusSeconds(3_600),
                "site",
                List.of(new Identifier(IdentifierKind.USER, "1")),
                Value.Fields.NONE,
                traits,
                Value.Fields.NONE,
                lineage,
                Origin.LIVE);
    }

    private static Value.Fields fields(Map<String, Value> fields) {
        return new Value.Fields(new TreeMap<>(fields));
    }

    private static Trait trait(Profile profile, String name) {
        return Optional.ofNullable(profile.traits().get(name)).orElseThrow();
    }
}
