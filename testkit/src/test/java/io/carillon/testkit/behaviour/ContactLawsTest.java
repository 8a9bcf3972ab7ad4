package io.carillon.testkit.behaviour;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.testkit.SimulatedProvider.Taken;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.simulation.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, in whatever order, with merges, failing providers, late outcomes, retries and crashes: at no claim is a
 * cap exceeded, and no marketing is claimed in the quiet hours of a person's clock, on days of clock changes too.
 */
class ContactLawsTest {
    private static final int MAX = 2;
    private static final Duration WITHIN = Duration.ofHours(30);
    private static final Duration WITHIN_OF_TOPIC = Duration.ofHours(7);
    private static final LocalTime FROM = LocalTime.of(21, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);
    private static final int ROWS_MAX = 10_000;

    private static final List<String> WHO = List.of(
            "user:ada",
            "user:eve",
            "anonymous:a1",
            "anonymous:a2",
            "email:ada@example.com",
            "email:eve@example.com",
            "user:ada anonymous:a1",
            "user:eve anonymous:a2",
            "user:ada email:ada@example.com",
            "user:eve email:eve@example.com",
            "email:eve@example.com anonymous:a2");

    private sealed interface Act {
        record Says(String who, String what, int n) implements Act {}

        record Passes(Duration time) implements Act {}

        record WorkerRests(boolean rests) implements Act {}

        record Retries(String who) implements Act {}

        record Crash() implements Act {}
    }

    @Test
    void aCapHoldsAtEveryClaimAndTheNightIsQuiet() {
        forAll(300, ContactLawsTest::life, Shrinker.lists(), (acts, seed) -> {
            World world = play(acts, seed);

            holdsCaps(world);
            keepsQuiet(world);
        });
    }

    private static List<Act> life(Chance chance) {
        return chance.list(5, 60, ContactLawsTest::act);
    }

    private static Act act(Chance chance) {
        return switch (chance.between(0, 19)) {
            case 0, 1 -> new Act.WorkerRests(chance.chance(0.3));
            case 2 -> new Act.Retries(chance.pick(WHO.subList(0, 2)));
            case 3 -> new Act.Crash();
            case 4, 5, 6, 7, 8, 9 -> new Act.Passes(Duration.ofMinutes(chance.between(0, 900)));
            default ->
                new Act.Says(chance.pick(WHO), chance.pick(List.of("a", "b", "c")), chance.between(0, 1_000_000));
        };
    }

    private static World play(List<Act> acts, long seed) {
        var chance = new Chance(seed);
        // Days before the clock is set forward in Berlin, back in New York, back in Berlin.
        String start = chance.pick(List.of("2026-03-27T06:00:00Z", "2026-10-30T06:00:00Z", "2026-10-23T06:00:00Z"));
        Settings settings = chance.chance(0.3) ? Settings.stormy(seed) : Settings.calm(seed);
        World world = World.startingAt(start, settings).workspace(files());
        world.identify("email:ada@example.com", "timezone", zone("ada"));
        world.identify("email:eve@example.com", "timezone", zone("eve"));
        for (String user : List.of("ada", "eve")) {
            world.identify("user:" + user, "timezone", zone(user));
        }
        world.provider().becomeMoody(new Chance(seed + 1));
        for (Act act : acts) play(world, act);
        world.worker().goOn();
        return world.advance(Duration.ofDays(2));
    }

    private static void play(World world, Act act) {
        switch (act) {
            case Act.Says(var who, var what, var n) -> world.track(who, "Say " + what, "n", Integer.toString(n));
            case Act.Passes(var time) -> world.advance(time);
            case Act.Crash() -> world.crash();
            case Act.Retries(var who) ->
                world.dispatchesOf(who).stream()
                        .filter(dispatch -> dispatch.status() == DispatchStatus.UNCERTAIN
                                || dispatch.status() == DispatchStatus.REJECTED)
                        .findFirst()
                        .ifPresent(dispatch -> world.retry(who, dispatch.id()));
            case Act.WorkerRests(var rests) -> {
                if (rests) world.worker().hold();
                else world.worker().goOn();
                world.rest();
            }
        }
    }

    /** A worker was allowed to try it. */
    private record Claim(CustomerRef customer, Decision decision) {
        Instant at() {
            return decision.at();
        }

        DispatchId id() {
            return decision.id();
        }

        String message() {
            return decision.message().text();
        }
    }

    private record Merge(CustomerRef into, Instant at) {}

