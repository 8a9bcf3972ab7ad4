package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Each mistake is the smallest workspace with one file changed. {@code problems.txt} has what is said about it: change it
 * when a text becomes better.
 */
class ProblemTextsTest {
    @Test
    void whatIsSaidAboutTypicalMistakes() throws IOException {
        var said = new StringBuilder();
        for (Mistake mistake : mistakes()) {
            said.append("# ").append(mistake.what()).append('\n');
            Outcome outcome = Workspaces.read(mistake.files());
            assertThat(outcome).as(mistake.what()).isInstanceOf(Outcome.Invalid.class);
            for (Problem problem : ((Outcome.Invalid) outcome).problems())
                said.append(problem).append('\n');
        }

        assertThat(said.toString()).isEqualTo(golden());
    }

    private record Mistake(String what, SortedMap<String, String> files) {}

    private static List<Mistake> mistakes() {
        var list = new ArrayList<Mistake>();
        list.add(change("a duration that is none", "journeys/abandoned-cart.yaml", "wait: 1h", "wait: 2x"));
        list.add(change("a key misspelt", "messages/cart-reminder.yaml", "subject:", "subjet:"));
        list.add(change("a key of another issue", "workspace.yaml", "workspace:", "quietHours: {}\nworkspace:"));
        list.add(change(
                "an unknown message", "journeys/abandoned-cart.yaml", "send: cart-reminder", "send: card-reminder"));
        list.add(change("an unknown topic", "messages/cart-reminder.yaml", "topic: reminders", "topic: news"));
        list.add(change("marketing without a topic", "messages/cart-reminder.yaml", "topic: reminders\n", ""));
        list.add(change(
                "a channel that nobody carries",
                "messages/cart-reminder.yaml",
                "  email:",
                "  sms: {body: Hi}\n  email:"));
        list.add(change("a template that does not end", "messages/cart-reminder.yaml", "event.name }}", "event.name"));
        list.add(change(
                "a template in a block that does not end",
                "messages/cart-reminder.yaml",
                "    html:",
                "    text: |\n      Hello\n        {{ customer.firstName\n      Bye\n    html:"));
        list.add(change(
                "braces without quotes",
                "messages/cart-reminder.yaml",
                "\"Still yours, {{ customer.firstName }}\"",
                "{{ customer.firstName }}"));
        list.add(change("a variable that is not set", "sources/site.yaml", "SITE_KEY", "SIDE_KEY"));
        list.add(change(
                "a password in the file", "channels/mail.yaml", "from:", "username: me\npassword: hunter2\nfrom:"));
        list.add(change("an unknown provider", "channels/mail.yaml", "smtp", "stmp"));
        list.add(change(
                "a port out of range, and no sender",
                "channels/mail.yaml",
                "port: 2525\nsecurity: none          # none, starttls, tls\nfrom: Shop <shop@example.com>",
                "port: 65536\nsecurity: ssl"));
        list.add(change("text after the definition", "topics/reminders.yaml", "default:", "default"));
        list.add(change("a key twice", "topics/reminders.yaml", "default:", "default: opt-in\ndefault:"));
        list.add(change("a zone that is none", "workspace.yaml", "Europe/Berlin", "Europe/Belin"));
        list.add(change(
                "a step that is two",
                "journeys/abandoned-cart.yaml",
                "  - wait: 1h\n  - send",
                "  - wait: 1h\n    send"));
        list.add(add("a condition with several mistakes", "segments/vips.yaml", """
                segment: vips
                when:
                  all:
                    - trait: country
                    - event: Order Completed
                      where: {property: total, atleast: 50}
                      count: 3
                      within: 30 days
                    - score: churn
                      atLeast: 0.6
                    - any: []
                """));
        list.add(change(
                "a template after characters of other lengths",
                "messages/cart-reminder.yaml",
                "Still yours, {{ customer.firstName }}",
                "\uD83D\uDED2 é {{ x"));
        list.add(change(
                "a template with escapes, which move what follows",
                "messages/cart-reminder.yaml",
                "Still yours, {{ customer.firstName }}",
                "a \\\"b\\\" {{ x"));
        list.add(change(
                "a condition misspelt, and two at once",
                "journeys/abandoned-cart.yaml",
                "steps:",
                "when: {all: [{evnt: Order Completed, within: 3d}, {trait: a, event: b}]}\nsteps:"));
        list.add(add("a definition twice", "journeys/copy.yaml", Workspaces.text("journeys/abandoned-cart.yaml")));
        list.add(add("a folder misspelt", "segment/x.yaml", "segment: x\n"));
        list.add(add("an empty file", "segments/x.yaml", "# nothing yet\n"));
        list.add(add("two definitions in a file", "topics/two.yaml", "topic: a\ndefault: opt-in\n---\ntopic: b\n"));
        return list;
    }

    private static Mistake change(String what, String path, String from, String to) {
        String text = Workspaces.text(path);
        assertThat(text).contains(from);
        return new Mistake(what, Workspaces.with(path, text.replace(from, to)));
    }

    private static Mistake add(String what, String path, String text) {
        return new Mistake(what, new TreeMap<>(Workspaces.with(path, text)));
    }

    private static String golden() throws IOException {
        try (InputStream in = ProblemTextsTest.class.getResourceAsStream("problems.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
