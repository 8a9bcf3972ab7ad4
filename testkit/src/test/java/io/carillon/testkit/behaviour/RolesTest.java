package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.ComputedTraits;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
    private final World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());

    @Test
    void onePersonIsBuyerAndSellerByWhatTheyDo() {
        world.track("user:ada", "Order Completed");
        assertThat(rolesOf("user:ada")).containsExactly("buyer");

        world.track("user:ada", "Listing Created");

        assertThat(rolesOf("user:ada")).containsExactly("buyer", "seller");
    }

    @Test
    void whoDidNothingOfTheKindHasNoRole() {
        world.track("user:ada", "Page Viewed");

        assertThat(rolesOf("user:ada")).isEmpty();
    }

    @Test
    void rolesComeThroughAMerge() {
        world.track("anonymous:a1", "Listing Created");
        world.track("user:ada", "Order Completed");

        world.track("user:ada anonymous:a1", "Page Viewed");

        assertThat(rolesOf("user:ada")).containsExactly("buyer", "seller");
    }

    private List<String> rolesOf(String who) {
        return ComputedTraits.rolesOf(world.customer(who), world.knowledge(), world.now());
    }
}
