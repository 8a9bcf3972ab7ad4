package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.person.Channel;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Conditions on what we did to people, and how they stand to us. */
class WhatWeDidTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest()
                    .with(
                            "segments/under-way.yaml",
                            "segment: under-way\nwhen: {journey: abandoned-cart, is: active}\n")
                    .with("segments/reminded.yaml", """
                            segment: reminded
                            when:
                              all:
                                - message: cart-reminder
                                  was: sent
                                  where: [{property: channel, equals: email}, {property: journey, equals: abandoned-cart}]
                                  within: 1d
                                - {journey: any, was: completed}
                            """)
                    .with("segments/won-back.yaml", """
                            segment: won-back
                            when:
                              sequence:
                                - {message: any, was: sent}
                                - {event: Order Completed, within: 2h, without: {journey: abandoned-cart, was: exited}}
                            """)
                    .with("segments/willing.yaml", """
                            segment: willing
                            when:
                              all:
                                - reachable: email
                                - subscription: {channel: email, topic: reminders, is: subscribed}
                                - role: buyer
                            """));

    @Test
    void aReminderIsSeenFromTheCartToTheOrder() {
        world.identify("user:ada email:ada@example.com");
        assertThat(world.membersOf("willing")).isEmpty();

        world.track("user:ada", "Product Added", "cart_id", "c1");
        assertThat(world.membersOf("under-way")).hasSize(1);
        assertThat(world.membersOf("willing")).hasSize(1);

        world.advance(HOUR);
        assertThat(world.membersOf("under-way")).isEmpty();
        assertThat(world.membersOf("reminded")).hasSize(1);
        assertThat(world.membersOf("won-back")).isEmpty();

        world.advance(HOUR).track("user:ada", "Order Completed");
        assertThat(world.membersOf("won-back")).hasSize(1);

        world.advance(HOUR.multipliedBy(23));
        assertThat(world.membersOf("reminded")).isEmpty();

        world.choose("user:ada", Channel.EMAIL, "reminders", false);
        assertThat(world.membersOf("willing")).isEmpty();
    }
}
