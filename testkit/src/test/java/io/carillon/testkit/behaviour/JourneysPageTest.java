package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The journeys of {@code docs/journeys.md} do what the page says. */
class JourneysPageTest {
    private static final Path PAGE = Path.of("../docs/journeys.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(journey: ([a-z-]+)\n.*?)```", Pattern.DOTALL);
    private static final Pattern SENT = Pattern.compile("send: ([a-z-]+)");

    private final World world =
            World.startingAt("2026-03-06T18:00:00Z").workspace(published()).identify("user:ada email:ada@example.com");

    @Test
    void orderCare() {
        world.track("user:ada", "Order Completed", "order_id", "o1").advance(Duration.ofDays(1));
        world.track("user:ada", "Order Shipped", "order_id", "o1", "carrier", "snail")
                .advance(Duration.ofDays(1));
        world.track("user:ada", "Product Reviewed").advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada"))
                .containsExactly("order-thanks", "it-may-take-a-while", "ask-for-a-review");
    }

    @Test
    void orderCareEndsWithTheOrder() {
        world.track("user:ada", "Order Completed", "order_id", "o1");
        world.track("user:ada", "Order Cancelled", "order_id", "o1").advance(Duration.ofDays(30));

        assertThat(world.messagesTo("user:ada")).containsExactly("order-thanks");
    }

    @Test
    void welcome() {
        var got = new ArrayList<List<String>>();
        for (int person = 0; person < 24; person++) {
            String who = "user:p" + person;
            world.identify(who + " email:p" + person + "@example.com").track(who, "Signed Up", "plan", "pro");
        }
        assertThat(world.calls()).hasSize(24);
        world.taken(world.calls().getFirst()).advance(Duration.ofDays(10));
        for (int person = 0; person < 24; person++) got.add(world.messagesTo("user:p" + person));

        assertThat(got)
                .contains(List.of("tour", "tips"), List.of("tips"), List.of())
                .allMatch(each -> each.isEmpty() || each.getLast().equals("tips"));
        assertThat(world.runsOf("user:p1"))
                .singleElement()
                .satisfies(run -> assertThat(run.key().journey().text()).isEqualTo("first-month"));
        assertThat(world.customer("user:p1").customer().profile().value("plan")).contains(Value.of("pro"));
    }

    private static WorkspaceFiles published() {
        WorkspaceFiles files = WorkspaceFiles.smallest()
                .with("webhooks/crm.yaml", """
                        webhook: crm
                        url: https://crm.example.com/in
                        secret: ${env:HOOK_KEY}
                        """)
                .with("journeys/visitors.yaml", simple("visitors"))
                .with("journeys/first-month.yaml", simple("first-month"));
        try {
            var blocks = BLOCK.matcher(Files.readString(PAGE));
            while (blocks.find()) {
                files = files.with("journeys/%s.yaml".formatted(blocks.group(2)), blocks.group(1));
                var sent = SENT.matcher(blocks.group(1));
                while (sent.find()) {
                    files = files.with("messages/%s.yaml".formatted(sent.group(1)), """
                            message: %s
                            purpose: transactional
                            channels: {email: {subject: Hi, html: Hi}}
                            """.formatted(sent.group(1)));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static String simple(String name) {
        return "journey: %s\ntrigger: {event: Never}\nsteps: [{wait: 30d}]\n".formatted(name);
    }
}
