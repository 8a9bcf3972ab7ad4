package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComputedTraitTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final WorkspaceFiles FILES = WorkspaceFiles.smallest()
            .with("traits/paid.yaml", """
                    trait: paid
                    event: Payment Made
                    sum: {of: amount}
                    within: 2d
                    """)
            .with("messages/cart-reminder.yaml", """
                    message: cart-reminder
                    purpose: transactional
                    channels:
                      email: {subject: "You paid {{ customer.paid }}", html: "<p>Hello</p>"}
                    """)
            .with("segments/payers.yaml", """
                    segment: payers
                    when: {trait: paid, atLeast: 30}
                    """);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(FILES)
            .identify("user:ada email:ada@example.com", "paid", "a trait of the same name");

    @Test
    void aTemplateShowsWhatItComesToWhenTheMessageLeaves() {
        world.track("user:ada", "Payment Made", "amount", "20.50");
        world.advance(DAY.multipliedBy(2).minus(Duration.ofMinutes(30)));
        world.track("user:ada", "Payment Made", "amount", "10");
        world.track("user:ada", "Product Added", "cart_id", "c1");
        assertThat(world.membersOf("payers")).hasSize(1);

        world.advance(Duration.ofHours(1));

        assertThat(world.inbox("ada@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.email().subject()).isEqualTo("You paid 10"));
        assertThat(world.membersOf("payers")).isEmpty();
    }

    @Test
    void oneThatIsDefinedLaterCountsWhatWasBefore() {
        world.track("user:ada", "Payment Made", "amount", "20.50").advance(DAY);

        world.workspace(FILES.with("traits/payments.yaml", "trait: payments\nevent: Payment Made\n")
                .with("messages/cart-reminder.yaml", """
                        message: cart-reminder
                        purpose: transactional
                        channels:
                          email: {subject: "{{ customer.payments }} times", html: "<p>Hello</p>"}
                        """));
        world.track("user:ada", "Payment Made", "amount", "1").track("user:ada", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofHours(2));

        assertThat(world.inbox("ada@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.email().subject()).isEqualTo("2 times"));
    }
}
