package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(
                    WorkspaceFiles.smallest().with("segments/active.yaml", """
                            segment: active
                            when: {event: Product Added, within: 1d}
                            """).with("segments/lapsed.yaml", """
                            segment: lapsed
                            when:
                              all:
                                - {event: Order Completed}
                                - not: {event: Order Completed, within: 2d}
                            """));

    @Test
    void anEventEntersAtOnceAndTimeLeavesAtTheInstant() {
        world.track("user:ada", "Product Added");
        assertThat(world.membersOf("active")).containsExactly(world.idOf("user:ada"));

        world.advance(DAY.minusMillis(1));
        assertThat(world.membersOf("active")).hasSize(1);

        world.advance(Duration.ofMillis(1));
        assertThat(world.membersOf("active")).isEmpty();
    }

    @Test
    void timeEntersAtTheInstantAndAnEventLeavesAtOnce() {
        world.track("user:ada", "Order Completed");

        world.advance(DAY.multipliedBy(2).minusMillis(1));
        assertThat(world.membersOf("lapsed")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.membersOf("lapsed")).containsExactly(world.idOf("user:ada"));

        world.track("user:ada", "Order Completed");
        assertThat(world.membersOf("lapsed")).isEmpty();
    }

    @Test
    void eachMoveIsInTheHistoryAtItsInstant() {
        Instant start = world.now();
        world.track("user:ada", "Product Added").advance(DAY.multipliedBy(3));

        assertThat(world.historyOf("user:ada").filter(HistoryEntry.Moved.class::isInstance))
                .extracting(HistoryEntry::at)
                .containsExactly(start, start.plus(DAY));
    }

    @Test
    void aMoveByTheFirstEventAfterAChangeOfDefinitionsIsNewsAndOneByTheChangeIsNot() {
        world.workspace(WorkspaceFiles.smallest())
                .track("user:ada", "Product Added")
                .advance(Duration.ofHours(1));
        world.workspace(WorkspaceFiles.smallest()
                .with("segments/active.yaml", """
                segment: active
                when: {event: Product Added, within: 1d}
                """)
                .with("segments/buyers.yaml", """
                segment: buyers
                when: {event: Order Completed}
                """)
                .with("segments/known.yaml", """
                segment: known
                when: {trait: firstName, exists: true}
                """));

        world.identify("user:ada", "firstName", "Ada");

        assertThat(world.historyOf("user:ada").filter(HistoryEntry.Moved.class::isInstance))
                .singleElement()
                .satisfies(entry -> assertThat(
                                ((HistoryEntry.Moved) entry).segment().text())
                        .isEqualTo("known"));
        assertThat(world.membersOf("known")).hasSize(1);
    }

    @Test
    void aSegmentThatIsNotPublishedAnyMoreHasNoMembersOnceTheyAreSeen() {
        world.track("user:ada", "Product Added");

        world.workspace(WorkspaceFiles.smallest()).track("user:ada", "Page Viewed");

        assertThat(world.membersOf("active")).isEmpty();
    }
}
