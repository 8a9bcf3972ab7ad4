package io.carillon.testkit.behaviour;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Occurrences;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Shrinker;
import io.carillon.testkit.simulation.Settings;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** New definitions count everything that ever happened, once, whatever happens meanwhile. */
class BackfillTest {
    private static final WorkspaceFiles VIEWS = WorkspaceFiles.smallest().with("segments/viewers.yaml", """
                    segment: viewers
                    when: {event: Viewed, count: {atLeast: 2}}
                    """);
    private static final WorkspaceFiles ORDERS = WorkspaceFiles.smallest()
            .with("segments/viewers.yaml", """
                    segment: viewers
                    when: {event: Viewed, count: {atMost: 3}, within: 1h}
                    """)
            .with("segments/buyers.yaml", """
                    segment: buyers
                    when: {event: Ordered, count: {atLeast: 2}}
                    """)
            .with("segments/quiet.yaml", """
                    segment: quiet
                    when: {not: {event: Ordered}}
                    """);
    private static final List<WorkspaceFiles> WORKSPACES = List.of(WorkspaceFiles.smallest(), VIEWS, ORDERS);
    private static final List<String> WHO = List.of(
            "user:u1",
            "user:u2",
            "anonymous:a1",
            "anonymous:a2",
            "user:u1 anonymous:a1",
            "user:u2 anonymous:a2",
            "user:u1 anonymous:a2",
            "email:e1",
            "user:u1 email:e1",
            "user:u2 device:d1",
            "device:d1",
            "email:e1 device:d1");

    private sealed interface Act {
        record Does(String who, String event) implements Act {}

        record Publishes(int workspace) implements Act {}

        record Refreshes() implements Act {}

        record Redrives() implements Act {}

        record Waits(Duration pause) implements Act {}

        record Runs(int steps) implements Act {}

        static Act any(Chance chance) {
            return switch (chance.between(0, 11)) {
                case 0, 1 -> new Publishes(chance.between(0, WORKSPACES.size() - 1));
                case 2 -> new Refreshes();
                case 3 -> new Redrives();
                case 4 -> new Waits(Duration.ofMinutes(chance.between(0, 50)));
                case 5, 6 -> new Runs(chance.between(0, 7));
                default -> new Does(chance.pick(WHO), chance.pick(List.of("Viewed", "Ordered", "Poison Viewed")));
            };
        }
    }

    @Test
    void itIsAsThoughTheDefinitionsHadAlwaysBeenThere() {
        forAll(400, chance -> chance.list(3, 40, Act::any), Shrinker.lists(), BackfillTest::check);
    }

    private static void check(List<Act> acts, long seed) {
        World world = World.startingAt("2026-03-02T09:00:00Z", Settings.calm(seed));
        var chance = new Chance(seed);
        world.poison(message -> message.toString().contains("name=Poison"));

        for (Act act : acts) happens(world, chance, act);
        world.cure().rest();
        redriveAll(world);
        world.backfill();

        expectCounted(world);
    }

    private static void happens(World world, Chance chance, Act act) {
        switch (act) {
            case Act.Does(var who, var event) -> world.hand(world.eventBefore(Duration.ZERO, who, event));
            case Act.Publishes(var workspace) -> world.workspace(WORKSPACES.get(workspace));
            case Act.Refreshes() -> world.handBackfill();
            case Act.Redrives() -> {
                world.cure();
                for (ParkedMessage parked : world.host().parked(1)) world.host().redrive(parked.id());
            }
            case Act.Waits(var pause) -> world.advance(pause);
            case Act.Runs(var steps) -> {
                for (int step = 0; step < steps && world.step(chance); step++) {}
            }
        }
    }

    private static void redriveAll(World world) {
        for (List<ParkedMessage> parked = world.host().parked(100);
                !parked.isEmpty();
                parked = world.host().parked(100)) {
            parked.forEach(world::redrive);
        }
    }

    private static void expectCounted(World world) {
        var tracking = world.knowledge().behaviours();
        var roots = world.roots();
        for (Root root : roots) {
            Behaviour fresh =
                    Behaviour.NONE.observe(happenedTo(world, root), tracking).completeFor(tracking);
            assertThat(root.customer().behaviour())
                    .as("of %s", root.links().self())
                    .isEqualTo(fresh);
        }
        for (SegmentDefinition segment : world.knowledge().segments()) {
            List<String> expected = roots.stream()
                    .filter(root ->
                            Evaluator.holds(segment.when(), new CustomerSubject(root, world.knowledge()), world.now()))
                    .map(root -> world.addresses().idOf(root.links().self()).text())
                    .sorted()
                    .toList();
            assertThat(world.membersOf(segment.id().text()))
                    .as("in %s", segment.id().text())
                    .isEqualTo(expected);
        }
    }

    private static List<Occurrence> happenedTo(World world, Root root) {
        var born = new TreeSet<CustomerRef>(root.links().absorbed());
        born.add(root.links().self());
        return born.stream()
                .flatMap(customer -> world.host().history(customer.address(), Long.MAX_VALUE, 100_000).stream())
                .flatMap(row -> Occurrences.of(HistoryCodec.ROWS.decode(row.content())).stream())
                .toList();
    }

    @Test
    void aLongHistoryIsCountedInPagesWhileMoreHappens() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());
        happenOften(world, "user:u1", 2_300);
        happenOften(world, "anonymous:a1", 1_200);
        world.track("user:u1 anonymous:a1", "Viewed");
        var chance = new Chance(7);
        world.workspace(ORDERS).handBackfill();

        for (int i = 0; i < 30; i++) {
            world.hand(world.eventBefore(Duration.ZERO, "user:u1", "Ordered"));
            world.step(chance);
        }
        world.rest();

        expectCounted(world);
        assertThat(world.membersOf("buyers")).containsExactly(world.idOf("user:u1"));
    }

    @Test
    void nobodyHasMovedByIt() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());
        world.track("anonymous:a1", "Ordered").track("user:u1 anonymous:a1", "Ordered");

        world.workspace(ORDERS).backfill();

        assertThat(world.membersOf("buyers")).containsExactly(world.idOf("user:u1"));
        assertThat(world.historyOf("user:u1").filter(HistoryEntry.Moved.class::isInstance))
                .isEmpty();
    }

    @Test
    void membershipsStayAsTheyWereUntilAllIsCounted() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(ORDERS);
        happenOften(world, "user:u1", 1_100);
        world.track("user:u1", "Ordered").track("user:u1", "Ordered");
        world.workspace(ORDERS.changing("segments/viewers.yaml", "Viewed", "Seen"))
                .handBackfill();
        world.step(new Chance(1));

        assertThat(world.membersOf("buyers")).hasSize(1);

        world.rest();
        assertThat(world.membersOf("buyers")).hasSize(1);
        assertThat(world.membersOf("viewers")).hasSize(1);
    }

    private static void happenOften(World world, String who, int times) {
        for (int i = 0; i < times; i++) world.hand(world.eventBefore(Duration.ZERO, who, "Viewed"));
        world.rest();
    }
}
