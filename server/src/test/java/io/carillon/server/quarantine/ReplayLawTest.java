package io.carillon.server.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.entity.customer.Known;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.event.Event;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Problem;
import io.carillon.server.collect.Quarantine;
import io.carillon.server.collect.Reason;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls are broken in a dozen ways, kept, repaired as they suggest themselves, and replayed: whoever they are of is as if
 * nothing had been broken.
 */
class ReplayLawTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final int CALLS = 40;
    private static final List<String> USERS = List.of("ada", "bob", "cleo");
    private static final CallReader READER =
            new CallReader(_ -> Optional.of("site"), new Cleansing(AvailableCleansers::of));
    private static final Repairing REPAIRING = new Repairing(READER);

    private static final WorkspaceFiles WORKSPACE =
            WorkspaceFiles.smallest().with("segments/buyers.yaml", """
                    segment: buyers
                    name: Buyers
                    when: {event: Order Completed, where: {property: total, atLeast: 50}, count: {atLeast: 2}}
                    """).with("segments/lookers.yaml", """
                    segment: lookers
                    name: Lookers
                    when: {event: Product Viewed, count: {atLeast: 3}, within: 3h}
                    """);

    /** Ways to break a call so that it cannot be used, each of a call's own JSON. */
    private static final List<UnaryOperator<String>> WAYS = List.of(
            json -> json.replace("\"userId\"", "\"user_id\""),
            json -> json.replace("\"userId\"", "\"USERID\"").replace("\"type\"", "\"Type\""),
            json -> json.replace("\"userId\"", "\"customerId\""),
            json -> json.replace("\"event\"", "\"eventName\"").replace("\"type\":\"identify\"", "\"type\":\"identfy\""),
            json -> json.replaceFirst("\"type\":\"(\\w)\\w(\\w+)\"", "\"type\":\"$1$2\""),
            json -> json.replaceFirst("\"type\":\"\\w+\",", ""),
            json -> json.replace('"', '\''),
            json -> json.substring(0, json.length() - 1) + ",}",
            json -> json.substring(0, json.length() - 1),
            json -> json.replaceFirst("\\{\"", "{/* from the till */\""),
            json -> json.replaceAll("\"(\\w+)\":", "$1:"),
            json -> "\uFEFF" + json.replaceAll("\"(\\w+)\":", "\u201C$1\u201D:"),
            json -> Json.write(Value.of(json)),
            json -> json.replace(":true", ":True").replace("{\"type\"", "{\"beta\":None,\"type\""));

    static List<Long> seeds() {
        return Seeds.of("ReplayLawTest", 60).boxed().toList();
    }

    /** What must be the same: not runs and sends, which history does not cause. */
    private record Outcome(Known known, Behaviour behaviour, Set<SegmentId> segments) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasRepairedAndReplayedEqualsARunInWhichNothingWasBroken(long seed) {
        var chance = new Chance(seed);
        List<String> calls = calls(chance);
        var clean = World.startingAt(START.toString()).workspace(WORKSPACE);
        var dirty = World.startingAt(START.toString()).workspace(WORKSPACE);
        var quarantine = new ArrayList<QuarantinedCall>();

        for (int i = 0; i < calls.size(); i++) {
            Instant now = START.plus(Duration.ofMinutes(10L * i + 9));
            hand(clean, now, event(kept(calls.get(i), now)));
            boolean isBroken = chance.chance(0.4);
            QuarantinedCall call = kept(isBroken ? chance.pick(WAYS).apply(calls.get(i)) : calls.get(i), now);
            // Without a user id an e-mail address still names somebody: that is usable, if it is somebody else.
            boolean isUsable = READER.read(call) instanceof CallReader.Outcome.Usable;
            if (isUsable) {
                hand(dirty, now, event(kept(calls.get(i), now)));
            } else {
                quarantine.add(call);
            }
        }
        Instant end = START.plus(Duration.ofMinutes(10L * CALLS + 30));
        clean.clock(end);
        dirty.clock(end);
        quarantine.stream()
                .map(call -> event(REPAIRING.suggested(call, end).call()))
                .sorted(Comparator.comparing(Event::occurredAt))
                .forEach(event -> hand(dirty, end, event));

        assertThat(quarantine).isNotEmpty();
        assertThat(outcomes(dirty)).isEqualTo(outcomes(clean));
    }

    private static Event event(QuarantinedCall call) {
        return switch (READER.read(call)) {
            case CallReader.Outcome.Usable(var event, var _) -> event;
            case CallReader.Outcome.Unusable(var why) ->
                throw new AssertionError("%s cannot be used: %s".formatted(call.text(), why));
        };
    }

    private static void hand(World world, Instant now, Event event) {
        world.clock(now);
        world.hand(event);
        world.rest();
    }

    /** As the edge keeps it: what is no JSON as a text. */
    private static QuarantinedCall kept(String text, Instant now) {
        Value call = Repairing.json(text);
        var problems = List.of(new Problem(Reason.BAD_JSON, ""));
        return CallReader.kept(new Quarantine.Call("site", now, Optional.empty(), call, Value.Fields.NONE, problems));
    }

    /** Each has one user id, one anonymous id and one address of their own: no two meet. */
    private static List<String> calls(Chance chance) {
        var calls = new ArrayList<String>();
        for (int i = 0; i < CALLS; i++) {
            String user = chance.pick(USERS);
            var call = new LinkedHashMap<String, Value>();
            boolean isIdentify = chance.chance(0.3);
            call.put("type", Value.of(isIdentify ? "identify" : "track"));
            call.put("messageId", Value.of("m" + i));
            call.put("userId", Value.of(user));
            call.put(
                    "timestamp",
                    Value.of(START.plus(Duration.ofMinutes(10L * i)).toString()));
            if (isIdentify) {
                call.put("traits", Value.of(traits(chance, user, i)));
            } else {
                boolean isOrder = chance.chance(0.4);
                call.put("event", Value.of(isOrder ? "Order Completed" : "Product Viewed"));
                call.put("properties", Value.of(Map.of("total", Value.of(chance.between(20, 90)))));
            }
            calls.add(Json.write(new Value.Fields(call)));
        }
        return calls;
    }

    private static Map<String, Value> traits(Chance chance, String user, int i) {
        var traits = new LinkedHashMap<String, Value>();
        traits.put("email", Value.of(user + "@shop.example"));
        traits.put("points", Value.of(i));
        traits.put("vip", Value.of(true));
        if (chance.chance(0.5)) {
            traits.put(
                    "subscriptions",
                    Value.of(List.of(Value.of(Map.of(
                            "channel", Value.of("email"),
                            "topic", Value.of("reminders"),
                            "subscribed", Value.of(chance.chance(0.5)))))));
        }
        return traits;
    }

    private static SortedMap<String, Outcome> outcomes(World world) {
        var outcomes = new TreeMap<String, Outcome>();
        for (Root root : world.roots()) {
            String user = root.links().owned().keySet().stream()
                    .filter(identifier -> identifier.kind() == IdentifierKind.USER)
                    .map(identifier -> identifier.value())
                    .findFirst()
                    .orElse("nobody");
            var customer = root.customer();
            outcomes.put(
                    user,
                    new Outcome(
                            customer.known(),
                            customer.behaviour(),
                            customer.segments().bySegment().keySet()));
        }
        return outcomes;
    }
}