    /** Everybody's claims, and who became whom. */
    private record Lives(List<Claim> claims, Map<CustomerRef, Merge> merges) {
        /** Whom they surely were just before an instant. */
        CustomerRef root(CustomerRef customer, Instant at) {
            CustomerRef root = customer;
            Merge merge = merges.get(root);
            while (merge != null && merge.at().isBefore(at)) {
                root = merge.into();
                merge = merges.get(root);
            }
            return root;
        }

        /** By whom a message was claimed that left. */
        CustomerRef sender(Taken taken) {
            return claims.stream()
                    .filter(claim -> claim.id().equals(taken.message().id()))
                    .findFirst()
                    .orElseThrow()
                    .customer();
        }
    }

    private static Lives lives(World world) {
        var claims = new ArrayList<Claim>();
        var merges = new LinkedHashMap<CustomerRef, Merge>();
        for (Row row : world.host().rows(PersonKind.CUSTOMERS, "", ROWS_MAX)) {
            CustomerRef customer = CustomerRef.decode(row.value());
            for (var entry : world.host().history(customer.address(), Long.MAX_VALUE, ROWS_MAX)) {
                switch (HistoryCodec.ROWS.decode(entry.content())) {
                    case HistoryEntry.Absorbed absorbed ->
                        merges.put(absorbed.from(), new Merge(customer, absorbed.at()));
                    case HistoryEntry.Decided(var decision)
                    when decision.status() == DispatchStatus.CLAIMED -> claims.add(new Claim(customer, decision));
                    default -> {}
                }
            }
        }
        return new Lives(claims, merges);
    }

    private static void holdsCaps(World world) {
        Lives lives = lives(world);
        for (Claim claim : lives.claims()) {
            CustomerRef self = lives.root(claim.customer(), claim.at());
            List<Taken> before = world.provider().taken().stream()
                    .filter(taken -> !taken.message().id().equals(claim.id())
                            && taken.message().at().isBefore(claim.at())
                            && lives.root(lives.sender(taken), claim.at()).equals(self))
                    .toList();
            assertThat(since(before, claim.at().minus(WITHIN))).as("%s", claim).hasSizeLessThan(MAX);
            if (!claim.message().equals("b")) continue;
            assertThat(since(before, claim.at().minus(WITHIN_OF_TOPIC)))
                    .as("%s", claim)
                    .filteredOn(id -> world.row(id).dispatch().message().text().equals("b"))
                    .isEmpty();
        }
    }

    /** Each message once, though a person may have had it sent again. */
    private static List<DispatchId> since(List<Taken> taken, Instant after) {
        return taken.stream()
                .filter(one -> one.at().isAfter(after))
                .map(one -> one.message().id())
                .distinct()
                .toList();
    }

    private static void keepsQuiet(World world) {
        for (Taken taken : world.provider().taken()) {
            ZoneId zone = ZoneId.of(zone(taken.message().to().value()));
            LocalTime shown = LocalTime.ofInstant(taken.message().at(), zone);
            assertThat(shown.isBefore(FROM) && !shown.isBefore(TO))
                    .as("%s in %s: %s", taken.message().at(), zone, shown)
                    .isTrue();
        }
    }

    /** The clock of each is set on another day. */
    private static String zone(String address) {
        return address.startsWith("ada") ? "Europe/Berlin" : "America/New_York";
    }

    private static WorkspaceFiles files() {
        WorkspaceFiles files = WorkspaceFiles.smallest().changing("workspace.yaml", "timezone", """
                        quietHours: {from: "21:00", to: "08:00"}
                        frequencyCaps:
                          - {purpose: marketing, max: 2, within: 30h}
                          - {max: 1, within: 7h, topic: b}
                        timezone""");
        int priority = 0;
        for (String name : List.of("a", "b", "c")) {
            files = files.with("topics/%s.yaml".formatted(name), "topic: %s\ndefault: opt-out\n".formatted(name))
                    .with("messages/%s.yaml".formatted(name), """
                            message: %1$s
                            purpose: marketing
                            topic: %1$s
                            priority: %2$d
                            channels: {email: {subject: Hi, html: "<a href='{{ unsubscribe_url }}'>Bye</a>"}}
                            """.formatted(name, priority++))
                    .with("journeys/%s.yaml".formatted(name), """
                            journey: %1$s
                            trigger: {event: Say %1$s, key: n}
                            steps:
                              - send: %1$s
                            """.formatted(name));
        }
        return files;
    }
}
